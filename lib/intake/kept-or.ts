import { z } from 'zod'
import { asksFor } from '@/lib/dates/settle-dates'
import { SaveDraft } from './drafts'
import { type Likeness, likenessIn } from './likeness'

/** `draft`: the same as a draft, for a form that is not taken after all; `likeness`: what it says of people on file. */
export type KeptOr<Sent> =
  { later: true; draft: SaveDraft } | { later: false; sent: Sent; draft: SaveDraft | null; likeness: Likeness[] }

/** One form with two buttons: `later` keeps what is written, whatever it is; the other sends it to be judged. */
export const keptOr = <Shape extends z.ZodType>(form: Shape) => asksFor(sentOrKept(form), form)

const sentOrKept = <Shape extends z.ZodType>(form: Shape) =>
  z.record(z.string(), z.unknown()).transform((typed, ctx): KeptOr<z.output<Shape>> => {
    const kept = 'later' in typed ? SaveDraft.safeParse(typed) : undefined
    const sent = kept ? undefined : form.safeParse(typed)
    if (kept?.success) return { later: true, draft: kept.data }
    if (sent?.success) {
      const draft = SaveDraft.safeParse(typed)
      return { later: false, sent: sent.data, draft: draft.success ? draft.data : null, likeness: likenessIn(typed) }
    }
    const { error } = kept ?? sent ?? {}
    for (const { path, message } of error?.issues ?? [])
      ctx.addIssue({ code: 'custom', path: [...path], message, input: null })
    return z.NEVER
  })
