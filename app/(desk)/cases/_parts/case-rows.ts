import type { Column } from '@/app/ui/table'
import { label, words } from '@/app/words'
import type { ListedCase } from '@/db/cases/list-cases'
import type { Locale } from '@/lib/words/locales'
import type { CaseLine } from './case-table'

const hour = 3_600_000
const day = 24 * hour

/** When a file is to be looked at next, as a person says it. */
export function reviewText(due: Date | null, now: Date, locale: Locale): string {
  const t = words(locale)
  if (!due) return '—'
  const left = due.getTime() - now.getTime()
  const days = Math.floor(Math.abs(left) / day)
  if (left < 0)
    return days > 0 ? t('cases.lateDays', { days }) : t('cases.lateHours', { hours: Math.ceil(-left / hour) })
  return days > 0 ? t('cases.inDays', { days }) : t('cases.inHours', { hours: Math.ceil(left / hour) })
}

export function caseColumns(locale: Locale, named: boolean): Column[] {
  const t = words(locale)
  return [
    { key: 'ref', label: t('cases.file') },
    { key: 'name', label: t('cases.name'), card: named ? 'first' : 'off' },
    { key: 'situation', label: t('cases.situation') },
    { key: 'risk', label: t('cases.risk'), card: 'second' },
    { key: 'grade', label: t('cases.proof'), card: 'off' },
    { key: 'place', label: t('cases.place'), card: 'off' },
    { key: 'silent', label: t('cases.silent'), number: true, card: 'labelled' },
    { key: 'review', label: t('cases.review'), card: 'labelled' },
    { key: 'worker', label: t('cases.worker'), card: 'off' },
  ]
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
    words(locale)('cases.days', { days: row.silentDays }),
    reviewText(row.reviewDue, now, locale),
    row.worker,
  ]
}
