import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/db/embedded'
import { ensureRoles } from '@/db/embedded/ensure-roles'
import { createKeyring } from '@/db/keyring'
import { migrate } from '@/db/migrate'
import { rolePassword } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'

export type TestCluster = { owner: Connection; superuser: Connection; keysDir: string; dataDir: string }

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

/** One throw-away cluster for the run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject) {
  const base = mkdtempSync(join(tmpdir(), 'vigil-test-'))
  const [dataDir, keysDir] = [join(base, 'data'), join(base, 'keys')]
  const cluster = await startEmbedded({ dataDir, keysDir, throwAway: true })
  const owner = await ensureRoles(cluster.superuser, keysDir)
  const keyring = createKeyring(keysDir)
  const passwords = {
    vigil_app: rolePassword(keysDir, 'vigil_app'),
    vigil_sequencer: rolePassword(keysDir, 'vigil_sequencer'),
    vigil_clock: rolePassword(keysDir, 'vigil_clock'),
    vigil_notifier: rolePassword(keysDir, 'vigil_notifier'),
    vigil_matcher: rolePassword(keysDir, 'vigil_matcher'),
  }
  await migrate({ owner, passwords, keyring, now: new Date() })
  const admin = postgres({ ...cluster.superuser, max: 1 })
  await admin.unsafe(`alter database ${owner.database} with is_template true allow_connections false`)
  await admin.end()
  project.provide('cluster', { owner, superuser: cluster.superuser, keysDir, dataDir })
  return async () => {
    await cluster.stop()
    rmSync(base, { recursive: true, force: true })
  }
}
