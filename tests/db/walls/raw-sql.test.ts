import { createHash, randomBytes, randomUUID } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { can } from '@/lib/access/can'
import { type Deed, grants } from '@/lib/access/grants'
import { type Scene, heldBy, makeScene } from '../../support/scene'
import { type Person, makeWorld } from '../../support/world'

type Row = Record<string, unknown>

let scene: Scene
let app: Sql
const columnsOf = new Map<string, string[]>()

beforeAll(async () => {
  const world = await makeWorld()
  scene = await makeScene(world)
  app = postgres({ ...world.app, max: 1, onnotice: () => undefined })
  const rows = await world.owner.sql<{ name: string; columns: string[] | null }[]>`
    select c.relname::text as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               and has_column_privilege('vigil_app', c.oid, a.attnum, 'select')) as columns
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') order by 1`
  for (const { name, columns } of rows) columnsOf.set(name, columns ?? [])
  afterAll(() => app.end({ timeout: 5 }))
})

/** Everything the application role sees of a table on this connection state, with no check of any code in between. */
async function seen(table: string, hash: Uint8Array | null, atHand = ''): Promise<Row[]> {
  const columns = columnsOf.get(table) ?? []
  if (columns.length === 0) return []
  return app.begin(async (tx) => {
    if (hash) await tx`select set_config('vigil.session', ${Buffer.from(hash).toString('hex')}, true)`
    await tx`select set_config('vigil.file', ${atHand}, true), set_config('vigil.files', ${atHand && `{${atHand}}`}, true)`
    return tx.unsafe<Row[]>(`select ${columns.map((name) => `"${name}"`).join(', ')} from "${table}"`)
  })
}

const all = async (table: string): Promise<Row[]> => scene.world.owner.sql.unsafe<Row[]>(`select * from "${table}"`)

/** Wrapped keys open nothing without the keyring, and the process must read them before anyone has signed in. */
const openToNobody = ['house_key']

/** Tables without any privilege: only definer functions reach them. */
const closed = [
  'audit_pending',
  'case_reach',
  'glass_hint',
  'invitation',
  'match_ask',
  'match_due',
  'may_exist_use',
  'migration_step',
  'throttle',
]

async function expectNothing(hash: Uint8Array | null): Promise<void> {
  for (const table of columnsOf.keys()) {
    if (openToNobody.includes(table)) continue
    expect(await seen(table, hash), table).toEqual([])
  }
}

