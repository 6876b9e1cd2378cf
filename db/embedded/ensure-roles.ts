import postgres from 'postgres'
import { rolePassword, scramVerifier } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'

/**
 * The owner of the database, which may make roles and is no superuser, and the database `vigil`. The other roles are
 * made by the owner's migrations.
 */
export async function ensureRoles(superuser: Connection, keysDir: string): Promise<Connection> {
  const sql = postgres({ ...superuser, max: 1, onnotice: () => undefined, idle_timeout: 5 })
  const password = rolePassword(keysDir, 'vigil_owner')
  try {
    const [found] = await sql`select from pg_roles where rolname = 'vigil_owner'`
    const deed = found ? 'alter' : 'create'
    await sql.unsafe(
      `${deed} role vigil_owner login createrole nosuperuser nocreatedb noreplication nobypassrls password '${scramVerifier(password)}'`,
    )
    const [database] = await sql`select from pg_database where datname = 'vigil'`
    if (!database) {
      await sql.unsafe('create database vigil owner vigil_owner')
      await sql.unsafe('revoke temporary on database vigil from public')
      await sql.unsafe('revoke all on database postgres, template1 from public')
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
  return { ...superuser, database: 'vigil', username: 'vigil_owner', password }
}
