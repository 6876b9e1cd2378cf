import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartFailure } from '@/lib/start-failure'
import type { Binaries } from './binaries'
import type { ServerUser } from './server-user'
import { settingsOf } from './settings'

export type Serving = {
  clusterDir: string
  socketDir: string
  logFile: string
  binaries: Binaries
  user: ServerUser
  throwAway: boolean
}

const logBytesMax = 5_000_000

function openLog(path: string) {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

function launch({ clusterDir, socketDir, logFile, binaries, user, throwAway }: Serving): ChildProcess {
  const log = openLog(logFile)
  const [command, ...args] = [...user.prefix, binaries.postgres, '-D', clusterDir]
  const child = spawn(command, [...args, ...settingsOf(socketDir, throwAway)], {
    ...(user.uid !== undefined && { uid: user.uid, gid: user.uid }),
    cwd: '/',
    detached: true,
    env: binaries.environment,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

/** The eighth line of postmaster.pid says how far the server is, as pg_ctl reads it. */
function isReady(clusterDir: string, pid: number | undefined) {
  const file = join(clusterDir, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

type Attempt = { child: ChildProcess } | { child: undefined; reason: string }

async function attempt(serving: Serving): Promise<Attempt> {
  const child = launch(serving)
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended ??= `it ended with ${signal ?? code}`))
  const latest = Date.now() + 60_000
  while (ended === undefined && Date.now() < latest) {
    if (isReady(serving.clusterDir, child.pid)) return { child }
    await pause(5)
  }
  if (ended === undefined) child.kill('SIGQUIT')
  return { child: undefined, reason: ended ?? 'it was not ready after a minute' }
}

/** The children of a server that was killed need a moment to notice, and hold its shared memory until then. */
export async function startPostmaster(serving: Serving): Promise<ChildProcess> {
  const mayLinger = existsSync(join(serving.clusterDir, 'postmaster.pid'))
  for (let left = mayLinger ? 20 : 0; ; left -= 1) {
    const tried = await attempt(serving)
    if (tried.child) return tried.child
    if (left <= 0) throw new StartFailure(`PostgreSQL did not start, ${tried.reason}; its log is ${serving.logFile}`)
    await pause(250)
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** A fast shutdown: sessions are cut, what was committed is on disk. */
export async function stopPostmaster(child: ChildProcess) {
  if (hasEnded(child)) return
  child.ref()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await gone
  clearTimeout(impatience)
}

const watch = `read -r _
kill -INT "$1" 2>/dev/null
n=0
while kill -0 "$1" 2>/dev/null && [ "$n" -lt 100 ]; do sleep 0.1; n=$((n+1)); done
rmdir "$2" 2>/dev/null`

/**
 * Stops the server when this process is gone, however it went: the watcher waits on a pipe that only the end of this
 * process, or the answered function, closes. It stands in a session of its own, where no Ctrl-C and no group kill
 * reaches it.
 */
export function outlive(child: ChildProcess, socketDir: string): () => void {
  const watcher = spawn('/bin/sh', ['-c', watch, 'vigil-watch', String(child.pid), socketDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/bin:/bin', NODE_ENV: 'production' },
  })
  watcher.unref()
  watcher.stdin.on('error', () => undefined)
  child.unref()
  return () => watcher.kill('SIGKILL')
}
