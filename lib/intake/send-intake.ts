import { z } from 'zod'
import { OpenCase } from '@/lib/cases/forms'
import { SaveDraft } from './drafts'

export type SendIntake = { later: true; draft: SaveDraft } | { later: false; call: OpenCase }

/** One form with two buttons: `later` keeps what is written, whatever it is; the other opens the file. */
export const SendIntake = z.record(z.string(), z.unknown()).transform((sent, ctx): SendIntake => {
  const kept = 'later' in sent ? SaveDraft.safeParse(sent) : undefined
  const call = kept ? undefined : OpenCase.safeParse(sent)
  if (kept?.success) return { later: true, draft: kept.data }
  if (call?.success) return { later: false, call: call.data }
  const { error } = kept ?? call ?? {}
  for (const { path, message } of error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path: [...path], message, input: null })
  return z.NEVER
})
