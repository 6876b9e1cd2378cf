import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveGrant } from '@/db/cases/give-grant'
import { listCases } from '@/db/cases/list-cases'
import { readCase } from '@/db/cases/read-case'
import type { Ctx } from '@/db/ctx'
import { refusedByDatabase } from '@/db/refused-by-database'
import { auditEntries } from '@/db/schema'
import { can } from '@/lib/access/can'
import { deedsOnClosed, grants } from '@/lib/access/grants'
import { GiveGrant } from '@/lib/cases/forms'
import { ListCases } from '@/lib/cases/list-cases'
import { Refusal } from '@/lib/refusal'
import { anOpenFile } from '../../support/cases'
import { decided } from '../../support/decided'
import { intervened } from '../../support/interventions'
import { type SceneFile, aFullFile, heldBy } from '../../support/scene'
import type { Given, Part, VerbRow } from '../../support/verb-row'
import { outsideVerbs, quietVerbs, verbTable } from '../../support/verb-table'
import { somePairs } from '../../support/pairs'
import { togetherParts } from '../../support/together-parts'
import { type Person, type World, makeWorld } from '../../support/world'

const password = 'an old password that is long'

type Actor = 'owner' | 'mate' | 'lead' | 'reader' | 'helper' | 'stranger' | 'otherLead' | 'auditor' | 'admin'

let world: World
let people: Record<Actor | 'colleague' | 'waiting', Person>
let own: Given['parts']
let foreign: Given['parts']

let pairs: Given['pairs']
const notice = randomUUID()
const shut = '문가람'

async function withGrant(file: SceneFile, lead: Person): Promise<Given['parts']> {
  for (const [email, level] of [
    [people.reader.email, 'read'],
    [people.helper.email, 'work'],
  ]) {
    if (file.owner === people.owner) {
      await world.does(
        lead,
        giveGrant,
        GiveGrant.parse({ ref: file.ref, email, level, days: '7', reason: 'asked for' }),
      )
    }
  }
  if (file.owner !== people.owner) {
    const email = people.colleague.email
    await world.does(
      lead,
      giveGrant,
      GiveGrant.parse({ ref: file.ref, email, level: 'read', days: '7', reason: 'asked for' }),
    )
  }
  const [row] = await world.owner.sql<{ id: string }[]>`select id from access_grant where case_id = ${file.id} limit 1`
  const parts = {
    ...(await decided(world, file)),
    ...(await togetherParts(world, file)),
    ...(await intervened(world, file)),
  }
  return { ...file, ...parts, grant: row?.id ?? '' }
}

beforeAll(async () => {
  world = await makeWorld()
  const { south } = world
  const one = (role: Person['role'], teamId?: string, state?: string) =>
    world.person({ role, password, ...(teamId && { teamId }), ...(state && { state }) })
  people = {
    owner: await one('caseworker'),
    mate: await one('caseworker'),
    lead: await one('coordinator'),
    reader: await one('caseworker', south),
    helper: await one('caseworker', south),
    stranger: await one('caseworker', south),
    otherLead: await one('coordinator', south),
    auditor: await one('auditor'),
    admin: await one('admin'),
    colleague: await one('caseworker'),
    waiting: await one('caseworker', world.north, 'waiting'),
  }
  own = await withGrant(await aFullFile(world, people.owner, 'assigned'), people.lead)
  foreign = await withGrant(await aFullFile(world, people.stranger, 'assigned'), people.otherLead)
  await world.owner.sql`insert into house_setting (name, value) values ('calendar-feeds', 'on')`
  pairs = await somePairs(world, { file: own, stranger: people.stranger })
  await anOpenFile(world, people.stranger, { name: shut, otherName: '' })
  await world.owner
    .sql`insert into notice (id, team_id, kind, at) values (${notice}, ${world.north}, 'name-searched', now())`
})

const given = (actor: Person, parts: Given['parts']): Given => ({
  actor,
  password,
  parts,
  teamId: world.north,
  colleague: people.colleague,
  waiting: people.waiting,
  otherTeam: world.south,
  notice,
  shut,
  referral: foreign.referral,
  pairs,
})

class Undone extends Error {}

const entriesOf = (ctx: Ctx, row: VerbRow) =>
  ctx.db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.actorId, ctx.actor.id),
        eq(auditEntries.deed, auditDeedOf(row)),
        eq(auditEntries.outcome, 'done'),
      ),
    )

const auditDeedOf = (row: VerbRow) => row.name

