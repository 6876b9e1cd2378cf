import type { Match } from '@/app/ui/answer'
import { label, words } from '@/app/words'
import { openCase } from '@/db/cases/open-case'
import { type Ctx, verb } from '@/db/ctx'
import { saveDraft } from '@/db/drafts/save-draft'
import type { SendIntake } from '@/lib/intake/forms'

export type OpenCaseAnswer = { id: string; ref: string } | { kept: string } | { matches: Match[] }

/** The verb, with what it found said in the language of the person who asked. */
export const openCaseAnswer = verb('case.open', async (ctx: Ctx, input: SendIntake): Promise<OpenCaseAnswer> => {
  if (input.later) return { kept: (await saveDraft(ctx, input.draft)).draft }
  const answer = await openCase(ctx, input.sent)
  if (answer.opened) return { id: answer.id, ref: answer.ref }
  const { locale } = ctx.actor
  const t = words(locale)
  const mine = answer.matches.files.map(({ ref, situation }) => ({
    title: t('newCase.matchMine', { ref }),
    text: label(locale, 'situations', situation),
    href: `/cases/${ref}`,
  }))
  const { teams, hints } = answer.matches
  const elsewhere = teams.map((team, place) => ({
    title: t('newCase.matchElsewhere', { team }),
    text: t('newCase.matchAsk'),
    way: { href: `/glass/${hints[place] ?? ''}`, label: t('together.breakGlass') },
  }))
  return { matches: [...mine, ...elsewhere] }
})
