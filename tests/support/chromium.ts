import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

export type Chromium = { executable: string; environment: Environment }
type Environment = Record<string, string> & { NODE_ENV: 'test' }

let found: Chromium | undefined

/**
 * The Chromium of @sparticuz/chromium, unpacked once per user and version into a folder of this user alone, with the
 * libraries it brings where the machine has none. Throws with Chromium's own words when it does not start.
 */
export function chromium(): Chromium {
  found ??= unpacked()
  return found
}

function unpacked(): Chromium {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) satisfies { version: string }
  const folder = privateFolder(`chromium-${version}-${userInfo().uid}`)
  const executable = once(join(folder, 'chromium'), (path) => {
    writeFileSync(path, inflated(join(bin, 'chromium.br')), { mode: 0o700 })
  })
  const fonts = once(join(folder, 'fonts'), (path) => unpackTar(join(bin, 'fonts.tar.br'), path))
  writeFileSync(join(folder, 'fonts.conf'), fontSettings(fonts, join(folder, 'font-cache')))
  const plain = environmentOf(folder)
  if (starts(executable, plain).ok) return { executable, environment: plain }
  const libraries = once(join(folder, 'libraries'), (path) => unpackTar(join(bin, 'al2023.tar.br'), path))
  const environment = { ...plain, LD_LIBRARY_PATH: join(libraries, 'lib') }
  const attempt = starts(executable, environment)
  if (!attempt.ok) throw new Error(`Chromium does not start: ${attempt.words}`)
  return { executable, environment }
}

function environmentOf(folder: string): Environment {
  return {
    NODE_ENV: 'test',
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: folder,
    TMPDIR: tmpdir(),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
}

/** Only the fonts that came along, so that a picture looks the same on every machine. */
function fontSettings(fonts: string, cache: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`
}

function starts(executable: string, environment: Environment) {
  const { status, stderr, error } = spawnSync(executable, ['--no-sandbox', '--headless', '--version'], {
    env: environment,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { ok: status === 0, words: error?.message ?? stderr.trim() }
}

/** Takes the first place where this user may have a folder that nobody else can write to or has put there. */
function privateFolder(name: string): string {
  const places = [join(process.cwd(), 'node_modules', '.cache', 'vigil'), join(tmpdir(), `vigil-${userInfo().uid}`)]
  for (const place of places) {
    const folder = join(place, name)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
    } catch (error) {
      if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code)))
        continue
      throw error
    }
    if (ours(folder) && (place.startsWith(process.cwd()) || ours(place))) return folder
  }
  throw new Error(`no private folder for Chromium in ${places.join(' or ')}`)
}

function ours(folder: string): boolean {
  const { uid, mode } = lstatSync(folder)
  return uid === userInfo().uid && (mode & 0o022) === 0 && lstatSync(folder).isDirectory()
}

/** Makes `path` under another name and moves it into place whole, so that two runs at once cannot meet half a file. */
function once(path: string, make: (temporary: string) => void): string {
  if (existsSync(path)) return path
  const workshop = mkdtempSync(join(dirname(path), 'unpacking-'))
  try {
    make(join(workshop, 'made'))
    if (!existsSync(path)) renameSync(join(workshop, 'made'), path)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return path
}

function inflated(file: string): Buffer {
  return brotliDecompressSync(readFileSync(file))
}

function unpackTar(file: string, folder: string): void {
  mkdirSync(folder, { mode: 0o700 })
  for (const { name, bytes } of tarFiles(inflated(file))) {
    const path = join(folder, name)
    if (!path.startsWith(`${folder}/`)) throw new Error(`archive entry outside its folder: ${name}`)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, bytes, { mode: 0o700 })
  }
}

/** The ordinary files of a POSIX ustar archive (IEEE 1003.1, pax): 512-byte headers, sizes in octal. */
function* tarFiles(archive: Buffer): Generator<{ name: string; bytes: Buffer }> {
  const blockBytes = 512
  for (let at = 0; at + blockBytes <= archive.length && archive[at] !== 0;) {
    const text = (from: number, to: number) => archive.toString('latin1', at + from, at + to).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 136), 8) || 0
    const name = [text(345, 500), text(0, 100)].filter((part) => part !== '').join('/')
    const start = at + blockBytes
    if (text(156, 157) === '0' || text(156, 157) === '') yield { name, bytes: archive.subarray(start, start + size) }
    at = start + Math.ceil(size / blockBytes) * blockBytes
  }
}
