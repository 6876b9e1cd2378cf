import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { ensureBuilt, markServing } from '@/app/host/build'
import { root } from '@/app/host/child'
import { Shutdown } from '@/app/host/shutdown'
import type { Connection } from '@/lib/database-url'
import { childVariables } from '@/lib/env'
import { type BenchCluster, startBenchCluster } from './bench-cluster'
import { generate } from './generator/generate'
import {
  type Staff,
  adminEmail,
  auditorEmail,
  caseworkerEmail,
  coordinatorEmail,
  openerEmails,
} from './generator/make-staff'
import { Client } from './http/client'
import { signIn } from './http/sign-in'
import { measureOpening, openOne } from './measure/opening'
import { lists, longFile, measureFile, measureFloor, measureList } from './measure/reading'
import { measureScripts } from './measure/scripts'
import { measureSecondStart } from './measure/second-start'
import type { House } from './measure/stage'
import { type Row, keepRows, table } from './report'
import { startFloor, startOurWorker, startOurs } from './servers'

const seed = 20_260_401
const say = (text: string) => process.stdout.write(`${text}\n`)

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, files: { type: 'string', default: '100000' } },
})

function buildFloor(): void {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const built = spawnSync(process.execPath, [next, 'build', join('tests', 'bench', 'floor')], {
    cwd: root,
    env: { ...childVariables(), NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the floor could not be built:\n${built.stdout}${built.stderr}`)
}

async function withSql<Value>(connection: Connection, ask: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined })
  return ask(sql).finally(() => sql.end())
}

/** How many rows all tables hold together. */
const rowsIn = (owner: Connection): Promise<number> =>
  withSql(owner, async (sql) => {
    const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
    const counts = tables.map(({ name }) => `(select count(*) from "${name}")`)
    const [row] = await sql.unsafe<{ rows: string }[]>(`select ${counts.join(' + ')} as rows`)
    return Number(row?.rows)
  })

/** Until every entry of the log has its leaf; then the tables are put in order, so that nothing else runs beside. */
const settled = (owner: Connection): Promise<void> =>
  withSql(owner, async (sql) => {
    for (;;) {
      const [waiting] = await sql`select from audit_pending limit 1`
      if (!waiting) break
      await pause(200)
    }
    await sql.unsafe('vacuum analyze')
  })

async function houseAt(origin: string, longFileRef: string): Promise<House> {
  const openers: Client[] = []
  for (const email of openerEmails) openers.push(await signIn(origin, email, 8))
  return {
    caseworker: await signIn(origin, caseworkerEmail, 16),
    coordinator: await signIn(origin, coordinatorEmail, 16),
    openers,
    longFile: longFileRef,
  }
}

type World = { owner: Connection; longFile: string; staff: Staff }

async function makeWorlds(
  cluster: BenchCluster,
  files: number,
): Promise<{ large: World; small: World; floor: Connection }> {
  const [owner, smallOwner] = [await cluster.migrated('vigil_large'), await cluster.migrated('vigil_small')]
  const floor = await cluster.database('floor')
  const { keysDir } = cluster
  const now = new Date()
  const from = performance.now()
  const small = await generate({ seed, files: files / 10, now, owner: smallOwner, keysDir, floor: null })
  const large = await generate({ seed, files, now, owner, keysDir, floor })
  say(`generated ${files} and ${files / 10} files in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  return { large: { owner, ...large }, small: { owner: smallOwner, ...small }, floor }
}

function readersOf({ thirtyEach, coordinator, names }: Staff) {
  const reader = (id: string | undefined, role: string) => {
    return { name: names.get(id ?? '') ?? '', role, team: 'Northeast team' }
  }
  return { caseworker: reader(thirtyEach[0], 'Caseworker'), coordinator: reader(coordinator, 'Coordinator') }
}

type Stop = () => unknown

async function measure(cluster: BenchCluster, stops: Stop[]): Promise<Row[]> {
  const { large, small, floor } = await makeWorlds(cluster, Number(options.files))
  const begin = async (owner: Connection) => {
    const server = await startOurs(owner, cluster.keysDir)
    stops.push(server.stop)
    return server.origin
  }
  const [origin, smallOrigin] = [await begin(large.owner), await begin(small.owner)]
  const houses = { large: await houseAt(origin, large.longFile), small: await houseAt(smallOrigin, small.longFile) }
  const before = await rowsIn(small.owner)
  await openOne(houses.small)
  const rows = (await rowsIn(small.owner)) - before
  say(`opening a file with two contacts writes ${rows} rows`)
  for (const owner of [large.owner, small.owner]) {
    stops.push(startOurWorker(owner, cluster.keysDir).stop)
    await settled(owner)
  }
  const server = await startFloor(floor, { rows, readers: readersOf(large.staff) })
  stops.push(server.stop)
  const stage = { ...houses, floor: new Client(server.origin, 16) }
  const [auditor, admin] = [await signIn(origin, auditorEmail, 2), await signIn(origin, adminEmail, 2)]
  const { caseworker, coordinator } = stage.large
  const measured: Row[] = []
  for (const list of lists(stage)) measured.push(...(await measureList(list)))
  measured.push(...(await measureFile(longFile(stage))))
  measured.push(...(await measureOpening(stage)))
  measured.push(...(await measureFloor(stage)))
  const pages = ['/', '/cases', '/cases/new', '/audit', '/account', `/cases/${large.longFile}`].map((path) => {
    return [caseworker, path, path.replace(large.longFile, '[ref]')] as const
  })
  const others = [
    [coordinator, '/', '/ of a coordinator'],
    [auditor, '/', '/ of an auditor'],
    [admin, '/', '/ of an admin'],
    [admin, '/admin', '/admin'],
    [new Client(origin, 2), '/sign-in', '/sign-in'],
  ] as const
  return [...measured, ...(await measureScripts([...pages, ...others]))]
}

async function run(): Promise<Row[]> {
  const stops: Stop[] = []
  try {
    await ensureBuilt(new Shutdown())
    stops.push(markServing())
    buildFloor()
    const cluster = await startBenchCluster()
    stops.push(cluster.stop)
    const rows = await measure(cluster, stops)
    for (const stop of stops.splice(1).reverse()) await stop()
    return [...rows, ...(await measureSecondStart())]
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

const rows = await run()
say(
  `\n${options.files} files, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? ''}\n\n${table(rows)}`,
)
if (options.json) keepRows(rows, options.json)
process.exit(rows.every((row) => row.ok) ? 0 : 1)
