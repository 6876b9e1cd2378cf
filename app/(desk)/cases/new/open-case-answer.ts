import type { Match } from '@/app/ui/answer'
import { words } from '@/app/words'
import { openCase } from '@/db/cases/open-case'
import { type Ctx, verb } from '@/db/ctx'
import { saveDraft } from '@/db/drafts/save-draft'
import type { SendIntake } from '@/lib/intake/forms'
import { presentLikely } from './present-likely'

export type OpenCaseAnswer = { id: string; ref: string } | { kept: string } | { same: string } | { matches: Match[] }

/** The verb, with what it found said in the language of the person who asked. */
export const openCaseAnswer = verb('case.open', async (ctx: Ctx, input: SendIntake): Promise<OpenCaseAnswer> => {
  if (input.later) return { kept: (await saveDraft(ctx, input.draft)).draft }
  const { sent, draft, likeness } = input
  const answer = await openCase(ctx, { ...sent, likeness })
  if (answer.opened) return { id: answer.id, ref: answer.ref }
  if ('same' in answer) {
    if (draft) await saveDraft(ctx, draft)
    return { same: answer.same }
  }
  const t = words(ctx.actor.locale)
  const mine = presentLikely(ctx.actor.locale, answer.matches.files, sent)
  const { teams, hints } = answer.matches
  const elsewhere = teams.map((team, place) => ({
    title: t('newCase.matchElsewhere', { team }),
    text: t('newCase.matchAsk'),
    way: { href: `/glass/${hints[place] ?? ''}`, label: t('together.breakGlass') },
  }))
  return { matches: [...mine, ...elsewhere] }
})
