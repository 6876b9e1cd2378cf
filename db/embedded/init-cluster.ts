import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '@/lib/start-failure'
import type { Binaries } from './binaries'
import { giveTo, initUser, type ServerUser } from './server-user'
import { hostRules } from './settings'

export type Making = { clusterDir: string; verifier: string; binaries: Binaries; user: ServerUser; throwAway: boolean }

const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8']

/** Made beside its place and moved there whole, so that a start that was cut short leaves nothing half made. */
export function initCluster({ clusterDir, verifier, binaries, user, throwAway }: Making) {
  const draft = `${clusterDir}.new`
  const passwordFile = `${clusterDir}.verifier`
  const maker = initUser(user)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(maker, draft)
  writeFileSync(passwordFile, `${verifier}\n`, { mode: 0o644 })
  const args = [binaries.initdb, '-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  args.push(...locale, '--encoding=UTF8', '--lc-messages=C', '--no-instructions', ...(throwAway ? ['--no-sync'] : []))
  const [command = '', ...rest] = [...maker.prefix, ...args]
  const made = spawnSync(command, rest, {
    ...(maker.uid !== undefined && { uid: maker.uid, gid: maker.uid }),
    cwd: '/',
    env: binaries.environment,
    encoding: 'utf8',
  })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw new StartFailure(`PostgreSQL could not make its data folder: ${reasonOf(made)}`)
  writeFileSync(join(draft, 'pg_hba.conf'), hostRules)
  giveTo(user, draft)
  renameSync(draft, clusterDir)
}

const reasonOf = (made: { error?: Error; stderr: string | null }) =>
  made.error?.message ?? (made.stderr ?? '').trim().split('\n').at(-1) ?? 'no reason given'
