import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { refuseHeld, startEmbedded } from '@/db/embedded'
import { ensureRoles } from '@/db/embedded/ensure-roles'
import { rolePassword } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'
import {
  checkWorld,
  childVariables,
  databaseVariables,
  type Env,
  ownerVariables,
  passwordVariable,
  readEnv,
  type World,
} from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'
import { ensureBuilt, markServing } from './build'
import { chooseWorld } from './choose-world'
import { type Child, serverFlags, startChild } from './child'
import { type Folders, openFolders } from './open-folders'
import { refuseTakenPort } from './refuse-taken-port'
import { Shutdown } from './shutdown'
import { demoLines, demoPassword } from './demo-lines'

type Start = { env: Env; world: World; folders: Folders; isDev: boolean; shutdown: Shutdown }

const web = join('app', 'host', 'web.mjs')
const answerWithinMs = 120_000

/** The owner's connection, to a server or to the PostgreSQL that is started here. */
async function openDatabase({ env, folders, shutdown }: Start): Promise<Connection> {
  if (env.database) return env.database
  const cluster = await startEmbedded(folders)
  shutdown.add(cluster.stop)
  void cluster.ended.then(() => fail(shutdown, 'PostgreSQL ended by itself.'))
  return ensureRoles(cluster.superuser, folders.keysDir)
}

async function fail(shutdown: Shutdown, words: string) {
  if (!shutdown.hasBegun) process.stderr.write(`Vigil: ${words}\n`)
  await shutdown.end(1)
}

const commonVariables = ({ env, world }: Start, owner: Connection) => ({
  ...childVariables(),
  ...databaseVariables(owner),
  VIGIL_DB_PLACE: env.database ? 'server' : 'embedded',
  VIGIL_WORLD: world,
  HOST: env.host,
  PORT: String(env.port),
  VIGIL_MAIL: env.mail ? 'on' : 'off',
  NEXTAUTH_URL: env.nextAuthUrl ?? `http://localhost:${env.port}`,
})

const demoVariables = ({ env, world, folders }: Start): Record<string, string> =>
  world === 'demo' ? { VIGIL_DEMO_PASSWORD: demoPassword(folders.keysDir, env.demoPassword) } : {}

/** The only process that is given the owner's password, and it ends before anything is served. */
async function runMigration(
  start: Start,
  owner: Connection,
): Promise<{ lines: string[]; mailKey: string | undefined }> {
  const child = startChild(['--import', 'tsx', join('app', 'host', 'migrate.ts')], {
    ...commonVariables(start, owner),
    ...demoVariables(start),
    ...ownerVariables(owner),
    VIGIL_KEYS: start.folders.keysDir,
  })
  start.shutdown.add(child.stop)
  if ((await child.ended) !== 0) await start.shutdown.end(1)
  return { lines: child.said.flatMap(linesIn), mailKey: child.said.map(mailKeyIn).find((key) => key !== undefined) }
}

const linesIn = (message: unknown): string[] =>
  typeof message === 'object' && message !== null && 'lines' in message && Array.isArray(message.lines)
    ? message.lines.map(String)
    : []

const mailKeyIn = (message: unknown): string | undefined =>
  typeof message === 'object' && message !== null && 'mailKey' in message ? String(message.mailKey) : undefined

function startServer(start: Start, owner: Connection): Child {
  const { env, folders, isDev } = start
  const variables = {
    ...commonVariables(start, owner),
    ...demoVariables(start),
    ...passwordVariable('vigil_app', rolePassword(folders.keysDir, 'vigil_app')),
    VIGIL_KEYS: folders.keysDir,
    NEXTAUTH_SECRET: readFileSync(join(folders.keysDir, 'session.key'), 'utf8').trim(),
  }
  const args = [...serverFlags, web, ...(isDev ? ['--dev'] : []), '-H', env.host, '-p', String(env.port)]
  return startChild(args, variables, isDev ? 'development' : 'production')
}

