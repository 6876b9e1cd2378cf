import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { readCase } from '@/db/cases/read-case'
import { askMatch } from '@/db/matches/ask-match'
import { decideMatch } from '@/db/matches/decide-match'
import { listMatches } from '@/db/matches/list-matches'
import { readMatch } from '@/db/matches/read-match'
import { approveMatch, declineMatch, undoMatch } from '@/db/matches/approve-match'
import { GiveGrant } from '@/lib/cases/forms'
import { ApproveMatch, DecideMatch, DeclineMatch, ListMatches, UndoMatch } from '@/lib/matches/forms'
import { anOpenFile } from '../../support/cases'
import { aPair } from '../../support/pairs'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let southOwner: Person
let southLead: Person
let one: { id: string; ref: string }
let other: { id: string; ref: string }
let pairId: string

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
  southOwner = await world.person({ role: 'caseworker', teamId: world.south })
  southLead = await world.person({ role: 'coordinator', teamId: world.south })
})

beforeEach(async () => {
  one = await anOpenFile(world, owner)
  other = await anOpenFile(world, southOwner)
  pairId = await aPair(world, one.id, other.id)
})

const grant = (by: Person, ref: string, to: Person) =>
  world.does(by, giveGrant, GiveGrant.parse({ ref, email: to.email, level: 'read', days: '7', reason: 'asked for' }))

/** Both files are read by the north's people: the south has given them a grant. */
async function bothRead() {
  await grant(southLead, other.ref, owner)
  await grant(southLead, other.ref, lead)
}

const versionOf = async () => {
  const [row] = await world.owner.sql<{ version: number }[]>`select version from match_pair where id = ${pairId}`
  return String(row?.version ?? 0)
}

const decide = async (by: Person, decision: string) =>
  world.does(by, decideMatch, DecideMatch.parse({ pairId, version: await versionOf(), decision, reason: 'one story' }))

async function live() {
  const [row] = await world.owner.sql<{ id: string; state: string; version: number }[]>`
    select id, state, version from same_as where pair_id = ${pairId} order by decided_at desc limit 1`
  if (!row) throw new Error('a decision was expected')
  return { pairId, sameId: row.id, version: String(row.version) }
}

const approve = async (by: Person) => world.does(by, approveMatch, ApproveMatch.parse(await live()))
const undo = async (by: Person) =>
  world.does(by, undoMatch, UndoMatch.parse({ ...(await live()), reason: 'two sisters' }))

async function linkedFiles() {
  const rows = await world.owner.sql<{ id: string; by_link: string | null }[]>`
    select id, confidentiality_by_link as by_link from case_file where id in (${one.id}, ${other.id})`
  return new Map(rows.map(({ id, by_link: byLink }) => [id, byLink]))
}

/** What everybody reaches of every file, row for row. */
async function reachOfAll(): Promise<string> {
  const seen = []
  for (const person of [owner, lead, southOwner, southLead]) {
    const rows = await world.as(person, async ({ db }) => [
      ...(await db.execute(
        'select id, team_id, owner_id, confidentiality, workflow, version from case_file order by id',
      )),
      ...(await db.execute('select id from person order by id')),
      ...(await db.execute('select id from person_name order by id')),
    ])
    seen.push(JSON.stringify(rows))
  }
  const reach = await world.owner.sql`select user_id, case_id, via, level from case_reach order by 1, 2, 3`
  return seen.join() + JSON.stringify(reach)
}

