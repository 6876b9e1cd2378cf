import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { sql } from 'drizzle-orm'
import { clockId } from '@/lib/access/grants'
import { grantReachSql, isDecidingSql, isGlassSql, isReadingSql, openToSql } from '@/lib/access/grant-reach-sql'
import { privilegeSql } from '@/lib/access/privileges'
import type { Connection } from '@/lib/database-url'
import { openWorkflows } from '@/lib/cases/workflow'
import { silenceDaysSql } from '@/lib/situations/silence-days-sql'
import { type Database, connect } from './client'
import { drawHouseKeys } from './house'
import { raiseJobs } from './jobs/raise-jobs'
import type { Keyring } from './keyring'
import { runMigrationSteps } from './migration-steps/run'

export type Migration = {
  owner: Connection
  passwords: Readonly<Record<string, string>>
  keyring: Keyring
  now: Date
}

const place = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const statements = (name: string) => sql.raw(readFileSync(place(name), 'utf8'))

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The grants table of lib/access, and what else lib decides that functions ask for, put where the database reads it. */
const generated = (): string[] => [
  `create or replace function grant_reach(role text, deed text) returns text language sql immutable as $$ ${grantReachSql()} $$`,
  `create or replace function open_to(role text) returns text[] language sql immutable as $$ ${openToSql()} $$`,
  `create or replace function is_deciding(deed text) returns boolean language sql immutable as $$ ${isDecidingSql()} $$`,
  `create or replace function is_glass(deed text) returns boolean language sql immutable as $$ ${isGlassSql()} $$`,
  `create or replace function is_reading(deed text) returns boolean language sql immutable as $$ ${isReadingSql()} $$`,
  `create or replace function silence_days(situation text) returns integer language sql immutable as $$ ${silenceDaysSql()} $$`,
  `create or replace function clock_actor() returns uuid language sql immutable as $$ select '${clockId}'::uuid $$`,
  `create or replace function is_open(workflow text) returns boolean language sql immutable as $$ select $1 in (${openWorkflows.map(literal).join(', ')}) $$`,
]

async function raise(db: Database): Promise<void> {
  await db.execute(sql`set check_function_bodies = off`)
  await db.execute(sql`set row_security = off`)
  await db.execute(statements('./walls/roles.sql'))
  for (const text of generated()) await db.execute(sql.raw(text))
  await db.execute(statements('./walls/functions.sql'))
  await runMigrations(db, { migrationsFolder: place('./migrations') })
  await db.execute(statements('./walls/guards.sql'))
  for (const text of privilegeSql()) await db.execute(sql.raw(text))
  await raiseJobs(db)
}

/**
 * Brings a database up to this code, as its owner, on a connection of its own that is closed afterwards:
 * roles, functions, tables, policies, guards, privileges, passwords, house keys, then the steps that need the vault.
 * Two at a time wait for each other.
 */
export async function migrate({ owner, passwords, keyring, now }: Migration): Promise<void> {
  const { sql: pool, db } = connect(owner, 1)
  try {
    await db.execute(sql`select pg_advisory_lock(hashtext('vigil migration'))`)
    await raise(db)
    for (const [role, password] of Object.entries(passwords)) {
      await db.execute(sql.raw(`alter role ${role} password ${literal(password)}`))
    }
    await drawHouseKeys(db, keyring)
    await runMigrationSteps({ db, keyring, now })
  } finally {
    await pool.end({ timeout: 5 })
  }
}
