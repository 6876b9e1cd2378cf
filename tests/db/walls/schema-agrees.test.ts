import { readFileSync } from 'node:fs'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import type { ISql, Sql } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import * as schema from '@/db/schema'
import { policies, policyName } from '@/lib/access/policies'
import { callable, callableByClock, callableByNotifier, privileges } from '@/lib/access/privileges'
import { type World, makeWorld } from '../../support/world'

let world: World
let owner: Sql

beforeAll(async () => {
  world = await makeWorld()
  owner = world.owner.sql
})

const databaseRoles = ['vigil_app', 'vigil_sequencer', 'vigil_clock', 'vigil_notifier', 'vigil_matcher']

test('the tables of the code, the checked-in migrations and their snapshot are one', async () => {
  const path = new URL('../../../db/migrations/meta/', import.meta.url)
  const journal: { entries: { idx: number }[] } = JSON.parse(readFileSync(new URL('_journal.json', path), 'utf8'))
  const last = Math.max(...journal.entries.map(({ idx }) => idx))
  const snapshot: ReturnType<typeof generateDrizzleJson> = JSON.parse(
    readFileSync(new URL(`${String(last).padStart(4, '0')}_snapshot.json`, path), 'utf8'),
  )
  expect(await generateMigration(snapshot, generateDrizzleJson({ ...schema }, snapshot.id))).toEqual([])
})

test('row security stands on every table', async () => {
  const open = await owner`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`
  expect(open).toEqual([])
})

type Standing = { name: string; rule: string }

const standing = (sql: ISql) => sql<Standing[]>`
  select policyname as name, concat_ws(' | ', tablename, cmd, permissive, roles::text, 'using ' || qual, 'check ' || with_check) as rule
    from pg_policies where schemaname = 'public' order by 1`

class Undone extends Error {
  constructor(readonly written: Standing[]) {
    super('undone')
  }
}

/** The database's own spelling of the policies that lib writes: each is made once more, read back, and undone. */
async function asWritten(): Promise<Standing[]> {
  const undone: unknown = await owner
    .begin(async (tx) => {
      const rows = await tx<{ drop: string }[]>`
        select format('drop policy %I on %I', policyname, tablename) as drop from pg_policies where schemaname = 'public'`
      for (const { drop } of rows) await tx.unsafe(drop)
      for (const policy of policies) {
        const using = policy.using ? ` using (${policy.using})` : ''
        const check = policy.check ? ` with check (${policy.check})` : ''
        const head = `create policy ${policyName(policy)} on ${policy.table} for ${policy.command} to ${policy.to}`
        await tx.unsafe(`${head}${using}${check}`)
      }
      throw new Undone(await standing(tx))
    })
    .catch((error: unknown) => error)
  if (!(undone instanceof Undone)) throw undone
  return undone.written
}

test('the policies of the database are those of the grants table, word for word', async () => {
  const now = await standing(owner)
  expect(now).toHaveLength(policies.length)
  expect(now).toEqual(await asWritten())
  expect(await standing(owner)).toEqual(now)
})

test('each role holds on tables, views and columns exactly the privileges that lib lists', async () => {
  const whole = await owner<{ held: string }[]>`
    select grantee || ' ' || table_name || ' ' || lower(privilege_type) as held from information_schema.table_privileges
     where table_schema = 'public' and grantee <> 'vigil_owner' order by 1`
  const byColumn = await owner<{ held: string }[]>`
    select a.rolname || ' ' || c.relname || ' ' || lower(x.privilege_type) || ' ' || string_agg(t.attname::text, ',' order by t.attname::text) as held
      from pg_attribute t join pg_class c on c.oid = t.attrelid cross join aclexplode(t.attacl) x join pg_roles a on a.oid = x.grantee
     where c.relnamespace = 'public'::regnamespace and a.rolname <> 'vigil_owner'
     group by a.rolname, c.relname, x.privilege_type order by 1`
  const listed = privileges.filter(({ columns }) => columns === null)
  const narrow = privileges.filter(({ columns }) => columns !== null)
  expect(whole.map(({ held }) => held)).toEqual(listed.map(({ to, on, command }) => `${to} ${on} ${command}`).sort())
  expect(byColumn.map(({ held }) => held)).toEqual(
    narrow
      .map(({ to, on, command, columns }) => `${to} ${on} ${command} ${[...(columns ?? [])].sort().join(',')}`)
      .sort(),
  )
})

