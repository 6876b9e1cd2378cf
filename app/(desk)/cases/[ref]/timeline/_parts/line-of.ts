import { label, words } from '@/app/words'
import type { TimelineItem } from '@/db/timeline/read-timeline'
import { closingReasons } from '@/lib/cases/closing'
import { readEdtf, fromEdtf } from '@/lib/dates/from-edtf'
import type { PartialDate } from '@/lib/dates/partial-date'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import type { Locale } from '@/lib/words/locales'
import type { ChronicleLine } from './chronicle'

type Told = (item: TimelineItem, locale: Locale) => (string | null)[]

const isClosing = (reason: string) => closingReasons.some((one) => one === reason)

const titles: Record<TimelineItem['branch'], Told> = {
  situation: ({ code, detail }, locale) => {
    const what = label(locale, 'situations', code)
    return [detail === 'denies' ? words(locale)('timeline.denied', { what }) : what]
  },
  sign: ({ code, person }, locale) => [label(locale, 'signsOfLife', code), person],
  contact: ({ code, detail, person }, locale) => [
    label(locale, 'contactDirections', detail ?? ''),
    person,
    label(locale, 'contactOutcomes', code),
  ],
  claim: ({ code, detail, person }, locale) => {
    const what = label(locale, 'predicates', code)
    return [detail === 'denies' ? words(locale)('timeline.denied', { what }) : what, person]
  },
  factor: ({ code }, locale) => [label(locale, 'riskFactors', code)],
  override: ({ code }, locale) => [
    words(locale)('timeline.riskSet', { risk: `${code} ${label(locale, 'risks', code)}` }),
  ],
  consent: ({ code, detail, person }, locale) => [
    label(locale, 'consentScopes', detail ?? ''),
    label(locale, 'consentDecisions', code),
    person,
  ],
  intervention: ({ code, detail }, locale) => {
    const [state = '', outcome] = (detail ?? '').split(' ')
    return [
      label(locale, 'interventionTypes', code),
      label(locale, 'interventionStates', state),
      outcome ? label(locale, 'interventionOutcomes', outcome) : null,
    ]
  },
  task: ({ code, detail }, locale) => [
    code === 'hand' ? null : label(locale, 'taskKinds', code),
    label(locale, 'taskStates', detail ?? ''),
  ],
  handover: ({ other }, locale) => [words(locale)('timeline.to', { name: other ?? '—' })],
  referral: ({ code, other }, locale) => [
    words(locale)('timeline.to', { name: other ?? '—' }),
    label(locale, 'referralStates', code),
  ],
  step: ({ code, detail }, locale) => [
    label(locale, 'workflows', code),
    detail && label(locale, isClosing(detail) ? 'closingReasons' : 'reopeningReasons', detail),
  ],
  proposal: ({ code, detail }, locale) => [
    label(locale, 'proposalKinds', code),
    label(locale, 'proposalStates', detail ?? ''),
  ],
}

/** How long it went on, in words, where that is more than its date. */
function lasted({ branch, detail, until, isOpen }: TimelineItem, locale: Locale): string | null {
  const t = words(locale)
  if (branch === 'factor' && isOpen) return t('timeline.stillSo')
  if (until === null) return null
  const date = presentPartialDate(fromEdtf(until), locale)
  if (branch === 'task') return t(detail === 'open' ? 'timeline.due' : 'timeline.closed', { date })
  return t(branch === 'referral' || branch === 'proposal' ? 'timeline.decided' : 'timeline.until', { date })
}

/** What a claim, or the title of a rule's task, says in codes is told in words. */
function claimed({ branch, code, words: said }: TimelineItem, locale: Locale): string | null {
  if (branch === 'task' && said !== null) return label(locale, 'taskOccasions', said)
  if (branch !== 'claim' || said === null) return said
  const date = code === 'date' ? readEdtf(said) : null
  if (date?.ok) return presentPartialDate(date.value, locale)
  return code === 'situation' ? label(locale, 'situations', said) : said
}

const saidMax = 280

const shortened = (text: string): string => (text.length > saidMax ? `${text.slice(0, saidMax).trimEnd()}…` : text)

/** One item in finished words. */
export function lineOf(item: TimelineItem, date: PartialDate | null, locale: Locale): ChronicleLine {
  const t = words(locale)
  const what = [...titles[item.branch](item, locale), lasted(item, locale), item.isCorrected && t('timeline.corrected')]
  const said = [item.place, claimed(item, locale)].filter(Boolean).join(' — ')
  const by = item.by ?? (item.branch === 'task' || item.branch === 'proposal' ? t('timeline.byRule') : null)
  return [
    date ? presentPartialDate(date, locale) : t('timeline.undated'),
    item.kind,
    what.filter(Boolean).join(' · '),
    shortened(said),
    [item.grade, item.source, by].filter(Boolean).join(' · '),
  ]
}
