import type { Look } from '@/app/look'
import { words } from '@/app/words'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { dayIn } from '@/lib/dates/calendar'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { type ReturnClock, returnClock, returnDayOf } from '@/lib/situations/expected-return'
import type { Locale } from '@/lib/words/locales'

const sayings = { ahead: 'returns.ahead', open: 'returns.open', past: 'returns.past' } as const

/** How far off an expected return is, as a person says it. */
export const returnClockText = ({ state, days }: ReturnClock, locale: Locale): string =>
  words(locale)(sayings[state], { days })

/** A clock of which only the day it runs to is known: the day in words, and how far off it is. */
export function returnDueText(dueAt: Date, now: Date, { locale, zone }: Look): string {
  const day = returnDayOf(dueAt)
  const clock = returnClock({ day, last: day }, dayIn(now, zone))
  return `${presentPartialDate(fromEdtf(day), locale)} · ${returnClockText(clock, locale)}`
}
