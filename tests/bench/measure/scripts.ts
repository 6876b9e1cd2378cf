import { gzipSync } from 'node:zlib'
import type { Client } from '../http/client'
import { type Row, atMost } from '../report'

const chunk = /\/_next\/static\/chunks\/[\w~.()[\]-]+\.js/g

/** Every script a page names, those it loads later too; not the one that only old browsers without modules take. */
function scriptsOf(html: string): string[] {
  const old = [...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].flatMap(([tag]) => tag.match(chunk) ?? [])
  return [...new Set(html.match(chunk) ?? [])].filter((path) => !old.includes(path))
}

async function kilobytes(client: Client, path: string): Promise<number> {
  const scripts = scriptsOf(await client.page(path))
  if (scripts.length === 0) throw new Error(`${path} names no script`)
  const bodies = await Promise.all(scripts.map(async (script) => (await client.ask(script)).body))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
}

/** The heaviest of these pages by its compressed JavaScript. */
export async function measureScripts(pages: readonly (readonly [Client, string, string])[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const [client, path, name] of pages) {
    const ours = await kilobytes(client, path)
    rows.push(atMost(`JavaScript of ${name}, compressed`, { ours, budget: 150, unit: 'kB' }))
  }
  return rows
}
