import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { type Cluster, startEmbedded } from '@/db/embedded'
import { ensureRoles } from '@/db/embedded/ensure-roles'
import { rolePassword } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'

const base = mkdtempSync(join(tmpdir(), 'vigil-embedded-'))
chmodSync(base, 0o711)
const isRoot = process.getuid?.() === 0
const place = (name: string) => ({ dataDir: join(base, name, 'data'), keysDir: join(base, name, 'keys') })
const running = new Set<Cluster>()

async function start(name: string, throwAway = true): Promise<Cluster> {
  const cluster = await startEmbedded({ ...place(name), throwAway })
  running.add(cluster)
  return cluster
}

async function stop(cluster: Cluster) {
  running.delete(cluster)
  await cluster.stop()
}

afterAll(async () => {
  for (const cluster of running) await cluster.stop()
  rmSync(base, { recursive: true, force: true })
})

async function ask<Row>(connection: Connection, statement: string): Promise<Row[]> {
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined })
  try {
    return [...(await sql.unsafe<Row[]>(statement))]
  } finally {
    await sql.end({ timeout: 2 })
  }
}

const killed = (pid: number) => process.kill(pid, 'SIGKILL')
const main = await start('main')
const owner = await ensureRoles(main.superuser, place('main').keysDir)

test('two clusters stand beside each other and know nothing of each other', async () => {
  const other = await start('other')
  await ask(other.superuser, 'create table only_here (id int)')
  expect(await ask(main.superuser, "select to_regclass('only_here')::text as found")).toEqual([{ found: null }])
  expect(other.clusterId).not.toBe(main.clusterId)
  await expect(ask({ ...other.superuser, password: main.superuser.password }, 'select 1')).rejects.toThrow('password')
  await stop(other)
})

