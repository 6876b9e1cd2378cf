import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Ctx, type Verb, asPerson } from '@/db/ctx'
import { recordRefusal } from '@/db/log/record-refusal'
import { streamAsPerson } from '@/db/log/stream-as-person'
import { statuses } from '@/lib/refusal'
import { askedIn } from './asked-in'
import { refusalOf } from './door'
import { report } from './report'
import { serving } from './serving'
import { currentSession } from './session'

type Download<Value> = {
  params: unknown
  chunks: (ctx: Ctx, asked: Value) => AsyncIterable<string>
  name: (asked: Value) => string
}

const attached = (name: string) => ({
  'content-type': 'application/octet-stream',
  'content-disposition': `attachment; filename="${name}"`,
})

/** A file streamed to whoever may have it; a refusal has a status and no words. */
export async function download<Shape extends z.ZodType, Value>(
  query: Shape,
  read: Verb<Ctx, z.output<Shape>, Value>,
  { params, chunks, name }: Download<Value>,
): Promise<Response> {
  const [house, hash] = [await serving(), await currentSession()]
  const parsed = query.safeParse(params)
  if (!hash || !parsed.success) return new Response(null, { status: statuses[hash ? 'not-found' : 'signed-out'] })
  const session = { hash, now: new Date() }
  const sent = asPerson(house, session, (ctx) => read(ctx, parsed.data)).then((asked) => {
    const failed = (error: unknown) => report(error, { verb: read.deed, id: randomUUID() })
    const body = streamAsPerson(house, session, { chunks: (ctx) => chunks(ctx, asked), failed })
    return new Response(body, { headers: attached(name(asked)) })
  })
  return sent.catch(async (error: unknown) => {
    const refusal = refusalOf(error)
    if (refusal) {
      const { code } = refusal
      await recordRefusal(house, { session: hash, now: session.now }, { deed: read.deed, code, asked: askedIn(params) })
    } else report(error, { verb: read.deed, id: randomUUID() })
    return new Response(null, { status: statuses[refusal?.code ?? 'failed'] })
  })
}