test('everything belongs to the owner, and the other roles own nothing', async () => {
  const owners = await owner`
    select distinct owner from (
      select pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'public'::regnamespace
      union all select pg_get_userbyid(proowner) from pg_proc where pronamespace = 'public'::regnamespace
      union all select pg_get_userbyid(typowner) from pg_type where typnamespace = 'public'::regnamespace
      union all select pg_get_userbyid(datdba) from pg_database where datname = current_database()) all_owners`
  expect(owners).toEqual([{ owner: 'vigil_owner' }])
  const held = await owner`
    select s.classid::regclass::text as what, r.rolname from pg_shdepend s join pg_roles r on r.oid = s.refobjid
     where s.deptype = 'o' and r.rolname = any(${databaseRoles})`
  expect(held).toEqual([])
})

test('no role of the house is a superuser, passes row security by, or can become another', async () => {
  const roles = await owner`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles
     where rolname = any(${databaseRoles}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`
  expect(roles).toEqual([])
  const [own] = await owner`select rolsuper or rolbypassrls as unbound from pg_roles where rolname = 'vigil_owner'`
  expect(own).toEqual({ unbound: false })
  const memberships = await owner`
    select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = any(${databaseRoles})`
  expect(memberships).toEqual([])
})

const functionsOfWalls = () => readFileSync(new URL('../../../db/walls/functions.sql', import.meta.url), 'utf8')

test('every definer function stands in db/walls/functions.sql with a fixed search_path, and no other exists', async () => {
  const found = await owner<{ name: string; config: string | null }[]>`
    select p.proname::text as name, array_to_string(p.proconfig, ';') as config from pg_proc p
     where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) order by 1`
  const written = [...functionsOfWalls().matchAll(/^create or replace function (\w+)\(/gm)].map(([, name]) => name)
  expect(found.map(({ name }) => name)).toEqual([...written].sort())
  expect(found.filter(({ config }) => config !== 'search_path=public, pg_temp')).toEqual([])
})

test('the application, the clock and the notifier may call exactly the functions listed for each, the sequencer none', async () => {
  const rows = await owner<{ role: string; name: string }[]>`
    select r.rolname::text as role, p.oid::regprocedure::text as name
      from pg_proc p cross join pg_roles r
     where p.pronamespace = 'public'::regnamespace and r.rolname = any(${databaseRoles})
       and has_function_privilege(r.oid, p.oid, 'execute')`
  const spelled = (role: string, names: readonly string[]) =>
    names.map(
      async (name) => `${role} ${String((await owner`select ${name}::regprocedure::text as name`)[0]?.['name'])}`,
    )
  const listed = await Promise.all([
    ...spelled('vigil_app', callable),
    ...spelled('vigil_clock', callableByClock),
    ...spelled('vigil_notifier', callableByNotifier),
  ])
  expect(rows.map(({ role, name }) => `${role} ${name}`).sort()).toEqual(listed.sort())
})

test('only the owner makes things in the schema, and the migrations table is out of sight', async () => {
  const [may] = await owner`
    select bool_or(has_schema_privilege(r.oid, 'public', 'create')) as create,
           bool_or(has_schema_privilege(r.oid, 'drizzle', 'usage')) as drizzle
      from pg_roles r where r.rolname = any(${databaseRoles})`
  expect(may).toEqual({ create: false, drizzle: false })
})
