import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { childVariables, databaseVariables, passwordVariable } from '@/lib/env'
import { type Running, databaseOf, freePort } from './product'

const root = fileURLToPath(new URL('../../', import.meta.url))
const answerWithinMs = 60_000

const Functions = z.looseObject({ functions: z.record(z.string(), z.unknown()) })

/** The last build with its proxy taken out, in a folder of its own. */
function buildWithoutProxy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-unproxied-'))
  const isOfUse = (path: string) => !/\/\.next\/(cache|vigil-serves|types|trace)/.test(path)
  cpSync(join(root, '.next'), join(folder, '.next'), { recursive: true, verbatimSymlinks: true, filter: isOfUse })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const manifest = join(folder, '.next', 'server', 'functions-config-manifest.json')
  const { functions, ...rest } = Functions.parse(JSON.parse(readFileSync(manifest, 'utf8')))
  const { '/_middleware': proxy, ...others } = functions
  if (proxy === undefined) throw new Error('the build has no proxy to take out')
  writeFileSync(manifest, JSON.stringify({ ...rest, functions: others }))
  return folder
}

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

/** A second server on the same database, from the same build without its proxy. */
export async function serveWithoutProxy(running: Running): Promise<{ origin: string; stop: () => Promise<void> }> {
  const [folder, port] = [buildWithoutProxy(), await freePort()]
  const origin = `http://localhost:${port}`
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port), folder], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...variablesOf(running, origin), NODE_ENV: 'production' },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
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
      throw new Error('the server without its proxy did not start')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { origin, stop }
}
