import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { asPerson } from '@/db/ctx'
import type { Acting } from '@/db/files/acting'
import { acceptForm } from '@/db/forms/accept-form'
import { recordRefusal } from '@/db/log/record-refusal'
import type { AuditDeed } from '@/lib/audit/deeds'
import { uploadBytesMax } from '@/lib/files/stored'
import { Refusal } from '@/lib/refusal'
import { refusalOf } from './door'
import { formId } from './form-id'
import { report } from './report'
import { serving } from './serving'
import { comesFromHere, currentSession } from './session'

/** A file as it comes: its name, and its bytes as fast as they are taken. */
export type Arriving = { name: string; bytes: AsyncIterable<Uint8Array> }

type Upload = {
  deed: AuditDeed
  /** What is done with the file; where it leads. */
  take: (acts: Acting, file: Arriving) => Promise<string>
  /** Where it is said, in words, why nothing was taken. */
  refused: (problem: string) => string
}

/** A body is heard to its end so that the answer can be read, but not for ever. */
const heardBytesMax = 4 * 1024 * 1024 * 1024

const fieldBytesMax = 500

const to = (location: string) => new Response(null, { status: 303, headers: { location } })

async function* heard(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    bytes += value.length
    if (bytes > heardBytesMax) throw new Refusal('invalid', { file: 'file-too-large' })
    yield value
  }
}

/** Whatever is left of a body that nobody wants. */
const unheard = async (body: ReadableStream<Uint8Array>) => {
  const parts = heard(body)
  while (!(await parts.next()).done) continue
}

type Post = { acts: Acting; sent: string; stream: BusboyFileStream; name: string }

const problemOf = (refusal: Refusal | null): string =>
  Object.values(refusal?.fields ?? {})[0] ?? (refusal?.code === 'signed-out' ? 'forged' : (refusal?.code ?? 'failed'))

/** Reads the form as it comes: its one-time id first, as it stands in the page, then its one file. */
function parsed(
  request: Request,
  body: ReadableStream<Uint8Array>,
  take: (post: Omit<Post, 'acts'>) => Promise<string>,
) {
  const type = request.headers.get('content-type') ?? ''
  const limits = { files: 1, fields: 20, fieldSize: fieldBytesMax, parts: 21 }
  const busboy = Busboy({ headers: { 'content-type': type }, limits })
  const found: { sent: string; taken?: Promise<string>; stream?: BusboyFileStream } = { sent: '' }
  busboy.on('field', (name, value) => {
    if (name === 'form') found.sent = value
  })
  busboy.on('file', (_field, stream, name) => {
    found.stream = stream
    found.taken = take({ sent: found.sent, stream, name }).finally(() => stream.resume())
    found.taken.catch(() => undefined)
  })
  return pipeline(Readable.from(heard(body)), busboy).then(
    () => found.taken ?? Promise.reject(new Refusal('invalid', { file: 'file-needed' })),
    async (error: unknown) => {
      found.stream?.destroy(new Refusal('invalid', { file: 'broken-off' }))
      await found.taken?.catch(() => undefined)
      throw error instanceof Refusal ? error : new Refusal('invalid', { file: 'broken-off' })
    },
  )
}

/** The one-time id is taken before the first byte is kept: a form sent twice keeps nothing twice. */
function accept(acts: Acting, sent: string, deed: AuditDeed): Promise<void> {
  return acts(async (ctx) => {
    const id = sent.split('.')[0] ?? ''
    const house = await serving()
    if (sent === '' || formId(house, { id, sessionId: ctx.actor.sessionId, deed }) !== sent) throw new Refusal('forged')
    if (await acceptForm(ctx, { id, action: deed })) throw new Refusal('replayed')
  })
}

/**
 * The way in for a file: a plain posted form with or without a script, streamed and never held whole, through the same
 * gates as every post. A stranger's body is not read.
 */
export async function upload(request: Request, { deed, take, refused }: Upload): Promise<Response> {
  const [house, hash, { body }] = [await serving(), await currentSession(), request]
  if (!hash || !body) return to('/sign-in?ended')
  const acts: Acting = (run) => asPerson(house, { hash, now: new Date() }, run)
  const taken = async (): Promise<string> => {
    if (!(await comesFromHere())) throw new Refusal('forged')
    if (Number(request.headers.get('content-length') ?? 0) > uploadBytesMax + fieldBytesMax * 20) {
      await unheard(body)
      throw new Refusal('invalid', { file: 'file-too-large' })
    }
    return parsed(request, body, async ({ sent, stream, name }) => {
      await accept(acts, sent, deed)
      return take(acts, { name, bytes: stream.iterator({ destroyOnReturn: false }) })
    })
  }
  return taken().then(to, async (error: unknown) => {
    const refusal = refusalOf(error)
    if (!refusal) report(error, { verb: deed, id: randomUUID() })
    else if (refusal.code !== 'invalid' && refusal.code !== 'signed-out')
      await recordRefusal(house, { session: hash, now: new Date() }, { deed, code: refusal.code, asked: '' })
    return to(refusal?.code === 'signed-out' ? '/sign-in?ended' : refused(problemOf(refusal)))
  })
}
