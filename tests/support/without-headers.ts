import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childVariables, databaseVariables, passwordVariable } from '@/lib/env'
import { type Running, databaseOf, freePort } from './product'

const root = fileURLToPath(new URL('../../', import.meta.url))
const answerWithinMs = 60_000

const variablesOf = (running: Running, origin: string): Record<string, string> => {
  const database = databaseOf(running, 'vigil_app')
  const keysDir = join(running.folders.keys, running.world)
  return {
    ...childVariables(),
    ...databaseVariables(database),
    ...passwordVariable('vigil_app', database.password),
    VIGIL_DB_PLACE: 'embedded',
    VIGIL_WORLD: running.world,
    VIGIL_KEYS: keysDir,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: readFileSync(join(keysDir, 'session.key'), 'utf8').trim(),
  }
}

/** A second server on the same database and the same build: Next alone, without the server of ours before it. */
export async function serveWithoutHeaders(running: Running): Promise<{ origin: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: root,
    stdio: 'ignore',
    env: { ...variablesOf(running, origin), NODE_ENV: 'production' },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const answers = () =>
    fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  const latest = Date.now() + answerWithinMs
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > latest) {
      await stop()
      throw new Error('the server without our headers did not start')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { origin, stop }
}
