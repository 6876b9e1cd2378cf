import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { rolePassword } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'
import { childVariables, type World } from '@/lib/env'

/** What a test needs to know of a running product; plain data, so that a global setup can hand it on. */
export type Running = {
  origin: string
  password: string
  world: World
  folders: { base: string; data: string; keys: string; temporary: string; log: string }
}

export type Product = Running & {
  start: () => Promise<void>
  stop: () => Promise<void>
  /** Ends it as a power cut would, without a word. */
  kill: () => Promise<void>
  restart: () => Promise<void>
  /** Stops it and takes its folders away. */
  end: () => Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const readyWithinMs = 240_000
const stoppedWithinMs = 30_000

const listens = (host: string, port: number) =>
  new Promise<number | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })

/** A port that nobody listens on, on either loopback address. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await listens('127.0.0.1', 0)
    if (port !== undefined && (await listens('::1', port)) !== undefined) return port
    if (port !== undefined && (await listens('127.0.0.1', port)) !== undefined && !(await hasIpv6())) return port
  }
  throw new Error('no free port was found')
}

const hasIpv6 = async () => (await listens('::1', 0)) !== undefined

function makeFolders(): Running['folders'] {
  const base = mkdtempSync(join(tmpdir(), 'vigil-app-'))
  const named = (name: string) => join(base, name)
  const folders = { base, data: named('data'), keys: named('keys'), temporary: named('tmp'), log: named('said.log') }
  mkdirSync(folders.temporary)
  // PostgreSQL runs as another user when the tests run as root, and has to pass through.
  for (const folder of [base, folders.temporary]) chmodSync(folder, 0o711)
  return folders
}

type Settings = { world?: World; smtp?: string }

function launch({ origin, password, world, folders }: Running, smtp: string | undefined): ChildProcess {
  const log = openSync(folders.log, 'a')
  const child = spawn(process.execPath, [join(root, 'app', 'host', 'start.mjs')], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: {
      ...childVariables(),
      NODE_ENV: 'production',
      PORT: new URL(origin).port,
      VIGIL_WORLD: world,
      VIGIL_DATA: folders.data,
      VIGIL_KEYS: folders.keys,
      TMPDIR: folders.temporary,
      ...(world === 'demo' && { VIGIL_DEMO_PASSWORD: password }),
      ...(smtp !== undefined && { VIGIL_SMTP: smtp, VIGIL_MAIL_FROM: 'vigil@house.example' }),
    },
  })
  closeSync(log)
  return child
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

const answers = (origin: string) =>
  fetch(`${origin}/api/health`).then(
    () => true,
    () => false,
  )

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function untilReady(child: ChildProcess, { folders }: Running) {
  const latest = Date.now() + readyWithinMs
  const linesBefore = readiesIn(folders.log)
  while (readiesIn(folders.log) === linesBefore) {
    if (hasEnded(child) || Date.now() > latest) throw new Error(`the product did not start:\n${saidBy({ folders })}`)
    await wait(50)
  }
}

const readiesIn = (log: string) => readFileSync(log, 'utf8').split('Vigil is ready').length

/** All that the product has said so far, on stdout and stderr. */
export const saidBy = ({ folders }: Pick<Running, 'folders'>): string => readFileSync(folders.log, 'utf8')

async function halt(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const impatience = setTimeout(() => child.kill('SIGKILL'), stoppedWithinMs)
  await ended
  clearTimeout(impatience)
}

/** The whole product as `npm start` runs it, on a free port and folders of its own, which outlive a restart. */
export async function startProduct({ world = 'demo', smtp }: Settings = {}): Promise<Product> {
  const password = 'a quiet owl keeps watch'
  const running: Running = { origin: `http://localhost:${await freePort()}`, password, world, folders: makeFolders() }
  let child: ChildProcess | undefined
  const stop = async () => {
    if (child) await halt(child)
    child = undefined
  }
  const kill = async () => {
    if (child) await halt(child, 'SIGKILL')
    child = undefined
    while (await answers(running.origin)) await wait(50)
  }
  const start = async () => {
    child = launch(running, smtp)
    await untilReady(child, running).catch(async (error: unknown) => {
      await stop()
      throw error
    })
  }
  const restart = async () => {
    await stop()
    await start()
  }
  const end = async () => {
    await stop()
    rmSync(running.folders.base, { recursive: true, force: true })
  }
  await start().catch(async (error: unknown) => {
    await end()
    throw error
  })
  return { ...running, start, stop, kill, restart, end }
}

/** The socket's folder and the password of a database role of a running product. */
export function databaseOf({ world, folders }: Running, role: 'postgres' | 'vigil_app' = 'postgres'): Connection {
  const socket = readdirSync(folders.temporary).find((name) => /^vigil-\w{6}$/.test(name))
  if (socket === undefined) throw new Error('the product has no socket folder')
  return {
    host: join(folders.temporary, socket),
    port: 5432,
    database: 'vigil',
    username: role,
    password: rolePassword(join(folders.keys, world), role),
    ssl: false,
    prepare: true,
  }
}

/** Asks the database as its superuser: what stands there, whoever may see it. */
export async function asSuperuser<T>(running: Running, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...databaseOf(running), max: 1, onnotice: () => undefined })
  try {
    return await ask(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