/** Runs a verb and undoes it: `done`, with how many entries it wrote, or the code of its refusal. */
async function rehearse(
  row: VerbRow,
  actor: Person,
  parts: Given['parts'],
): Promise<{ answer: string; entries: number }> {
  let entries = 0
  const answer = await world
    .as(actor, async (ctx) => {
      const before = (await entriesOf(ctx, row)).length
      await row.run(ctx, given(actor, parts))
      entries = (await entriesOf(ctx, row)).length - before
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return 'done'
      const refusal = error instanceof Refusal ? error : refusedByDatabase(error)
      if (!refusal) throw error
      return refusal.code
    })
  return { answer: answer, entries }
}

/** One digest of every row of every table. */
async function digest(): Promise<string> {
  const tables = await world.owner.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from "${name}" t`,
  )
  return JSON.stringify(await world.owner.sql.unsafe(`${parts.join(' union all ')} order by name`))
}

test('every verb of db stands in the table', async () => {
  const root = fileURLToPath(new URL('../../../db', import.meta.url))
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/^(demo|migrations|schema|embedded)\//.test(path),
  )
  const known = new Set<unknown>([...verbTable.map(({ verb }) => verb), ...outsideVerbs, ...quietVerbs])
  const missing: string[] = []
  let found = 0
  for (const path of paths) {
    const module: Record<string, unknown> = await import(`${root}/${path}`)
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== 'function' || !('deed' in value)) continue
      found += 1
      if (!known.has(value)) missing.push(`${path} ${name}`)
    }
  }
  expect(missing).toEqual([])
  expect(found).toBe(known.size)
})

const partsOf = ({ asked }: VerbRow) => (asked.on === 'file' ? asked.parts : [])

const actors = ['owner', 'mate', 'lead', 'reader', 'helper', 'stranger', 'otherLead', 'auditor', 'admin'] as const

async function expectedOnFile(row: VerbRow, actor: Person): Promise<string> {
  if (row.asked.on !== 'file') throw new Error('a verb about a file was expected')
  const held = await heldBy(world, actor, own)
  if (can(actor, row.asked.deed, held)) return 'done'
  return can(actor, 'case:read', held) ? 'forbidden' : 'not-found'
}

describe('a verb about a file is allowed or refused exactly as the grants table says, and leaves its entry', () => {
  test.each(verbTable.filter(({ asked }) => asked.on === 'file').map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      const before = await digest()
      const answers = new Set<string>()
      for (const name of actors) {
        const expected = await expectedOnFile(row, people[name])
        const { answer, entries } = await rehearse(row, people[name], own)
        expect(answer, name).toBe(expected)
        if (expected === 'done') expect(entries, name).toBe(1)
        answers.add(answer)
      }
      expect([...answers].sort()).toEqual(expect.arrayContaining(['done', 'not-found']))
      expect(await digest()).toBe(before)
    },
  )
})

describe('a verb about the house is allowed or refused exactly as the grants table says, and leaves its entry', () => {
  const roles = ['owner', 'lead', 'auditor', 'admin'] as const
  test.each(verbTable.filter(({ asked }) => asked.on === 'house').map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      const { asked } = row
      if (asked.on !== 'house') throw new Error('a verb about the house was expected')
      const before = await digest()
      for (const name of roles) {
        const reach = grants[people[name].role][asked.deed]
        const isAllowed = asked.reach ? reach === asked.reach : reach !== undefined
        const { answer, entries } = await rehearse(row, people[name], own)
        expect(answer, name).toBe(isAllowed ? 'done' : 'forbidden')
        if (isAllowed) expect(entries, name).toBe(row.entries ?? 1)
      }
      expect(await digest()).toBe(before)
    },
  )
})

describe('what everybody may do with an own account leaves its entry in the same transaction', () => {
  const rows = verbTable.filter(({ asked }) => asked.on === 'anyone')
  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    for (const role of ['caseworker', 'coordinator', 'auditor', 'admin'] as const) {
      const actor = await world.person({ role, password })
      const transaction = await world.as(actor, async (ctx) => {
        const [now] = await ctx.db.execute<{ id: string }>(
          'select (pg_current_xact_id()::text::bigint % 4294967296)::text as id',
        )
        await row.run(ctx, given(actor, own))
        return now?.id ?? ''
      })
      const entries = await world.owner.sql`
        select deed from audit_entry where actor_id = ${actor.id} and xmin::text = ${transaction}`
      expect(entries, role).toEqual([{ deed: row.name }])
    }
  })
})

describe('a stranger', () => {
  const onFiles = verbTable.filter(({ asked }) => asked.on === 'file')

  test.each(onFiles.map((row) => [row.name, row] as const))(
    '%s: a file of another team is not found',
    async (_, row) => {
      for (const name of ['stranger', 'otherLead'] as const) {
        expect((await rehearse(row, people[name], own)).answer).toBe('not-found')
      }
    },
  )

  const children = onFiles.flatMap((row) => partsOf(row).map((part): [string, Part, VerbRow] => [row.name, part, row]))

  test.each(children)('%s: the %s of another file under an own ref is not found', async (_, part, row) => {
    let tried = 0
    for (const [name, mine, other] of [
      ['stranger', foreign, own],
      ['otherLead', foreign, own],
      ['owner', own, foreign],
      ['lead', own, foreign],
    ] as const) {
      const allowed = await rehearse(row, people[name], mine)
      if (allowed.answer !== 'done') continue
      const before = await digest()
      expect((await rehearse(row, people[name], { ...mine, [part]: other[part] })).answer, name).toBe('not-found')
      expect(await digest()).toBe(before)
      tried += 1
    }
    expect(tried).toBeGreaterThan(0)
  })

  test('a ref that cannot be one is answered as a file that is not there', async () => {
    for (const row of onFiles) {
      expect((await rehearse(row, people.owner, { ...own, ref: "V-'; drop" })).answer, row.name).toBe('not-found')
    }
  })

  test('an account that waits in another team, or a session of someone else, is not found', async () => {
    const confirm = verbTable.find(({ name }) => name === 'account.confirm')
    const end = verbTable.find(({ name }) => name === 'account.session-end')
    if (!confirm || !end) throw new Error('two verbs were expected')
    expect((await rehearse(confirm, people.otherLead, own)).answer).toBe('not-found')
    const answer: unknown = await world
      .as(people.stranger, (ctx) => end.run(ctx, given(people.owner, own)))
      .catch((error: unknown) => error)
    expect(answer).toMatchObject({ code: 'not-found' })
  })
})

describe('a closed file', () => {
  const onFiles = verbTable.filter(({ asked, name }) => asked.on === 'file' && name !== 'case.reopen')
  const stays = (row: VerbRow) => row.asked.on === 'file' && deedsOnClosed.includes(row.asked.deed)

  test('takes nothing more until it is opened again, from nobody', async () => {
    const workflowIs = (word: string) => world.owner.sql`update case_file set workflow = ${word} where id = ${own.id}`
    await workflowIs('closed')
    const before = await digest()
    for (const row of onFiles.filter((one) => !stays(one))) {
      for (const name of ['owner', 'lead', 'helper'] as const) {
        expect((await rehearse(row, people[name], own)).answer, `${row.name} by the ${name}`).toBe('forbidden')
      }
    }
    for (const row of onFiles.filter(({ name }) => name === 'case.close' || name === 'case.monitor')) {
      expect((await rehearse(row, people.lead, own)).answer, row.name).toBe('invalid')
    }
    expect((await rehearse(verbNamed('case.read'), people.owner, own)).answer).toBe('done')
    expect(await digest()).toBe(before)
    await workflowIs('active')
  })
})

const verbNamed = (name: string) => verbTable.find((row) => row.name === name) ?? expect.fail(`${name} is no verb`)

describe('what a page reads', () => {
  test('a file is read by those the table names, with one entry, and not found by everyone else', async () => {
    for (const name of actors) {
      const isAllowed = can(people[name], 'case:read', await heldBy(world, people[name], own))
      const seen: unknown = await world
        .as(people[name], (ctx) => readCase(ctx, { ref: own.ref }))
        .catch((error: unknown) => error)
      const rows = await world.owner.sql`
        select 1 from audit_entry where actor_id = ${people[name].id} and deed = 'case.read' and case_id = ${own.id}`
      expect(rows.length, name).toBe(isAllowed ? 1 : 0)
      expect(seen, name).toMatchObject(isAllowed ? { ref: own.ref } : { code: 'not-found' })
    }
  })

  test('a list holds the files within reach and no other, and no auditor or admin has one', async () => {
    for (const name of actors) {
      const answer: unknown = await world
        .as(people[name], (ctx) => listCases(ctx, ListCases.parse({})))
        .catch((error: unknown) => error)
      if (!grants[people[name].role]['case:read']) {
        expect(answer, name).toMatchObject({ code: 'forbidden' })
        continue
      }
      const refs: string[] = []
      for (const file of [own, foreign]) {
        if (can(people[name], 'case:read', await heldBy(world, people[name], file))) refs.push(file.ref)
      }
      expect(answer, name).toMatchObject({ rows: expect.any(Array) })
      expect(
        refs.every((ref) => JSON.stringify(answer).includes(ref)),
        name,
      ).toBe(true)
      for (const file of [own, foreign]) {
        if (!refs.includes(file.ref)) expect(JSON.stringify(answer), name).not.toContain(file.ref)
      }
    }
  })
})
