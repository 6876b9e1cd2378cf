import { label, words } from '@/app/words'
import type { ListedCase } from '@/db/cases/list-cases'
import type { Locale } from '@/lib/words/locales'
import type { CaseLine } from './case-table'

const hour = 3_600_000
const day = 24 * hour

const sayings = {
  silent: (locale: Locale, days: number) => words(locale)('cases.days', { days }),
  lateDays: (locale: Locale, days: number) => words(locale)('cases.lateDays', { days }),
  lateHours: (locale: Locale, hours: number) => words(locale)('cases.lateHours', { hours }),
  inDays: (locale: Locale, days: number) => words(locale)('cases.inDays', { days }),
  inHours: (locale: Locale, hours: number) => words(locale)('cases.inHours', { hours }),
}

const said = new Map<string, string>()

/** Counted words, kept once said: the rows of all lists say the same few hundred, and plural rules are dear. */
function counted(locale: Locale, saying: keyof typeof sayings, count: number): string {
  const key = `${locale} ${saying} ${count}`
  const known = said.get(key)
  if (known !== undefined) return known
  const text = sayings[saying](locale, count)
  said.set(key, text)
  return text
}

/** When a file is to be looked at next, as a person says it. */
export function reviewText(due: Date | null, now: Date, locale: Locale): string {
  if (!due) return '—'
  const left = due.getTime() - now.getTime()
  const days = Math.floor(Math.abs(left) / day)
  const hours = Math.ceil(Math.abs(left) / hour)
  if (left < 0) return days > 0 ? counted(locale, 'lateDays', days) : counted(locale, 'lateHours', hours)
  return days > 0 ? counted(locale, 'inDays', days) : counted(locale, 'inHours', hours)
}

/** The heads of the list, in the order of its cells. */
export function caseHeads(locale: Locale): string[] {
  const t = words(locale)
  const first = [t('cases.file'), t('cases.name'), t('cases.situation'), t('cases.risk'), t('cases.proof')]
  return [...first, t('cases.place'), t('cases.silent'), t('cases.review'), t('cases.worker')]
}

/** A file of the list in words. */
export function caseLine(row: ListedCase, now: Date, locale: Locale): CaseLine {
  return [
    row.ref,
    row.name ?? '•••',
    label(locale, 'situations', row.situation),
    row.risk,
    label(locale, 'risks', row.risk),
    row.grade,
    row.province ? label(locale, 'provinces', row.province) : '—',
    counted(locale, 'silent', row.silentDays),
    reviewText(row.reviewDue, now, locale),
    row.worker,
  ]
}