describe('who sees a pair', () => {
  test('side by side only who may read both files; to everybody else it is not found', async () => {
    for (const person of [owner, lead, southOwner, southLead])
      await expect(world.does(person, readMatch, { id: pairId })).rejects.toMatchObject({ code: 'not-found' })
    await bothRead()
    const view = await world.does(owner, readMatch, { id: pairId })
    expect(view.sides.map(({ ref }) => ref).sort()).toEqual([one.ref, other.ref].sort())
    expect(view.sides[0]?.names).toContain('리은별')
    await expect(world.does(southOwner, readMatch, { id: pairId })).rejects.toMatchObject({ code: 'not-found' })
    const entries = await world.owner.sql`
      select case_id from audit_entry where deed = 'match.read' and actor_id = ${owner.id} and ${pairId} = any(object_ids) and outcome = 'done'`
    expect(entries.map(({ case_id: id }) => String(id)).sort()).toEqual([one.id, other.id].sort())
  })

  test('a coordinator is told that a file may match one of another team, and nothing of that one', async () => {
    const { hints, rows } = await world.does(lead, listMatches, ListMatches.parse({}))
    expect(rows.map(({ id }) => id)).not.toContain(pairId)
    const hint = hints.find((found) => found.pairId === pairId)
    expect(hint).toMatchObject({ ref: one.ref, team: 'South team' })
    expect(JSON.stringify(hint)).not.toContain(other.ref)
    expect((await world.does(owner, listMatches, ListMatches.parse({}))).hints).toEqual([])
  })

  test.each(['confidentiality', 'confidentiality_by_link'])(
    'of a named file out of reach nobody is told, and nobody can ask for it: named by its %s',
    async (column) => {
      const { sql } = world.owner
      const [before] = await sql`select ${sql(column)} as word from case_file where id = ${other.id}`
      await sql`update case_file set ${sql({ [column]: 'named' })} where id = ${other.id}`
      const { hints } = await world.does(lead, listMatches, ListMatches.parse({}))
      expect(hints.map((hint) => hint.pairId)).not.toContain(pairId)
      await expect(world.does(lead, askMatch, { pairId })).rejects.toMatchObject({ cause: { code: 'VG404' } })
      await sql`update case_file set ${sql({ [column]: before?.['word'] ?? null })} where id = ${other.id}`
    },
  )

  test('a coordinator asks once for the other file, and the team that holds it is told who', async () => {
    await world.does(lead, askMatch, { pairId })
    await expect(world.does(lead, askMatch, { pairId })).rejects.toMatchObject({ code: 'conflict' })
    const notices = await world.owner.sql`select team_id, kind from notice where about_id = ${pairId}`
    expect(notices).toEqual([{ team_id: world.south, kind: 'match-asked' }])
    const { hints } = await world.does(southLead, listMatches, ListMatches.parse({}))
    expect(hints.find((hint) => hint.pairId === pairId)?.askedUs?.email).toBe(lead.email)
    const entries = await world.owner.sql`
      select case_id from audit_entry where deed = 'match.ask' and ${pairId} = any(object_ids)`
    expect(entries.map(({ case_id: id }) => String(id)).sort()).toEqual([one.id, other.id].sort())
  })
})

