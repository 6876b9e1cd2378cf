import { presentLikely } from '@/app/(desk)/cases/new/present-likely'
import type { Match } from '@/app/ui/answer'
import { record } from '@/db/audit'
import { type Ctx, verb } from '@/db/ctx'
import { saveDraft } from '@/db/drafts/save-draft'
import { likelyPeople } from '@/db/people/likely-people'
import type { SaveDraft } from '@/lib/intake/drafts'

/** A name that is still being typed is near to more than one that is sent. */
const shownFrom = 0.45

export type SavedAnswer = { draft: string; version: number; matches?: Match[] }

/** Keeps what is typed; where a name in it has changed, people in reach who may bear it come back with the answer. */
export const saveDraftAnswer = verb('draft.save', async (ctx: Ctx, input: SaveDraft): Promise<SavedAnswer> => {
  const { draft, version, caseId, names } = await saveDraft(ctx, input)
  if (names === null) return { draft, version }
  const found = await likelyPeople(ctx, names, { from: shownFrom, besides: caseId })
  if (found.length > 0)
    await record(ctx, 'case.match', {
      objectIds: [...new Set(found.map((one) => one.caseId))],
      details: { names: names.length, files: found.length },
    })
  return { draft, version, matches: presentLikely(ctx.actor.locale, found, input.fields) }
})
