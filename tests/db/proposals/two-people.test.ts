import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readHome } from '@/db/home/read-home'
import { connect } from '@/db/client'
import { raiseTasks } from '@/db/tasks/raise-tasks'
import { newCredibility } from '@/lib/sources/grading'
import { deciding } from '../../support/deciding'
import { aFullFile, type SceneFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let otherLead: Person
let file: SceneFile
let on: ReturnType<typeof deciding>

const death = { situation: 'DECEASED', when: 'June 2021', account: 'she died in the cell' }

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  otherLead = await world.person({ role: 'coordinator' })
})

beforeEach(async () => {
  file = await aFullFile(world, owner, 'assigned')
  on = deciding(world, file)
})

const boardOf = (person: Person) =>
  world
    .does(person, readHome, { keysDir: '', world: 'own', embedded: true })
    .then((home) => (home.role === 'coordinator' ? (home.board?.proposals ?? []) : []))

describe('a death is decided by two people', () => {
  test('whoever records it proposes it: the file stays as it is, and the team’s board says what waits', async () => {
    await expect(on.record(owner, death)).resolves.toMatchObject({ proposed: true })
    expect(await on.state()).toMatchObject({ situation: 'DET_TRANSIT', fate: 'unknown' })
    expect(await on.tasks()).toContain('decide open')
    expect(await boardOf(lead)).toContainEqual(expect.objectContaining({ ref: file.ref, kind: 'deceased' }))
    const stored = await world.owner.sql<
      { payload: Uint8Array }[]
    >`select payload from proposal where case_id = ${file.id}`
    expect(Buffer.from(stored[0]?.payload ?? []).includes('cell')).toBe(false)
  })

  test('another coordinator approves: it is entered in the name of the one who said it, and the family is to be told', async () => {
    await on.record(owner, death)
    await on.approve(lead, { reason: 'two letters say so' })
    expect(await on.state()).toMatchObject({ situation: 'DECEASED', fate: 'dead', workflow: 'active', due: null })
    const [entry] = await world.owner.sql`
      select recorded_by from situation_entry where case_id = ${file.id} and situation = 'DECEASED'`
    expect(entry).toEqual({ recorded_by: owner.id })
    const tasks = await on.tasks()
    expect(tasks).toContain('visit-later open')
    expect(tasks).toContain('decide done')
    const approved = await world.owner.sql`
      select actor_id from audit_entry where case_id = ${file.id} and deed = 'proposal.approve' and outcome = 'done'`
    expect(approved).toEqual([{ actor_id: lead.id }])
    expect((await on.view(lead)).proposals).toMatchObject([{ state: 'approved', reason: 'two letters say so' }])
  })

  test('nobody approves or declines what they proposed, not as a coordinator and not past the verb', async () => {
    await on.record(lead, death)
    await expect(on.approve(lead)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(on.decline(lead)).rejects.toMatchObject({ code: 'forbidden' })
    const past = world.as(lead, (ctx) =>
      ctx.db.execute(`update proposal set state = 'approved', decided_by = '${lead.id}' where case_id = '${file.id}'`),
    )
    await expect(past).rejects.toThrow()
    expect(await on.state()).toMatchObject({ situation: 'DET_TRANSIT' })
    await on.approve(otherLead)
    expect(await on.state()).toMatchObject({ situation: 'DECEASED' })
  })

  test('a caseworker decides nothing, a coordinator of another team does not even find it', async () => {
    const south = await world.person({ role: 'coordinator', teamId: world.south })
    await on.record(lead, death)
    await expect(on.approve(owner)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(on.approve(south)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('weak evidence is not even proposed, and one proposal waits at a time', async () => {
    const weak = on.record(owner, { ...death, credibility: '3' })
    await expect(weak).rejects.toMatchObject({ fields: { situation: 'evidence-needed' } })
    await on.record(owner, death)
    await expect(on.record(owner, death)).rejects.toMatchObject({ fields: { situation: 'already-proposed' } })
  })

  test('declined with a reason, or taken back by the one who proposed it, it changes nothing', async () => {
    await on.record(owner, death)
    await on.decline(lead)
    await on.record(owner, death)
    await expect(on.withdraw(lead)).rejects.toMatchObject({ code: 'forbidden' })
    await on.withdraw(owner)
    expect(await on.state()).toMatchObject({ situation: 'DET_TRANSIT', fate: 'unknown' })
    const { proposals } = await on.view(owner)
    expect(proposals.map(({ state }) => state)).toEqual(['withdrawn', 'declined'])
    expect(await on.tasks()).not.toContain('decide open')
  })

  test('what is settled is settled: a second decision is a conflict', async () => {
    await on.record(owner, death)
    const { proposals } = await on.view(lead)
    await on.decline(lead)
    const again = on.approve(otherLead, { proposalId: proposals[0]?.id ?? '' })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a death that was an error is corrected, and nobody is dead in the file any more', async () => {
    await on.record(owner, death)
    await on.approve(lead)
    const entry = (await on.view(owner)).entries.find(({ situation }) => situation === 'DECEASED')
    await on.record(owner, { situation: 'RETURNED', when: 'June 2021', correctionOf: entry?.id ?? '' })
    expect(await on.state()).toMatchObject({ situation: 'RETURNED', fate: 'unknown' })
  })
})

describe('that somebody is missing', () => {
  test('a caseworker proposes and a coordinator decides; fate stays open', async () => {
    await on.record(owner, { situation: 'MISSING', credibility: '3' })
    expect(await on.state()).toMatchObject({ situation: 'DET_TRANSIT' })
    await on.approve(lead)
    expect(await on.state()).toMatchObject({ situation: 'MISSING', fate: 'unknown' })
  })

  test('a coordinator records at once', async () => {
    await expect(on.record(lead, { situation: 'MISSING', credibility: '3' })).resolves.toMatchObject({
      proposed: false,
    })
    expect(await on.state()).toMatchObject({ situation: 'MISSING' })
  })

  test('the clock only proposes it, once, where a return is followed by 90 days without a word', async () => {
    const clock = connect(world.connection('vigil_clock'), 1)
    await on.record(owner, { situation: 'RETURNED', when: 'May 2021' })
    await raiseTasks(clock.db)
    expect((await on.view(lead)).proposals).toEqual([])
    await world.owner.sql`alter table situation_entry disable trigger user`
    await world.owner
      .sql`update situation_entry set recorded_at = now() - interval '100 days' where case_id = ${file.id}`
    await world.owner.sql`alter table situation_entry enable trigger user`
    await world.owner.sql`update case_file set silent_since = current_date - 100 where id = ${file.id}`
    await raiseTasks(clock.db)
    await raiseTasks(clock.db)
    expect((await on.view(lead)).proposals).toMatchObject([{ kind: 'missing', proposedBy: null, state: 'waiting' }])
    expect(await on.state()).toMatchObject({ situation: 'RETURNED' })
    await expect(on.approve(lead)).rejects.toMatchObject({ fields: { sourceId: 'required', credibility: 'required' } })
    await on.decline(lead)
    await raiseTasks(clock.db)
    expect((await on.view(lead)).proposals).toHaveLength(1)
    await world.owner.sql`update proposal set decided_at = now() - interval '31 days' where case_id = ${file.id}`
    await raiseTasks(clock.db)
    const { lastVoice } = await on.view(lead)
    expect(lastVoice).toBe(file.source)
    await on.approve(lead, { sourceId: lastVoice ?? '', credibility: newCredibility })
    expect(await on.state()).toMatchObject({ situation: 'MISSING', fate: 'unknown' })
    await clock.sql.end({ timeout: 2 })
  })
})