function startWorker(start: Start, owner: Connection): Child {
  return startChild(['--import', 'tsx', join('app', 'host', 'worker.ts')], {
    ...commonVariables(start, owner),
    ...passwordVariable('vigil_sequencer', rolePassword(start.folders.keysDir, 'vigil_sequencer')),
    ...passwordVariable('vigil_clock', rolePassword(start.folders.keysDir, 'vigil_clock')),
  })
}

/** It opens names to compare them: it holds the keys, and the password of a role that writes pairs alone. */
const startMatcher = (start: Start, owner: Connection) =>
  startChild(['--max-old-space-size=192', '--import', 'tsx', join('app', 'host', 'matcher.ts')], {
    ...commonVariables(start, owner),
    ...passwordVariable('vigil_matcher', rolePassword(start.folders.keysDir, 'vigil_matcher')),
    VIGIL_KEYS: start.folders.keysDir,
  })

/** It holds what opens addresses, where mail is handed in, and the password of a role that reads addresses alone. */
const startNotifier = (start: Start, owner: Connection, given: { mailKey: string; url: string; from: string }) =>
  startChild(['--import', 'tsx', join('app', 'host', 'notifier.ts')], {
    ...commonVariables(start, owner),
    ...passwordVariable('vigil_notifier', rolePassword(start.folders.keysDir, 'vigil_notifier')),
    VIGIL_SMTP: given.url,
    VIGIL_MAIL_FROM: given.from,
    VIGIL_MAIL_KEY: given.mailKey,
  })

const statusOf = (address: string) =>
  fetch(address, { signal: AbortSignal.timeout(answerWithinMs) }).then(
    (response) => response.status,
    () => undefined,
  )

async function waitUntilHealthy({ env, shutdown }: Start) {
  const host =
    env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host.includes(':') ? `[${env.host}]` : env.host
  const latest = Date.now() + answerWithinMs
  while (!shutdown.hasBegun && (await statusOf(`http://${host}:${env.port}/api/health`)) !== 200) {
    if (Date.now() > latest) throw new StartFailure('The server does not answer /api/health with 200.')
    await pause(50)
  }
}

/** If one part ends by itself, the whole does, and says which. */
function supervise(shutdown: Shutdown, child: Child, name: string) {
  shutdown.add(child.stop)
  void child.ended.then((code) => {
    if (!shutdown.hasBegun) process.stderr.write(child.written())
    return fail(shutdown, `the ${name} ended by itself (${code}).`)
  })
}

async function run(start: Start) {
  const { env, folders, shutdown, isDev } = start
  refuseHeld(folders.dataDir)
  await refuseTakenPort(env.host, env.port)
  const owner = await openDatabase(start)
  const { lines, mailKey } = await runMigration(start, owner)
  if (!isDev) {
    await ensureBuilt(shutdown)
    shutdown.add(markServing())
  }
  const server = startServer(start, owner)
  supervise(shutdown, server, 'server')
  supervise(shutdown, startWorker(start, owner), 'worker')
  supervise(shutdown, startMatcher(start, owner), 'matcher')
  if (env.mail && mailKey) supervise(shutdown, startNotifier(start, owner, { ...env.mail, mailKey }), 'notifier')
  await waitUntilHealthy(start)
  server.listen()
  const password = demoVariables(start).VIGIL_DEMO_PASSWORD
  const told = [`Vigil is ready: http://localhost:${env.port}`, ...(password ? demoLines(password) : []), ...lines]
  if (!shutdown.hasBegun) process.stdout.write(`${told.join('\n')}\n`)
}

/** Everything `npm start` does after the packages are there, until a signal or the end of a part ends it. */
export async function serve({ isDev }: { isDev: boolean }) {
  const env = readEnv()
  const world = await chooseWorld(env)
  checkWorld(env, world)
  const folders = openFolders(env, world)
  const shutdown = new Shutdown()
  try {
    await run({ env, world, folders, isDev, shutdown })
  } catch (error) {
    if (shutdown.hasBegun) return
    await shutdown.run()
    throw error
  }
}
