import { z } from 'zod'
import { Cursor } from '@/lib/cursor'
import { timelineKinds } from './kinds'

/** Kinds as boxes of a form send them; none, and what is no kind, asks for all. */
const Kinds = z
  .unknown()
  .optional()
  .transform((sent) => {
    const asked: unknown[] = Array.isArray(sent) ? sent : [sent]
    const wanted = timelineKinds.filter((kind) => asked.includes(kind))
    return wanted.length > 0 ? wanted : timelineKinds
  })

export const TimelineQuery = z.object({ ref: z.string().max(40), kind: Kinds, before: Cursor })
export type TimelineQuery = z.infer<typeof TimelineQuery>

/** The address of a file's timeline, narrowed and turned to a page as asked. */
export function timelinePath(
  ref: string,
  { kind = [], before }: { kind?: readonly string[]; before?: string },
): string {
  const narrowed = kind.length < timelineKinds.length ? kind : []
  const asked = [...narrowed.map((one) => ['kind', one]), ...(before ? [['before', before]] : [])]
  const query = new URLSearchParams(asked).toString()
  return `/cases/${ref}/timeline${query === '' ? '' : `?${query}`}`
}
