import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartFailure } from '@/lib/start-failure'

function commandLine(pid: number): string[] {
  if (process.platform === 'linux') {
    const file = `/proc/${pid}/cmdline`
    return existsSync(file) ? readFileSync(file, 'utf8').split('\0') : []
  }
  return execFileSync('/bin/sh', ['-c', `ps -o args= -p ${pid} || true`], { encoding: 'utf8' })
    .trim()
    .split(' ')
}

const serves = (pid: number, clusterDir: string) => {
  const words = commandLine(pid)
  return words[words.indexOf('-D') + 1] === clusterDir
}

async function waitUntilGone(pid: number, clusterDir: string) {
  for (let left = 200; left > 0 && serves(pid, clusterDir); left -= 1) await pause(50)
  return !serves(pid, clusterDir)
}

function removeSocketFolder(socketDir: string) {
  const isOurs = basename(socketDir).startsWith('vigil-') && [tmpdir(), '/tmp'].includes(dirname(socketDir))
  if (isOurs) rmSync(socketDir, { recursive: true, force: true })
}

/**
 * To be called by whoever holds the lock of the data folder. A server that outlived its Vigil is stopped. A stale
 * postmaster.pid whose number some other process has by now gets ours instead: PostgreSQL takes its parent's number for
 * stale, and still refuses while children of the dead server hold its memory, which a deleted file would hide from it.
 */
export async function settleLeftovers(clusterDir: string) {
  const file = join(clusterDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(first)
  if (pid > 0 && serves(pid, clusterDir)) {
    process.kill(pid, 'SIGINT')
    if (!(await waitUntilGone(pid, clusterDir))) process.kill(pid, 'SIGQUIT')
    if (!(await waitUntilGone(pid, clusterDir)))
      throw new StartFailure(`An older PostgreSQL (process ${pid}) holds this data folder and does not end: stop it.`)
  }
  removeSocketFolder(rest[3] ?? '')
  if (existsSync(file)) writeFileSync(file, [process.pid, ...rest].join('\n'))
}
