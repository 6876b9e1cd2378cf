import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readHome } from '@/db/home/read-home'
import { approveProposal } from '@/db/proposals/approve-proposal'
import { readSituation } from '@/db/situations/read-situation'
import { recordSituation } from '@/db/situations/record-situation'
import { ApproveProposal } from '@/lib/decisions/forms'
import { DraftIntervention, harmFieldOf } from '@/lib/interventions/forms'
import { harmed } from '@/lib/interventions/interventions'
import { RecordSituation } from '@/lib/situations/forms'
import { anAppeal, intervening, today } from '../../support/interventions'
import { type SceneFile, aFullFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let [lead, second, third]: Person[] = []
let file: SceneFile
let on: ReturnType<typeof intervening>

const someone = (person: Person | undefined) => person ?? expect.fail('nobody')

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  ;[lead, second, third] = await Promise.all([1, 2, 3].map(() => world.person({ role: 'coordinator' })))
})

beforeEach(async () => {
  file = await aFullFile(world, owner, 'assigned')
  on = intervening(world, file)
})

const refusal = (fields: Record<string, string>) => ({ code: 'invalid', fields })
const missing = refusal({ note: 'consent-missing' })

const one = async (id: string) =>
  (await on.view()).interventions.find((row) => row.id === id) ?? expect.fail('no such intervention')

const tasks = async (about: string) => {
  const rows = await world.owner.sql<{ kind: string; state: string; due: Date }[]>`
    select kind, state, due_at as due from task where case_id = ${file.id} and about_id = ${about} order by kind, state`
  return rows.map(({ kind, state }) => `${kind} ${state}`)
}

/** Drafted by the owner, approved by a coordinator and sent, on the sister's consent. */
async function sent(given: Record<string, string> = {}) {
  await on.consent({ SHARE_UNHCR: 'granted' })
  const id = await on.draft(given)
  await on.approve(someone(lead), id)
  await on.submit(owner, id)
  return id
}

/** One coordinator proposes to tell it without consent and another agrees. */
async function overridden(id: string) {
  await on.override(someone(lead), id)
  await decide(someone(second))
}

async function decide(by: Person) {
  const [row] = await world.owner.sql<{ id: string }[]>`
    select id from proposal where case_id = ${file.id} and kind = 'disclosure' and state = 'waiting'`
  const typed = { ref: file.ref, proposalId: row?.id, version: '1' }
  return world.does(by, approveProposal, ApproveProposal.parse(typed))
}

describe('do no harm comes first', () => {
  test.each(harmed)('without an answer about harm to the %s there is no draft, and it is said at that field', (who) => {
    for (const blank of ['', '   ']) {
      const parsed = DraftIntervention.safeParse({ ref: file.ref, ...anAppeal({ [harmFieldOf(who)]: blank }) })
      expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
        [harmFieldOf(who), 'required'],
      ])
    }
  })

  test('an intervention tells something, and goes to a body of its own kind', () => {
    const none = DraftIntervention.safeParse({ ref: file.ref, ...anAppeal({ 'disclose-circumstances': '' }) })
    expect(none.error?.issues).toMatchObject([{ path: ['disclose-circumstances'], message: 'required' }])
    const astray = DraftIntervention.safeParse({ ref: file.ref, ...anAppeal({ mechanism: 'ICRC' }) })
    expect(astray.error?.issues).toMatchObject([{ path: ['mechanism'], message: 'other-body' }])
  })

  test('what is asked, of whom, and the harm stand sealed', async () => {
    await on.draft()
    const [row] = await world.owner.sql`select * from intervention where case_id = ${file.id}`
    const stored = Buffer.concat(
      Object.values(row ?? {}).filter((value): value is Buffer => Buffer.isBuffer(value)),
    ).toString('latin1')
    expect(stored.length).toBeGreaterThan(100)
    for (const text of ['Seoul', 'where she is held', 'aunt']) expect(stored).not.toContain(text)
  })
})

