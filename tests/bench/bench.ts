import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
import { measureDuplicates } from './measure/duplicates'
import { measureExporting } from './measure/exporting'
import { measureImporting } from './measure/importing'
import { measureOpening, openOne } from './measure/opening'
import { openFloor } from './measure/open-floor'
import { measureFloor, measureReading, readings } from './measure/reading'
import { measureSaving } from './measure/saving'
import { measureScripts } from './measure/scripts'
import { measureDay } from './measure/working-day'
import { measureSearching } from './measure/searching'
import { measureSecondStart } from './measure/second-start'
import type { House } from './measure/stage'
import { type Row, keepRows, table } from './report'
import { startFloor, startOurWorker, startOurs } from './servers'

const seed = 20_260_401
const say = (text: string) => process.stdout.write(`${text}\n`)

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    files: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '5' },
    imported: { type: 'string', default: '20000' },
  },
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

async function houseAt(origin: string, { longFile, oldFile }: World): Promise<House> {
  const openers: Client[] = []
  for (const email of openerEmails) openers.push(await signIn(origin, email, 8))
  return {
    caseworker: await signIn(origin, caseworkerEmail, 16),
    coordinator: await signIn(origin, coordinatorEmail, 16),
    openers,
    longFile,
    oldFile,
  }
}

type World = { owner: Connection; longFile: string; oldFile: string; staff: Staff }

async function makeWorlds(cluster: BenchCluster, files: number): Promise<Worlds> {
  const [owner, smallOwner] = [await cluster.migrated('vigil_large'), await cluster.migrated('vigil_small')]
  const { keysDir } = cluster
  const now = new Date()
  const from = performance.now()
  const small = await generate({ seed, files: files / 10, now, owner: smallOwner, keysDir })
  const large = await generate({ seed, files, now, owner, keysDir })
  say(`generated ${files} and ${files / 10} files in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  return { large: { owner, ...large }, small: { owner: smallOwner, ...small } }
}

type Worlds = { large: World; small: World }
type Stop = () => unknown

/** The house with all files and the one with a tenth of them, served; and how many rows a file is that is opened. */
async function serve(cluster: BenchCluster, { large, small }: Worlds, stops: Stop[]) {
  const begin = async (owner: Connection) => {
    const server = await startOurs(owner, cluster.keysDir)
    stops.push(server.stop)
    return server
  }
  const [ours, tenth] = [await begin(large.owner), await begin(small.owner)]
  const houses = { large: await houseAt(ours.origin, large), small: await houseAt(tenth.origin, small) }
  const before = await rowsIn(small.owner)
  await openOne(houses.small)
  const rows = (await rowsIn(small.owner)) - before
  say(`opening a file with two contacts writes ${rows} rows`)
  for (const owner of [large.owner, small.owner]) {
    stops.push(startOurWorker(owner, cluster.keysDir).stop)
    await settled(owner)
  }
  return { ours, houses, rows }
}

async function floorOf(cluster: BenchCluster, rows: number, stops: Stop[]) {
  const database = await cluster.database('floor')
  const { keep, close } = await openFloor(database, Number(options.files))
  const server = await startFloor(database, rows)
  stops.push(close, server.stop)
  return { floor: new Client(server.origin, 16), keep, floorDatabase: database }
}

/** Every page with scripts of its own, as whoever has it. */
async function pagesOf(origin: string, { caseworker, coordinator, longFile }: House) {
  const [auditor, admin] = [await signIn(origin, auditorEmail, 2), await signIn(origin, adminEmail, 2)]
  const file = `/cases/${longFile}`
  const ofCaseworker = ['/', '/cases', '/cases/new', '/audit', '/account', file, `${file}/timeline`]
  return [
    ...ofCaseworker.map((path) => [caseworker, path, path.replace(longFile, '[ref]')] as const),
    [coordinator, '/', '/ of a coordinator'],
    [auditor, '/', '/ of an auditor'],
    [admin, '/', '/ of an admin'],
    [admin, '/admin', '/admin'],
    [new Client(origin, 2), '/sign-in', '/sign-in'],
  ] as const
}

const megabytes = (pid: number | undefined) => () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

async function measure(cluster: BenchCluster, stops: Stop[]): Promise<Row[]> {
  const worlds = await makeWorlds(cluster, Number(options.files))
  const { ours, houses, rows } = await serve(cluster, worlds, stops)
  const stage = { ...houses, ...(await floorOf(cluster, rows, stops)) }
  const measured: Row[] = []
  for (const reading of readings) measured.push(...(await measureReading(reading, stage)))
  const { coordinator } = stage.large
  const world = { seed, files: Number(options.files), holders: worlds.large.staff }
  const owners = [worlds.large.owner, worlds.small.owner]
  const { floor, floorDatabase } = stage
  measured.push(
    ...(await measureSearching({ coordinator, small: stage.small.coordinator, floor, owners, floorDatabase, world })),
  )
  measured.push(...(await measureExporting({ coordinator, pid: ours.pid, floor: floorDatabase })))
  measured.push(...(await measureOpening(stage)))
  measured.push(...(await measureSaving(stage)))
  measured.push(...(await measureFloor(stage)))
  measured.push(...(await measureScripts(await pagesOf(ours.origin, stage.large))))
  const day = { origin: ours.origin, minutes: Number(options.minutes), memory: megabytes(ours.pid) }
  measured.push(...(await measureDay(day)))
  const list = { ...worlds.small, keysDir: cluster.keysDir, files: Number(options.imported) }
  measured.push(...(await measureDuplicates({ ...worlds.large, keysDir: cluster.keysDir })))
  return [...measured, ...(await measureImporting(list))]
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
