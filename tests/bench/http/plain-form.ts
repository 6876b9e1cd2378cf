import { randomBytes } from 'node:crypto'
import type { Answered, Client } from './client'

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }
export const plain = (html: string) =>
  html.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity)

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

/** The hidden fields of the form with this id, as a browser without JavaScript would send them. */
export function hiddenFields(html: string, id: string): [string, string][] {
  const start = html.search(new RegExp(`<form[^>]*\\sid="${id}"`))
  const form = html.slice(start, html.indexOf('</form>', start))
  if (start < 0) throw new Error(`the page has no form ${id}`)
  return [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, 'name')
    return attribute(tag, 'type') === 'hidden' && name ? [[name, attribute(tag, 'value') ?? '']] : []
  })
}

const boundary = `----form${randomBytes(12).toString('hex')}`

type File = { name: string; fileName: string; bytes: Buffer }

/** The body of the post (RFC 7578), made beforehand so that the timed part only sends it. */
export function multipart(fields: readonly (readonly [string, string])[], file?: File): Buffer {
  const part = ([name, value]: readonly [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head =
    file && `--${boundary}\r\nContent-Disposition: form-data; name="${file.name}"; filename="${file.fileName}"\r\n\r\n`
  const sent = file ? [Buffer.from(head ?? ''), file.bytes, Buffer.from('\r\n')] : []
  return Buffer.concat([Buffer.from(fields.map(part).join('')), ...sent, Buffer.from(`--${boundary}--\r\n`)])
}

/** Sends it as a browser's own form does. */
export function post(client: Client, path: string, body: Buffer): Promise<Answered> {
  return client.ask(path, {
    method: 'POST',
    body,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
      origin: client.origin,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'navigate',
    },
  })
}