test('the owner of the database owns it, makes roles, and is neither superuser nor past row security', async () => {
  const [row] = await ask(
    owner,
    `select rolsuper, rolbypassrls, rolcreaterole, pg_get_userbyid(datdba) as owner, datlocprovider, datlocale
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  expect(row).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreaterole: true, owner: 'vigil_owner' })
  expect(row).toMatchObject({ datlocprovider: 'b', datlocale: 'C.UTF-8' })
})

test('nobody connects without a password, with a wrong one, or as a role that is not there', async () => {
  for (const username of ['postgres', 'vigil_owner', 'vigil_nobody']) {
    for (const password of ['', 'postgres', username]) {
      await expect(ask({ ...owner, username, password }, 'select 1')).rejects.toThrow(/password|SASL/)
    }
  }
})

test('in a folder that is closed to all others it runs as well', async () => {
  const closed = mkdtempSync(join(base, 'closed-'))
  const cluster = await startEmbedded({
    dataDir: join(closed, 'data'),
    keysDir: place('closed').keysDir,
    throwAway: true,
  })
  expect(await ask(cluster.superuser, 'select 1 as one')).toEqual([{ one: 1 }])
  await cluster.stop()
})

test('nothing listens on the network', async () => {
  const [row] = await ask<{ addresses: string }>(
    main.superuser,
    "select current_setting('listen_addresses') as addresses",
  )
  expect(row?.addresses).toBe('')
})

test('the socket, the data and the keys are closed to every other user of the machine', () => {
  const { dataDir, keysDir } = place('main')
  const closed = [main.socketDir, join(dataDir, 'postgres'), keysDir, join(keysDir, 'roles')]
  for (const folder of closed) expect(statSync(folder).mode & 0o077, folder).toBe(0)
  expect(statSync(join(keysDir, 'roles', 'postgres.password')).mode & 0o777).toBe(0o600)
})

test('another local user, nobody among them, does not reach the socket', () => {
  const attempt = `require('net').connect(process.argv[1]).on('connect', () => { console.log('in'); process.exit() })
    .on('error', (error) => console.log(error.code))`
  const socket = join(main.socketDir, '.s.PGSQL.5432')
  const tried = (uid: number | undefined) =>
    spawnSync(process.execPath, ['-e', attempt, socket], {
      ...(uid !== undefined && { uid, gid: uid }),
      cwd: '/',
      encoding: 'utf8',
    }).stdout.trim()
  expect(tried(undefined)).toBe('in')
  const others = isRoot ? [1000, 65534] : []
  for (const uid of others) expect(tried(uid)).toBe('EACCES')
})

test('what a failing statement said is not in the log, nor any password in the data folder', async () => {
  const marker = 'Ri Un-byol'
  await expect(ask(main.superuser, `select '${marker}'::int`)).rejects.toThrow(marker)
  await expect(ask(main.superuser, `do $$ begin raise exception '${marker}'; end $$`)).rejects.toThrow(marker)
  await ask(main.superuser, `do $$ begin raise warning '${marker}'; end $$`)
  const { dataDir, keysDir } = place('main')
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(marker)
  for (const role of ['postgres', 'vigil_owner'] as const) {
    // A file that PostgreSQL takes away meanwhile makes grep answer 2; one that holds the password, its name and 0.
    const found = spawnSync('grep', ['-rlaF', rolePassword(keysDir, role), dataDir], { encoding: 'utf8' })
    expect([found.stdout, found.status === 0]).toEqual(['', false])
  }
})

test('of two starts on one data folder the second says who holds it', async () => {
  await expect(startEmbedded(place('main'))).rejects.toThrow(`Another Vigil (process ${process.pid}) already runs on`)
})

test('a server that was killed recovers what was committed, and a stale lock is taken over', async () => {
  const first = await start('killed', false)
  await ask(first.superuser, 'create table kept as select 1 as id')
  killed(first.pid)
  await first.ended
  await stop(first)
  writeFileSync(join(place('killed').dataDir, 'lock'), '4194303\n12345\n')
  const again = await start('killed', false)
  expect(await ask(again.superuser, 'select id from kept')).toEqual([{ id: 1 }])
  await stop(again)
})

test('a pid file whose number another process has by now does not block the start', async () => {
  await stop(await start('stale'))
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore' })
  const { dataDir } = place('stale')
  const lines = [bystander.pid, join(dataDir, 'postgres'), 1_700_000_000, 5432, '/nowhere', '', '', 'ready', '']
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), lines.join('\n'))
  const again = await start('stale')
  expect(await ask(again.superuser, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(bystander.exitCode).toBeNull()
  bystander.kill()
  await stop(again)
})

test('when Vigil itself is killed its server ends, and the next start goes on with the same data', async () => {
  const { dataDir, keysDir } = place('orphan')
  const holder = join('tests', 'support', 'hold-cluster.ts')
  const args = ['--import', 'tsx', holder, dataDir, keysDir]
  const vigil = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = await new Promise<number>((resolve) => vigil.stdout.once('data', (text) => resolve(Number(text))))
  expect(() => process.kill(pid, 0)).not.toThrow()
  const gone = new Promise((resolve) => vigil.once('exit', resolve))
  vigil.kill('SIGKILL')
  await gone
  const again = await start('orphan')
  expect(again.pid).not.toBe(pid)
  expect(await ask(again.superuser, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop(again)
})

test('a lost key folder, one of another data folder, and a wrong password are told in words', async () => {
  await stop(await start('locked'))
  const { dataDir, keysDir } = place('locked')
  await expect(startEmbedded({ dataDir, keysDir: join(base, 'elsewhere') })).rejects.toThrow('are missing')
  await expect(startEmbedded({ dataDir, keysDir: place('main').keysDir })).rejects.toThrow('another data folder')
  writeFileSync(join(keysDir, 'roles', 'postgres.password'), 'guessed\n')
  await expect(startEmbedded({ dataDir, keysDir })).rejects.toThrow('do not fit')
})
