import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startEmbedded } from '@/db/embedded'

const base = mkdtempSync(join(tmpdir(), 'vigil-start-'))
const started = new Set<ChildProcess>()

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(base, { recursive: true, force: true })
})

type Run = { child: ChildProcess; output: () => string; ended: Promise<{ code: number | null; output: string }> }

function start(variables: Record<string, string>): Run {
  const child = spawn(process.execPath, [join('app', 'host', 'start.mjs')], {
    env: { PATH: process.env.PATH ?? '', HOME: base, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  )
  return { child, output: () => output, ended }
}

const folders = (name: string) => ({ VIGIL_DATA: join(base, name, 'data'), VIGIL_KEYS: join(base, name, 'keys') })

async function refusalOf(variables: Record<string, string>) {
  const { code, output } = await start(variables).ended
  expect(code).toBe(1)
  expect(output).not.toMatch(/^\s+at /m)
  const lines = output.trim().split('\n')
  expect(lines).toHaveLength(1)
  return lines[0] ?? ''
}

async function freePort() {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  return { port: typeof address === 'object' && address ? address.port : 0, probe }
}

test('a setting that cannot be read is named in one line', async () => {
  expect(await refusalOf({ ...folders('env'), PORT: '3000x' })).toMatch(/^Vigil: PORT must be a whole number/)
})

test('a data folder that cannot be written is told in one line', async () => {
  mkdirSync(base, { recursive: true })
  writeFileSync(join(base, 'file'), '')
  const told = await refusalOf({ VIGIL_DATA: join(base, 'file', 'data'), VIGIL_KEYS: join(base, 'file-keys') })
  expect(told).toMatch(/^Vigil: The data folder .* cannot be written \(ENOTDIR\)/)
})

test('a key folder inside the data folder is refused in one line', async () => {
  const VIGIL_DATA = join(base, 'inside')
  expect(await refusalOf({ VIGIL_DATA, VIGIL_KEYS: join(VIGIL_DATA, 'keys') })).toContain('lies inside the data folder')
})

test('a database that does not answer is told in one line, without its password', async () => {
  const { port, probe } = await freePort()
  probe.close()
  const DATABASE_URL = `postgres://owner:hush-hush@127.0.0.1:${port}/vigil`
  const told = await refusalOf({ ...folders('away'), PORT: String(port), VIGIL_WORLD: 'own', DATABASE_URL })
  expect(told).toContain('The database is not reachable')
  expect(told).not.toContain('hush-hush')
})

test('the demo world refuses a database and an open address in one line', async () => {
  const DATABASE_URL = 'postgres://owner:hush@127.0.0.1:1/vigil'
  expect(await refusalOf({ ...folders('demo'), DATABASE_URL })).toContain('take DATABASE_URL away')
  expect(await refusalOf({ ...folders('demo'), HOST: '0.0.0.0' })).toContain('HOST must be 127.0.0.1')
})

test('a port that is taken is told in one line', async () => {
  const { port, probe } = await freePort()
  expect(await refusalOf({ ...folders('port'), PORT: String(port) })).toMatch(/^Vigil: Port \d+ is taken/)
  probe.close()
})

test('missing keys, and a folder another Vigil holds, are told in one line', async () => {
  const { port, probe } = await freePort()
  probe.close()
  const { VIGIL_DATA, VIGIL_KEYS } = folders('keys')
  const place = { dataDir: join(VIGIL_DATA, 'demo'), keysDir: join(VIGIL_KEYS, 'demo'), throwAway: true }
  const cluster = await startEmbedded(place)
  expect(await refusalOf({ VIGIL_DATA, VIGIL_KEYS, PORT: String(port) })).toMatch(
    /^Vigil: Another Vigil \(process \d+\)/,
  )
  await cluster.stop()
  rmSync(VIGIL_KEYS, { recursive: true })
  expect(await refusalOf({ VIGIL_DATA, VIGIL_KEYS, PORT: String(port) })).toMatch(/^Vigil: The keys .* are missing/)
})

async function startWhole(variables: Record<string, string>): Promise<Run> {
  const run = start(variables)
  await Promise.race([
    expect.poll(run.output, { timeout: 200_000, interval: 50 }).toContain('Vigil is ready'),
    run.ended,
  ])
  expect(run.output()).toContain('Vigil is ready')
  return run
}

const healthOf = (port: number) => fetch(`http://localhost:${port}/api/health`).then((response) => response.status)

test('it serves the demo and prints its sign-ins, ends whole, starts again without a build, and outlives being killed', async () => {
  const { port, probe } = await freePort()
  probe.close()
  const variables = { ...folders('whole'), PORT: String(port), VIGIL_DEMO_PASSWORD: 'one for the test' }
  const first = await startWhole(variables)
  expect(await healthOf(port)).toBe(200)
  for (const name of ['caseworker', 'caseworker2', 'coordinator', 'coordinator2', 'auditor', 'admin']) {
    expect(first.output()).toContain(`${name}@demo.example`)
  }
  expect(first.output()).toContain('one for the test')
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
  await expect(healthOf(port)).rejects.toThrow()

  const second = await startWhole(variables)
  expect(second.output()).not.toContain('Building')
  expect(await healthOf(port)).toBe(200)
  second.child.kill('SIGKILL')
  await second.ended
  await expect.poll(() => healthOf(port).catch(() => 0), { timeout: 10_000 }).toBe(0)

  const third = await startWhole(variables)
  expect(await healthOf(port)).toBe(200)
  third.child.kill('SIGINT')
  expect((await third.ended).code).toBe(0)
})
