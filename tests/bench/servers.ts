import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, root, serverFlags, startChild } from '@/app/host/child'
import { rolePassword } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'
import { childVariables, databaseVariables, passwordVariable } from '@/lib/env'

export type Server = { origin: string; pid: number | undefined; stop: () => Promise<void> }

const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
const web = join('app', 'host', 'web.mjs')
const patienceMs = 60_000

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function answering(child: Child, address: string): Promise<void> {
  const latest = Date.now() + patienceMs
  const status = () =>
    fetch(address).then(
      (response) => response.status,
      () => 0,
    )
  while ((await status()) !== 200) {
    if (Date.now() > latest) throw new Error(`${address} does not answer: ${child.written()}`)
    await pause(50)
  }
}

const common = (database: Connection, origin: string) => ({
  ...childVariables(),
  ...databaseVariables(database),
  VIGIL_DB_PLACE: 'embedded',
  VIGIL_WORLD: 'own',
  NEXTAUTH_URL: origin,
})

/** Vigil's server on one database, started as the host starts it. `flags` go to Node, to look into it. */
export async function startOurs(database: Connection, keysDir: string, flags: string[] = []): Promise<Server> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = startChild([...serverFlags, ...flags, web, '-H', '127.0.0.1', '-p', String(port)], {
    ...common(database, origin),
    ...passwordVariable('vigil_app', rolePassword(keysDir, 'vigil_app')),
    VIGIL_KEYS: keysDir,
    NEXTAUTH_SECRET: readFileSync(join(keysDir, 'session.key'), 'utf8').trim(),
    HOST: '127.0.0.1',
    PORT: String(port),
  })
  await answering(child, `${origin}/api/health`)
  return { origin, pid: child.pid, stop: child.stop }
}

/** Vigil's worker on one database, so that the log is put in order while it is written. */
export function startOurWorker(database: Connection, keysDir: string): Pick<Server, 'stop'> {
  return startChild(['--import', 'tsx', join('app', 'host', 'worker.ts')], {
    ...common(database, 'http://127.0.0.1'),
    ...passwordVariable('vigil_sequencer', rolePassword(keysDir, 'vigil_sequencer')),
    ...passwordVariable('vigil_clock', rolePassword(keysDir, 'vigil_clock')),
  })
}

/** Vigil's matcher on one database, as the host starts it. */
export function startOurMatcher(database: Connection, keysDir: string): Pick<Server, 'pid' | 'stop'> {
  return startChild(['--max-old-space-size=192', '--import', 'tsx', join('app', 'host', 'matcher.ts')], {
    ...common(database, 'http://127.0.0.1'),
    ...passwordVariable('vigil_matcher', rolePassword(keysDir, 'vigil_matcher')),
    VIGIL_KEYS: keysDir,
  })
}

/** The floor's server; `rows` says how many rows its write route inserts. */
export async function startFloor(database: Connection, rows: number): Promise<Server> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { host, username, password } = database
  const folder = join('tests', 'bench', 'floor')
  const child = startChild([next, 'start', folder, '-H', '127.0.0.1', '-p', String(port)], {
    ...childVariables(),
    FLOOR_DATABASE: JSON.stringify({ host, port: database.port, database: database.database, username, password }),
    FLOOR_ROWS: String(rows),
  })
  await answering(child, `${origin}/bare`)
  return { origin, pid: child.pid, stop: child.stop }
}
