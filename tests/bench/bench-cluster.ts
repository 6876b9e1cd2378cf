import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Cluster, startEmbedded } from '@/db/embedded'
import { ensureRoles } from '@/db/embedded/ensure-roles'
import { type Keyring, createKeyring } from '@/db/keyring'
import { migrate } from '@/db/migrate'
import { markLevel } from '@/db/refuse-other-level'
import { rolePassword, scramVerifier } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'

export type BenchCluster = {
  keysDir: string
  superuser: Connection
  /** An empty database with that name, of the owner's. */
  database: (name: string) => Promise<Connection>
  /** The same, with Vigil's tables and walls. */
  migrated: (name: string) => Promise<Connection>
  stop: () => Promise<void>
}

async function makeDatabase(superuser: Connection, name: string): Promise<void> {
  const sql = postgres({ ...superuser, max: 1, onnotice: () => undefined })
  await sql.unsafe(`create database ${name} owner vigil_owner`)
  await sql.end()
}

async function raise(owner: Connection, keyring: Keyring): Promise<void> {
  const roles = ['vigil_app', 'vigil_sequencer', 'vigil_clock', 'vigil_notifier', 'vigil_matcher'] as const
  const passwords = Object.fromEntries(roles.map((role) => [role, scramVerifier(rolePassword(keyring.folder, role))]))
  await migrate({ owner, passwords, keyring, now: new Date() })
  const sql = postgres({ ...owner, max: 1, onnotice: () => undefined })
  await markLevel(sql)
  await sql.end()
}

const stopped = async (cluster: Cluster, base: string) => {
  await cluster.stop()
  rmSync(base, { recursive: true, force: true })
}

/** A PostgreSQL of its own in a temporary folder, with the settings of every other and fsync on. */
export async function startBenchCluster(): Promise<BenchCluster> {
  const base = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
  const [dataDir, keysDir] = [join(base, 'data'), join(base, 'keys')]
  const cluster = await startEmbedded({ dataDir, keysDir })
  const owner = await ensureRoles(cluster.superuser, keysDir)
  const keyring = createKeyring(keysDir)
  const database = async (name: string) => {
    await makeDatabase(cluster.superuser, name)
    return { ...owner, database: name }
  }
  const migrated = async (name: string) => {
    const made = await database(name)
    await raise(made, keyring)
    return made
  }
  return { keysDir, superuser: cluster.superuser, database, migrated, stop: () => stopped(cluster, base) }
}
