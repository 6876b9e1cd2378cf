import { randomInt } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asSuperuser, type Running } from './product'

const drawn = (count: number, first: number, last: number) =>
  Array.from({ length: count }, () => String.fromCodePoint(randomInt(first, last))).join('')

/** Texts that stand nowhere else in the world, so that finding one means that it leaked. */
export const marker = {
  hangul: () => drawn(6, 0xac00, 0xd7a3),
  hanja: () => drawn(6, 0x4e00, 0x9fa5),
  latin: () => `Zq${drawn(10, 97, 123)}`,
  figures: () => `+82 10 ${randomInt(1000, 9999)} ${randomInt(100_000, 999_999)}`,
}

type Needle = { text: string; form: string; bytes: Buffer }

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const escaped = (text: string) =>
  [...text].map((sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('')

/** What a text looks like inside base64, wherever in a group of three bytes it begins. */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const spoilt = (bytes.length + shift) % 3 === 0 ? 0 : 1
    return whole.slice(shift === 0 ? 0 : shift + 1, whole.length - spoilt)
  })

function writings(text: string): [form: string, written: string | Buffer][] {
  const percent = encodeURIComponent(text)
  const bytes = Buffer.from(text, 'utf8')
  const cores = base64Cores(bytes)
  return [
    ['UTF-8', text],
    ['UTF-16LE', utf16(text)],
    ['UTF-16BE', swapped(utf16(text))],
    ['percent-encoded', percent],
    ['percent-encoded, small letters', percent.toLowerCase()],
    ['escaped', escaped(text)],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ['hex of UTF-16LE', utf16(text).toString('hex')],
    ...cores.map((core): [string, string] => ['base64', core]),
    ...cores.map((core): [string, string] => ['base64url', core.replaceAll('+', '-').replaceAll('/', '_')]),
  ]
}

/** Every way in which these texts may stand in a file. */
export function needlesFor(texts: readonly string[]): Needle[] {
  const found = new Map<string, Needle>()
  for (const text of texts) {
    for (const spelling of new Set([text, text.normalize('NFD'), text.toLowerCase()])) {
      for (const [form, written] of writings(spelling)) {
        const bytes = typeof written === 'string' ? Buffer.from(written, 'utf8') : written
        found.set(bytes.toString('latin1'), { text, form, bytes })
      }
    }
  }
  return [...found.values()]
}

/** Which needles stand in these bytes, as "where: what, in which form". */
export const foundIn = (bytes: Buffer, where: string, needles: readonly Needle[]): string[] =>
  needles.filter((needle) => bytes.includes(needle.bytes)).map(({ text, form }) => `${where}: ${text} in ${form}`)

/** What others take away while we look is not there for anyone. */
function ifThere<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise
    throw error
  }
}

/** Every ordinary file below a folder, links not followed. */
export function filesBelow(folder: string): string[] {
  return ifThere(() => readdirSync(folder, { withFileTypes: true }), []).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

export type Search = { needles: readonly Needle[]; bytes: number; files: number; found: string[] }

export function searchFiles(paths: readonly string[], needles: readonly Needle[]): Search {
  const search: Search = { needles, bytes: 0, files: 0, found: [] }
  for (const path of paths) {
    const bytes = ifThere(() => readFileSync(path), Buffer.alloc(0))
    search.files += 1
    search.bytes += bytes.length
    search.found.push(...foundIn(bytes, path, needles))
  }
  return search
}

/** Every row of every table as text, bytes as hex: what a logical dump would hold. */
export function logicalDump(running: Running): Promise<Map<string, Buffer>> {
  return asSuperuser(running, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`
    const catalogue = ['pg_catalog.pg_stat_activity', 'pg_catalog.pg_description', 'pg_catalog.pg_statistic']
    const dump = new Map<string, Buffer>()
    for (const name of [...tables.map((table) => table.name), ...catalogue]) {
      const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)
      dump.set(name, Buffer.from(rows.map(({ row }) => row).join('\n'), 'utf8'))
    }
    return dump
  })
}