describe('code that forgets every check still returns nothing it may not see', () => {
  test('every table holds rows, so that an empty answer means a wall', async () => {
    for (const table of columnsOf.keys())
      expect((await all(table)).length, table).toBeGreaterThan(table === 'record_pseudonymised' ? -1 : 0)
  })

  test('without a session nothing is seen', () => expectNothing(null))

  test('a made-up session hash shows nothing', () => expectNothing(randomBytes(32)))

  test('the id of an account or of a session in place of the hash shows nothing', async () => {
    await expectNothing(Buffer.from(scene.owner.id.replaceAll('-', ''), 'hex'))
    await expectNothing(createHash('sha256').update(scene.lead.sessionId).digest())
  })

  test('a session hash that is no hash is an error or nothing, never rows', async () => {
    for (const text of ['', 'zz', "' or true --", scene.owner.id]) {
      const answer: unknown = await app
        .begin(async (tx) => {
          await tx`select set_config('vigil.session', ${text}, true)`
          return tx`select id from case_file`
        })
        .catch((error: unknown) => error)
      expect(answer instanceof Error || (Array.isArray(answer) && answer.length === 0), text).toBe(true)
    }
  })

  test('tables that only definer functions read refuse the application role outright', async () => {
    expect([...columnsOf].filter(([, columns]) => columns.length === 0).map(([name]) => name)).toEqual(closed)
    for (const table of closed) {
      await expect(app.unsafe(`select 1 from "${table}"`), table).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('the hash of a session and of a password are columns nobody can read', async () => {
    await expect(app`select hash from session`).rejects.toMatchObject({ code: '42501' })
    await expect(app`select password_hash from account`).rejects.toMatchObject({ code: '42501' })
  })
})

const readWith: Readonly<Record<string, Deed>> = {
  channel_key: 'contact:reveal',
  contact_value: 'contact:reveal',
  source_identity: 'source:reveal',
  draft: 'draft:write',
  glass_break: 'glass:review',
}

const isMine = (column: string) => (person: Person, row: Row) => row[column] === person.id

/** Tables whose rows are their author's, or are seen by others than the readers of their file. */
const seenOtherwise: Readonly<Record<string, (person: Person, row: Row, reach: Set<unknown>) => boolean>> = {
  draft: (person, row, reach) => isMine('author_id')(person, row) && reach.has(row['case_id']),
  follow: isMine('user_id'),
  mention: (person, row, reach) => isMine('user_id')(person, row) || reach.has(row['case_id']),
  glass_break: (person, row, reach) => isMine('user_id')(person, row) || reach.has(row['case_id']),
  referral: (person, row, reach) =>
    reach.has(row['case_id']) || (person.role === 'coordinator' && row['to_team'] === person.teamId),
}

const idOf = (row: Row) => JSON.stringify(row['id'] ?? row['channel_id'] ?? row['source_id'] ?? { ...row, since: null })

const sorted = (rows: Row[]) => rows.map(idOf).sort()

/** The files on which this person may do a deed, by the one table in lib. */
async function reachOf(person: Person, deed: Deed): Promise<Set<unknown>> {
  const reached = new Set<unknown>()
  for (const file of scene.files) if (can(person, deed, await heldBy(scene.world, person, file))) reached.add(file.id)
  return reached
}

const fileTables = () =>
  [...columnsOf].filter(
    ([name, columns]) => columns.includes('case_id') && !['audit_entry', 'form_use', 'vault_key'].includes(name),
  )

const names = ['owner', 'mate', 'lead', 'reader', 'helper', 'stranger', 'otherLead', 'auditor', 'admin'] as const

describe.each(names)('a session of the %s', (name) => {
  test('sees of every table about files the rows within reach, all of them and no other', async () => {
    const person = scene[name]
    const files = await reachOf(person, 'case:read')
    expect(sorted(await seen('case_file', person.hash))).toEqual(
      sorted((await all('case_file')).filter((row) => files.has(row['id']))),
    )
    for (const [table, columns] of fileTables()) {
      const reach = await reachOf(person, readWith[table] ?? 'case:read')
      const alsoSeen = seenOtherwise[table]
      const wanted = (await all(table)).filter((row) =>
        alsoSeen ? alsoSeen(person, row, reach) : reach.has(row['case_id']),
      )
      const pick = (row: Row) => Object.fromEntries(columns.map((column) => [column, row[column]]))
      expect(sorted(await seen(table, person.hash)), table).toEqual(sorted(wanted.map(pick)))
    }
  })

  test('sees no row more and none less, whatever file it says it reads', async () => {
    const { hash } = scene[name]
    for (const [table] of fileTables()) {
      const plain = sorted(await seen(table, hash))
      for (const { id } of scene.files) expect(sorted(await seen(table, hash, id)), table).toEqual(plain)
    }
  })

  test('sees keys of files within reach, an auditor those of log lines alone', async () => {
    const person = scene[name]
    const files = await reachOf(person, 'case:read')
    const isAuditor = grants[person.role]['audit:read'] === 'all'
    const wanted = (await all('vault_key')).filter(
      (row) => files.has(row['case_id']) || (isAuditor && row['purpose'] === 'log'),
    )
    expect(sorted(await seen('vault_key', person.hash))).toEqual(sorted(wanted))
  })

  test('sees colleagues, sessions, forms and notices as far as the grants table says', async () => {
    const { id, role, teamId, hash, sessionId } = scene[name]
    const reach = grants[role]['account:read']
    const staff = (await all('account')).filter(
      (row) => row['id'] === id || reach === 'all' || (reach === 'team' && row['team_id'] === teamId),
    )
    expect(sorted(await seen('account', hash))).toEqual(sorted(staff))
    expect(await seen('session', hash)).toMatchObject([{ id: sessionId, account_id: id }])
    const forms = (await all('form_use')).filter((row) => row['session_id'] === sessionId)
    expect(sorted(await seen('form_use', hash))).toEqual(sorted(forms))
    const notices = (await all('notice')).filter((row) => grants[role]['grant:give'] && row['team_id'] === teamId)
    expect(sorted(await seen('notice', hash))).toEqual(sorted(notices))
  })

  test('sees of the log the own entries, those of the team about files within reach, or all', async () => {
    const person = scene[name]
    const reach = grants[person.role]['audit:read']
    const files = await reachOf(person, 'audit:read')
    const ofTeam = (row: Row) =>
      reach === 'team' && row['team_id'] === person.teamId && (row['case_id'] === null || files.has(row['case_id']))
    const wanted = (await all('audit_entry')).filter(
      (row) => reach === 'all' || row['actor_id'] === person.id || ofTeam(row),
    )
    expect(sorted(await seen('audit_entry', person.hash))).toEqual(sorted(wanted))
    expect((await seen('audit_leaf', person.hash)).length).toBe(reach === 'all' ? 1 : 0)
    expect((await seen('audit_root', person.hash)).length).toBe(reach === 'all' ? 1 : 0)
  })

  test('sees pseudonymised records only as an auditor, and never an id or a ref in them', async () => {
    const rows = await seen('record_pseudonymised', scene[name].hash)
    expect(rows.length).toBe(name === 'auditor' ? scene.files.length : 0)
    const told = JSON.stringify(rows)
    for (const file of scene.files) {
      expect(told).not.toContain(file.ref)
      expect(told).not.toContain(file.id)
      expect(told).not.toContain(file.owner.id)
    }
  })
})

const growing = ['audit_entry', 'audit_leaf', 'audit_root', 'situation_entry', 'situation_basis', 'contact_log']

describe.each(growing)('%s only grows', (table) => {
  const changes = (column: string) => [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ]

  test('the application role may neither change nor take away', async () => {
    const column = columnsOf.get(table)?.[0] ?? 'id'
    for (const statement of changes(column)) {
      await expect(app.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('and the owner of the database is stopped by the trigger', async () => {
    const column = columnsOf.get(table)?.[0] ?? 'id'
    for (const statement of changes(column)) {
      await expect(scene.world.owner.sql.unsafe(statement), statement).rejects.toMatchObject({ code: 'VG423' })
    }
  })
})

test('the application role cannot become another role, switch row security off or stop a trigger', async () => {
  const attempts = [
    'set role vigil_owner',
    'set session authorization vigil_owner',
    'set session_replication_role = replica',
    'alter table case_file disable row level security',
    'alter table audit_entry disable trigger all',
    `copy (select 1) to program 'true'`,
    `create table public.kept (id uuid default '${randomUUID()}')`,
  ]
  for (const statement of attempts) {
    await expect(app.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' })
  }
})

test('with row_security off a query is an error, never a silent whole', async () => {
  await expect(app.unsafe('set row_security = off; select id from case_file')).rejects.toMatchObject({ code: '42501' })
  await app.unsafe('set row_security = on')
})
