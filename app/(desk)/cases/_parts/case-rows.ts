import type { Standing } from '@/app/door'
import type { Look } from '@/app/look'
import { instantText } from '@/app/ui/instant'
import { label, words } from '@/app/words'
import type { ListedCase } from '@/db/cases/list-cases'
import type { CaseColumn } from '@/lib/cases/chosen-columns'
import type { Locale } from '@/lib/words/locales'

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
export const caseHeads = (columns: readonly CaseColumn[], locale: Locale): string[] =>
  columns.map((code) => label(locale, 'caseColumns', code))

const texts: Record<CaseColumn, (row: ListedCase, look: Look, now: Date) => string> = {
  ref: (row) => row.ref,
  name: (row) => row.name ?? '•••',
  situation: (row, { locale }) => label(locale, 'situations', row.situation),
  risk: (row, { locale }) => `${row.risk} ${label(locale, 'risks', row.risk)}`,
  grade: (row) => row.grade,
  province: (row, { locale }) => (row.province ? label(locale, 'provinces', row.province) : '—'),
  silence: (row, { locale }) => counted(locale, 'silent', row.silentDays),
  review: (row, { locale }, now) => reviewText(row.reviewDue, now, locale),
  worker: (row) => row.worker,
  workflow: (row, { locale }) => label(locale, 'workflows', row.workflow),
  flagged: (row, { locale }) => (row.isFlagged ? words(locale)('lists.flagged') : '—'),
  changed: (row, look) => instantText(row.changedAt, look),
}

/** A file of the list in words. */
export const caseLine = (row: ListedCase, columns: readonly CaseColumn[], standing: Pick<Standing, 'look' | 'now'>) =>
  columns.map((code) => texts[code](row, standing.look, standing.now))
