import { label, words } from '@/app/words'
import type { ChannelWithWindow } from '@/db/contacts/present-channels'
import { type SafeWindow, type WindowState, weekdays } from '@/lib/contacts/safe-window'
import { wallTime } from '@/lib/dates/wall-time'
import { weekdayOf } from '@/lib/dates/calendar'
import type { Part } from './part'

const minuteMs = 60_000

/** How far ahead something is, in the largest unit that says it well. */
function aheadText(from: Date, until: Date, locale: 'en' | 'ko'): string {
  const t = words(locale)
  const minutes = Math.max(1, Math.ceil((until.getTime() - from.getTime()) / minuteMs))
  if (minutes < 60) return t('family.minutes', { minutes })
  return minutes < 48 * 60
    ? t('family.hours', { hours: Math.round(minutes / 60) })
    : t('family.days', { days: Math.round(minutes / (24 * 60)) })
}

const dayName = (day: string, locale: 'en' | 'ko') =>
  label(locale, 'weekdays', weekdays[(weekdayOf(day) + 6) % 7] ?? 'mon')

/** The window on the clocks of the contact. */
function theirs({ days, from, until, zone }: SafeWindow, locale: 'en' | 'ko'): string {
  const t = words(locale)
  const every = days.length === weekdays.length
  const named = every ? t('family.everyDay') : days.map((day) => label(locale, 'weekdays', day)).join(', ')
  return t('family.windowTheirs', { days: named, from, until, zone })
}

/** The next opening, or the one that stands open, on the reader's clock. */
function yours({ opening }: WindowState, { standing }: Part): string {
  const { locale, zone } = standing.look
  const [opens, closes] = [wallTime(opening.opens, zone), wallTime(opening.closes, zone)]
  return words(locale)('family.windowYours', {
    day: dayName(opens.day, locale),
    from: opens.time,
    until: closes.time,
    zone,
  })
}

/** Whether a call is safe at this moment, and until or from when. */
function nowText({ isOpen, changes }: WindowState, window: SafeWindow, { standing }: Part): string {
  const { locale } = standing.look
  const t = words(locale)
  const time = wallTime(standing.now, window.zone).time
  const ahead = aheadText(standing.now, changes, locale)
  return t(isOpen ? 'family.insideNow' : 'family.outsideNow', { time, ahead })
}

/** A safe window in three sentences: theirs, yours, now; nothing where none is agreed. */
export function windowText({ window, windowNow }: ChannelWithWindow, part: Part) {
  if (!window || !windowNow) return null
  return {
    isOpen: windowNow.isOpen,
    theirs: theirs(window, part.standing.look.locale),
    yours: yours(windowNow, part),
    now: nowText(windowNow, window, part),
  }
}
