import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdLock, lockHolder } from '@/db/embedded/hold-lock'
import { isWritable } from '@/db/embedded/is-writable'
import { childVariables } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'
import { root, startChild } from './child'
import type { Shutdown } from './shutdown'

const sources = ['app', 'db', 'lib', 'public']
const settings = ['next.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'instrumentation.ts']

const output = join(root, '.next')
const stamp = join(output, 'vigil-built')
const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

const filesIn = (folder: string) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    : []

/** One hash of all that a build is made of. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const name of [...sources.flatMap(filesIn), ...settings].sort()) {
    const path = join(root, name)
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) hash.update(`${name}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const servers = () => (existsSync(output) ? readdirSync(output).filter((name) => /^vigil-serves-\d+$/.test(name)) : [])

/** Marks the build as in use by this process until it ends or calls the answered function, where it may write there. */
export function markServing(): () => void {
  if (!isWritable(output)) return () => undefined
  const lock = holdLock(join(output, `vigil-serves-${process.pid}`))
  return 'heldBy' in lock ? () => undefined : lock.release
}

function refuseToDisturb() {
  const holder = servers()
    .map((name) => lockHolder(join(output, name)))
    .find((pid) => pid !== undefined)
  if (holder !== undefined)
    throw new StartFailure(
      `The sources have changed, but another Vigil (process ${holder}) serves the last build: stop it.`,
    )
}

const isWhole = () => existsSync(join(output, 'BUILD_ID'))

/** Builds only when sources, lock or settings differ from the last whole build, and never under a running server. */
export async function ensureBuilt(shutdown: Shutdown) {
  const hash = hashOfSources()
  if (isWhole() && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  refuseToDisturb()
  process.stdout.write('Building, which takes about half a minute …\n')
  mkdirSync(output, { recursive: true })
  const build = startChild([next, 'build'], childVariables())
  shutdown.add(build.stop)
  const code = await build.ended
  const isBuilt = code === 0 && isWhole()
  if (!isBuilt && !shutdown.hasBegun) process.stderr.write(build.written())
  if (!isBuilt) throw new StartFailure('The build failed; Next says why above.')
  writeFileSync(stamp, hash)
}
