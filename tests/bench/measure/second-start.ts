import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '@/app/host/child'
import { lockHolder } from '@/db/embedded/hold-lock'
import { childVariables } from '@/lib/env'
import { type Row, atMost } from '../report'
import { freePort } from '../servers'

const patienceMs = 120_000

const isHeld = (folder: string) => lockHolder(join(folder, 'data', 'demo', 'lock')) !== undefined

/** npm ends before what it started does: the data folder says when the last of it has gone. */
async function stopped(child: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
  await ended
  const latest = performance.now() + patienceMs
  while (isHeld(folder) && performance.now() < latest) await pause(50)
}

/** How long `npm start` takes to answer, in seconds; it is stopped again. */
async function start(folder: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...childVariables(),
      NODE_ENV: 'production',
      PORT: String(port),
      VIGIL_WORLD: 'demo',
      VIGIL_DATA: join(folder, 'data'),
      VIGIL_KEYS: join(folder, 'keys'),
    },
  })
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).then(
        ({ status }) => status,
        () => 0,
      )
      if (answer === 200) return (performance.now() - begun) / 1000
      if (child.exitCode !== null || performance.now() - begun > patienceMs)
        throw new Error('npm start does not answer')
      await pause(20)
    }
  } finally {
    await stopped(child, folder)
  }
}

/** The demonstration is loaded by a first start; the second is measured. */
export async function measureSecondStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-second-'))
  try {
    await start(folder)
    return [atMost('npm start, second run', { ours: await start(folder), budget: 5, unit: 's' })]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
