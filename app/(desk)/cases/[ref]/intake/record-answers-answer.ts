import { type Ctx, verb } from '@/db/ctx'
import { saveDraft } from '@/db/drafts/save-draft'
import { recordAnswers } from '@/db/intake/record-answers'
import type { SendAnswers } from '@/lib/intake/forms'

/** The step as it was sent, or kept for later as it was written. */
export const recordAnswersAnswer = verb('intake.record', async (ctx: Ctx, input: SendAnswers) =>
  input.later
    ? { kept: (await saveDraft(ctx, input.draft)).draft }
    : recordAnswers(ctx, { ...input.sent, likeness: input.likeness }),
)