describe('a decision', () => {
  test('that two files are one person waits for a second person, and nobody approves their own', async () => {
    await bothRead()
    await decide(lead, 'same')
    expect(await linkedFiles()).toEqual(
      new Map([
        [one.id, null],
        [other.id, null],
      ]),
    )
    await expect(approve(lead)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(approve(owner)).rejects.toMatchObject({ code: 'forbidden' })
    await grant(lead, one.ref, southLead)
    await approve(southLead)
    const [pair] = await world.owner.sql`select state from match_pair where id = ${pairId}`
    expect(pair).toEqual({ state: 'same' })
  })

  test('nobody approves their own past the verb either: the database refuses it', async () => {
    await bothRead()
    await decide(lead, 'same')
    const { sameId } = await live()
    const own = world.as(lead, ({ db }) =>
      db.execute(
        `update same_as set state = 'standing', settled_by = '${lead.id}', settled_at = now() where id = '${sameId}'`,
      ),
    )
    await expect(own).rejects.toMatchObject({ cause: { code: /42501|23514/ } })
  })

  test('of two at once the second is told that another has decided', async () => {
    await bothRead()
    const version = await versionOf()
    await decide(owner, 'different')
    const late = DecideMatch.parse({ pairId, version, decision: 'same', reason: 'one story' })
    await expect(world.does(lead, decideMatch, late)).rejects.toMatchObject({
      code: 'conflict',
      theirs: { decision: 'different' },
    })
  })

  test('declined opens the pair again; unsure can be decided later, and each stays in the history', async () => {
    await bothRead()
    await decide(owner, 'same')
    await world.does(lead, declineMatch, DeclineMatch.parse({ ...(await live()), reason: 'two sisters' }))
    await decide(owner, 'unsure')
    await decide(lead, 'different')
    const { decisions, state } = await world.does(owner, readMatch, { id: pairId })
    expect(state).toBe('different')
    expect(decisions.map(({ decision, state: of }) => [decision, of])).toEqual([
      ['different', 'standing'],
      ['unsure', 'undone'],
      ['same', 'declined'],
    ])
  })

  test('by who reads one file alone, or neither, is not found', async () => {
    for (const person of [owner, lead, southOwner])
      await expect(decide(person, 'different')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a link', () => {
  test('changes nobody’s reach, moves nothing and deletes nothing, and neither does its undoing', async () => {
    await bothRead()
    const before = await reachOfAll()
    await decide(owner, 'same')
    await approve(lead)
    expect(await reachOfAll()).toBe(before)
    await undo(owner)
    expect(await reachOfAll()).toBe(before)
    const [pair] = await world.owner.sql`select state from match_pair where id = ${pairId}`
    expect(pair).toEqual({ state: 'open' })
  })

  test('gives both files the stricter confidentiality of the two while it stands, and undoing takes it back', async () => {
    await bothRead()
    await world.owner.sql`update case_file set confidentiality = 'team' where id = ${one.id}`
    await decide(owner, 'same')
    await approve(lead)
    expect(await linkedFiles()).toEqual(
      new Map([
        [one.id, 'assigned'],
        [other.id, 'assigned'],
      ]),
    )
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${other.id}`
    expect(await linkedFiles()).toEqual(
      new Map([
        [one.id, 'named'],
        [other.id, 'named'],
      ]),
    )
    await undo(owner)
    expect(await linkedFiles()).toEqual(
      new Map([
        [one.id, null],
        [other.id, null],
      ]),
    )
  })

  test('is told on the page of a file to who reads both, and to nobody else', async () => {
    await bothRead()
    await decide(owner, 'same')
    await approve(lead)
    const seen = await world.does(owner, readCase, { ref: one.ref })
    expect(seen.links).toMatchObject([{ ref: other.ref }])
    expect((await world.does(southOwner, readCase, { ref: other.ref })).links).toEqual([])
  })
})

test('the log tells what was decided of a pair, and never why: a reason is for those who read both files', async () => {
  await bothRead()
  await decide(owner, 'same')
  await approve(lead)
  await undo(owner)
  const files = [one, other].map(({ id }) => ({
    id,
    teamId: '',
    confidentiality: 'assigned' as const,
    own: 'work' as const,
  }))
  const details = await world.as(owner, async (ctx) => {
    await ctx.vault.load(files)
    const entries = await ctx.db.query.auditEntries.findMany()
    return entries
      .filter(({ deed, objectIds }) => deed.startsWith('match.') && objectIds.includes(pairId))
      .map(({ id, caseId, details: sealed }) =>
        ctx.vault.isHouseSealed(sealed)
          ? ctx.vault.openForHouse('audit_entry.details', id, sealed)
          : ctx.vault.openRaw('audit_entry.details', { caseId: caseId ?? '', rowId: id }, sealed),
      )
      .map((plain) => plain.subarray(32).toString('utf8'))
  })
  expect(details.join()).toContain('"decision":"same"')
  expect(details.join()).not.toMatch(/one story|two sisters|reason/)
})
