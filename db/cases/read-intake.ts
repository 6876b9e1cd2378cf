import { mayEver } from '@/lib/access/can'
import { OpenCase } from '@/lib/cases/forms'
import { dayIn } from '@/lib/dates/calendar'
import { settleDates } from '@/lib/dates/settle-dates'
import type { IntakeQuery } from '@/lib/intake/drafts'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { type HeldDraft, findDraft } from '../drafts/find-draft'
import { listDrafts } from '../drafts/list-drafts'
import { noteDraft } from '../drafts/note-draft'

export type Intake = { draft: HeldDraft | null; drafts: number }

/** "Tomorrow" was the day after it was written, however late the draft is taken up. */
const settled = ({ actor }: Ctx, draft: HeldDraft): HeldDraft => ({
  ...draft,
  fields: settleDates(OpenCase, draft.fields, dayIn(draft.savedAt, actor.timeZone)),
})

/** The intake, empty or as a draft left it: only for those who may open a file. */
export const readIntake = verb('case.open', async (ctx: Ctx, query: IntakeQuery): Promise<Intake> => {
  const { role, teamId } = ctx.actor
  if (!teamId || !mayEver(role, 'case:open')) throw new Refusal('not-found')
  const [draft, drafts] = await Promise.all([
    query.draft ? findDraft(ctx, query.draft) : null,
    listDrafts(ctx, undefined),
  ])
  if (query.draft && draft?.kind !== 'opening') throw new Refusal('not-found')
  if (draft) await noteDraft(ctx, draft)
  return { draft: draft && settled(ctx, draft), drafts: drafts.length }
})
