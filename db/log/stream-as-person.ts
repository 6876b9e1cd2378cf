import { Refusal } from '@/lib/refusal'
import { type Ctx, asPerson } from '../ctx'
import type { House } from '../house'

export type Session = { hash: Uint8Array; now: Date }

export type Streaming = {
  /** What is sent; it runs in one transaction as the person, and only as fast as somebody takes it. */
  chunks: (ctx: Ctx) => AsyncIterable<string>
  /** Told of a fault; whoever reads the stream only learns that it failed. */
  failed: (error: unknown) => void
}

const stalledMs = 60_000

/** False when nobody takes it any more: a transaction must not wait for a reader who has gone to sleep. */
const isTaken = (writer: WritableStreamDefaultWriter<Uint8Array>, bytes: Uint8Array): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, stalledMs, false)
    const settle = (taken: boolean) => () => {
      clearTimeout(timer)
      resolve(taken)
    }
    writer.write(bytes).then(settle(true), settle(false))
  })

async function send(
  house: House,
  session: Session,
  to: Streaming & { writer: WritableStreamDefaultWriter<Uint8Array> },
) {
  const encoder = new TextEncoder()
  await asPerson(house, session, async (ctx) => {
    for await (const text of to.chunks(ctx)) {
      if (text !== '' && !(await isTaken(to.writer, encoder.encode(text)))) throw new Refusal('expired')
    }
  })
  await to.writer.close()
}

/** A stream of what one transaction of this person reads. A fault breaks it off, so that half a file never looks whole. */
export function streamAsPerson(house: House, session: Session, streaming: Streaming): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  writer.closed.catch(() => undefined)
  void send(house, session, { ...streaming, writer }).catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) streaming.failed(error)
    await writer.abort(new Refusal('failed')).catch(() => undefined)
  })
  return readable
}
