import { z } from 'zod'
import { choice, uuid, whole } from '@/lib/text'
import { tickedMax } from './after-bulk'
import { parseRef } from './ref'

const panels = ['more', 'pick', 'ticked', 'keep', 'export'] as const

const refsIn = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => text.split('.')).flatMap((text) => parseRef(text) ?? []))].slice(0, tickedMax)

const refs = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((texts) => refsIn(texts ?? []))

const count = whole({ min: 0, max: 1000 }).optional().catch(undefined)

/** What of a list's page was asked for beside its rows: a panel behind its link, ticked files, what became of them, an export. */
export const ListAsked = z.object({
  panel: choice(panels).catch(undefined),
  pick: refs,
  done: count,
  left: refs,
  absent: count,
  ready: uuid().catch(undefined),
  shape: choice(['rows']).catch(undefined),
})
export type ListAsked = z.infer<typeof ListAsked>