describe('a draft', () => {
  test('two who change it at once see each other’s words, and nothing is overwritten', async () => {
    const id = await on.draft()
    await on.change(owner, id, { addressee: 'the office in Bangkok' })
    const stale = on.change(someone(lead), id, { addressee: 'the office in Geneva' })
    await expect(stale).rejects.toMatchObject({
      code: 'conflict',
      theirs: { addressee: 'the office in Bangkok', version: '2', 'disclose-name': '' },
    })
    expect((await one(id)).addressee).toBe('the office in Bangkok')
  })

  test('a coordinator approves what another wrote, never what they wrote or wrote in, not even past the verb', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const [mine, touched] = [await on.draft({}, someone(lead)), await on.draft()]
    await on.change(someone(lead), touched)
    await expect(on.approve(someone(lead), mine)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(on.approve(someone(lead), touched, { version: '2' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(on.approve(owner, mine)).rejects.toMatchObject({ code: 'forbidden' })
    const past = (by: Person, approver: Person) =>
      world.as(by, (ctx) =>
        ctx.db.execute(
          `update intervention set state = 'approved', approved_by = '${approver.id}' where id = '${mine}'`,
        ),
      )
    await expect(past(someone(lead), someone(lead))).rejects.toThrow()
    await expect(past(owner, owner)).rejects.toThrow()
    await expect(past(owner, someone(second))).rejects.toThrow()
    expect((await one(mine)).state).toBe('draft')
    await on.approve(someone(second), mine)
    expect(await one(mine)).toMatchObject({ state: 'approved', approvedBy: someone(second).id })
  })

  test('what was approved stays word for word, and what was changed meanwhile is not approved unread', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const id = await on.draft()
    await on.change(owner, id, { requestedAction: 'ask for a visit' })
    await expect(on.approve(someone(lead), id)).rejects.toMatchObject({ code: 'conflict', theirs: undefined })
    await on.approve(someone(lead), id, { version: '2' })
    await expect(on.change(owner, id, { version: '3' })).rejects.toMatchObject({ code: 'conflict' })
    const past = world.as(owner, (ctx) =>
      ctx.db.execute(`update intervention set requested_action = '\\x00' where id = '${id}'`),
    )
    await expect(past).rejects.toThrow()
  })

  test('nothing goes out that was not approved', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const id = await on.draft()
    await expect(on.submit(owner, id, { version: '1' })).rejects.toMatchObject({ code: 'conflict' })
    const past = world.as(owner, (ctx) =>
      ctx.db.execute(`update intervention set state = 'submitted', submitted_at = now() where id = '${id}'`),
    )
    await expect(past).rejects.toThrow()
  })
})

describe('9. no intervention leaves draft unless each disclosed field is covered by a consent that stands then, or by an override of two approvers', () => {
  test('a consent for another purpose unlocks nothing, one for every purpose does', async () => {
    await on.consent({ UN_WGEID: 'granted', SHARE_UNHCR: 'granted', CASEWORK: 'granted' })
    const id = await on.draft({ type: 'WGEID_URGENT', mechanism: 'WGEID', 'disclose-name': 'on' })
    await expect(on.approve(someone(lead), id)).rejects.toMatchObject(missing)
    expect((await one(id)).coverage.map(({ field, scope, by }) => [field, scope, by !== null])).toEqual([
      ['circumstances', 'UN_WGEID', true],
      ['name', 'UN_WGEID', true],
      ['name', 'NAME_TO_ACCUSED_STATE', false],
    ])
    await on.consent({ NAME_TO_ACCUSED_STATE: 'granted' })
    await on.approve(someone(lead), id)
    await on.submit(owner, id)
    expect((await one(id)).state).toBe('submitted')
  })

  test('what was allowed when it was approved and is not when it is sent stays in the house', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const id = await on.draft()
    await on.approve(someone(lead), id)
    await on.consent({ SHARE_UNHCR: 'refused' })
    await expect(on.submit(owner, id)).rejects.toMatchObject(missing)
    expect((await one(id)).state).toBe('approved')
    await on.consent({ SHARE_UNHCR: 'granted' })
    await on.submit(owner, id)
  })

  test('an override takes two coordinators beside whoever wrote it, a basis and a reason, and both are on record', async () => {
    const id = await on.draft({}, someone(third))
    await expect(on.override(owner, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(on.override(someone(third), id)).rejects.toMatchObject({ code: 'forbidden' })
    await on.override(someone(lead), id)
    await expect(on.approve(someone(second), id)).rejects.toMatchObject(missing)
    await expect(decide(someone(lead))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decide(someone(third))).rejects.toMatchObject({ code: 'forbidden' })
    await decide(someone(second))
    expect((await one(id)).override).toMatchObject({
      basis: 'vital_interests',
      reason: 'nobody can be asked in time',
      proposedBy: someone(lead).id,
      decidedBy: someone(second).id,
    })
    await on.approve(someone(second), id, { version: '2' })
    await on.submit(owner, id, { version: '3' })
    expect((await one(id)).state).toBe('submitted')
    const shown = await world.does(someone(lead), readSituation, { ref: file.ref, on: undefined })
    expect(shown.proposals).toMatchObject([{ kind: 'disclosure', override: { scopes: ['SHARE_UNHCR'] } }])
  })

  test('an override covers what nobody had allowed then and nothing else, and ends with the first no after it', async () => {
    const id = await on.draft()
    await overridden(id)
    await on.approve(someone(lead), id, { version: '2' })
    await on.consent({ SHARE_UNHCR: 'refused' })
    await expect(on.submit(owner, id, { version: '3' })).rejects.toMatchObject(missing)
  })

  test('other words need another override', async () => {
    const id = await on.draft()
    await overridden(id)
    await on.change(owner, id, { version: '2', 'disclose-health': 'on' })
    await expect(on.approve(someone(lead), id, { version: '3' })).rejects.toMatchObject(missing)
    await on.override(someone(lead), id, { version: '3' })
    await on.change(owner, id, { version: '3', 'disclose-photo': 'on' })
    await expect(decide(someone(second))).rejects.toMatchObject(refusal({ reason: 'changed-since' }))
  })

  test('where everything is allowed there is nothing to override', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const id = await on.draft()
    await expect(on.override(someone(lead), id)).rejects.toMatchObject(refusal({ basis: 'nothing-missing' }))
  })
})

describe('10. a consent that is withdrawn blocks at once, raises a task for every live intervention that used it, and leaves the record', () => {
  test('each live one is a task for the owner of the file, those that are over or rest on another are not', async () => {
    const [out, over, taken] = [await sent(), await sent(), await sent()]
    await on.tell(owner, over, { state: 'closed', outcome: 'NO_REPLY' })
    await on.withdraw(owner, taken, { version: '3' })
    await on.consent({ SHARE_ICRC: 'granted' })
    const other = await on.draft({ type: 'ICRC_TRACING', mechanism: 'ICRC' })
    await on.approve(someone(lead), other)
    await on.submit(owner, other)
    const steps = () => world.owner.sql`select * from intervention_step where case_id = ${file.id} order by id`
    const before = await steps()
    await on.consent({ SHARE_UNHCR: 'withdrawn' })
    expect(await tasks(out)).toEqual(['consent open', 'reply open'])
    expect(await tasks(over)).toEqual(['reply done'])
    expect(await tasks(taken)).toEqual(['reply done'])
    expect(await tasks(other)).toEqual(['reply open'])
    const [task] = await world.owner.sql`select owner_id from task where about_id = ${out} and kind = 'consent'`
    expect(task).toEqual({ owner_id: owner.id })
    expect(await steps()).toEqual(before)
    expect(await one(out)).toMatchObject({ state: 'submitted', coverage: [{ by: null }] })
  })

  test('new disclosure is blocked in the same breath, for drafts and for what was approved', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const [draft, approved] = [await on.draft(), await on.draft()]
    await on.approve(someone(lead), approved)
    await on.consent({ SHARE_UNHCR: 'withdrawn' })
    await expect(on.approve(someone(lead), draft)).rejects.toMatchObject(missing)
    await expect(on.submit(owner, approved)).rejects.toMatchObject(missing)
    expect(await tasks(approved)).toEqual(['consent open'])
    await on.withdraw(owner, approved, { version: '2' })
    expect(await tasks(approved)).toEqual(['consent done'])
  })

  test('a submission waits for a withdrawal that is being recorded, and then finds it', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const id = await on.draft()
    await on.approve(someone(lead), id)
    const { sql } = world.owner
    const racing = sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`consents ${file.id}`}, 0))`
      const submitting = on.submit(owner, id).catch((error: unknown) => error)
      await new Promise((done) => setTimeout(done, 300))
      await tx`insert into consent (id, case_id, given_by, capacity, scope, decision, method, at, recorded_by, recorded_at)
        values (gen_random_uuid(), ${file.id}, ${file.caller}, 'SELF', 'SHARE_UNHCR', 'withdrawn', 'voice', '\\x00', ${owner.id}, now())`
      return { submitting }
    })
    expect(await (await racing).submitting).toMatchObject(missing)
  })

  test('a step that was recorded is never changed or taken away', async () => {
    await sent()
    await expect(world.owner.sql`delete from intervention_step where case_id = ${file.id}`).rejects.toMatchObject({
      code: 'VG423',
    })
  })
})

test('a critical file stands on the coordinator’s board until something for it is approved', async () => {
  await world.owner.sql`update case_file set risk = 'R4' where id = ${file.id}`
  const query = { keysDir: '', world: 'demo' as const, embedded: false }
  const stands = async () => {
    const home = await world.does(someone(lead), readHome, query)
    const without = home.role === 'coordinator' ? (home.board?.without ?? []) : expect.fail(home.role)
    return without.some(({ ref }) => ref === file.ref)
  }
  expect(await stands()).toBe(true)
  await on.consent({ SHARE_UNHCR: 'granted' })
  const id = await on.draft()
  expect(await stands()).toBe(true)
  await on.approve(someone(lead), id)
  expect(await stands()).toBe(false)
  await world.owner.sql`update case_file set risk = 'R2' where id = ${file.id}`
  const quiet = await aFullFile(world, owner, 'assigned')
  await world.owner.sql`update case_file set risk = 'R3' where id = ${quiet.id}`
  const home = await world.does(someone(lead), readHome, query)
  expect(JSON.stringify(home)).not.toContain(`"ref":"${quiet.ref}","changedAt"`)
})

describe('an answer that is waited for', () => {
  const due = async (id: string) => {
    const [row] = await world.owner.sql<{ days: number }[]>`
      select round(extract(epoch from due_at - now()) / 86400)::int as days from task
       where about_id = ${id} and kind = 'reply' and state = 'open'`
    return row?.days
  }

  test('is due in sixty days where nobody says otherwise, moves when the state has it, and is done when it comes', async () => {
    const id = await sent()
    expect(await due(id)).toBe(60)
    await on.tell(owner, id, { version: '3' })
    expect(await due(id)).toBe(60)
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await on.tell(owner, id, { version: '4', state: 'transmitted_to_state', at: yesterday })
    expect([58, 59]).toContain(await due(id))
    await expect(on.tell(owner, id, { version: '5' })).rejects.toMatchObject({ code: 'conflict' })
    await on.tell(owner, id, { version: '5', state: 'replied', outcome: 'DENIED', impact: '-2', note: 'they deny it' })
    expect(await tasks(id)).toEqual(['reply done'])
    expect(await one(id)).toMatchObject({ state: 'replied', outcome: 'DENIED', replyDueAt: null })
    expect((await one(id)).steps.at(-1)).toMatchObject({ state: 'replied', impact: '-2', note: 'they deny it' })
  })

  test('what goes to the special procedures is asked about once more after 45 days, before it is public', async () => {
    await on.consent({ UN_SP: 'granted' })
    const id = await on.draft({ type: 'SP_URGENT_APPEAL', mechanism: 'SPECIAL_PROCEDURES' })
    await on.approve(someone(lead), id)
    await on.submit(owner, id)
    const asked = () => world.owner.sql<{ state: string; days: number }[]>`
      select t.state, round(extract(epoch from t.due_at - now()) / 86400)::int as days
        from task t join consent c on c.id = t.about_id where t.case_id = ${file.id} and t.kind = 'consent'`
    expect(await asked()).toMatchObject([{ state: 'open', days: 45 }])
    await on.consent({ UN_SP: 'granted' })
    expect(await asked()).toMatchObject([{ state: 'done' }])
  })

  test('what goes elsewhere stays in the house of its body and is not asked about again', async () => {
    await sent()
    expect(await world.owner.sql`select from task where case_id = ${file.id} and kind = 'consent'`).toHaveLength(0)
  })

  test('bad dates are said at their field: a day past, an answer from the future or from before it was sent', async () => {
    await on.consent({ SHARE_UNHCR: 'granted' })
    const id = await on.draft()
    await on.approve(someone(lead), id)
    await expect(on.submit(owner, id, { replyDue: '2021-05-04' })).rejects.toMatchObject(
      refusal({ replyDue: 'not-ahead' }),
    )
    await on.submit(owner, id, { replyDue: '2999-05-04' })
    const replied = { state: 'replied', outcome: 'DENIED' }
    await expect(on.tell(owner, id, { ...replied, at: '2999' })).rejects.toMatchObject(refusal({ at: 'future-date' }))
    await expect(on.tell(owner, id, { ...replied, at: '2021' })).rejects.toMatchObject(
      refusal({ at: 'before-sending' }),
    )
    await on.tell(owner, id, { ...replied, at: today() })
  })

  test('a new situation of the person is told to whoever was written to', async () => {
    const id = await sent()
    const quiet = await on.draft()
    const returned = { ref: file.ref, version: '1', situation: 'RETURNED', sourceId: file.source, credibility: '3' }
    await world.does(owner, recordSituation, RecordSituation.parse({ ...returned, when: 'May 2021' }))
    expect(await tasks(id)).toEqual(['reply open', 'visit-later open'])
    expect(await tasks(quiet)).toEqual([])
  })
})
