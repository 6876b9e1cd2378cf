import { RiskMark, SituationMark } from '@/app/ui/mark'
import { returnClockText } from '@/app/ui/return-text'
import { type Tile, Tiles } from '@/app/ui/tiles'
import { label, words } from '@/app/words'
import { reviewText } from '@/app/(desk)/cases/_parts/case-rows'
import type { EntryView } from '@/db/situations/present-situations'
import { dayIn } from '@/lib/dates/calendar'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { presentStretch, type SituationEntry } from '@/lib/situations/current-situation'
import { expectedReturn, returnClock } from '@/lib/situations/expected-return'
import { lastKnownAlive } from '@/lib/situations/last-known-alive'
import { situations } from '@/lib/situations/situations'
import { independentOrigins } from '@/lib/sources/grading'
import type { Part } from './part'

/** How sure the present situation is: the grade in words, how many sources, how many of them independent. */
function proof({ view, standing: { look } }: Part, shapes: readonly SituationEntry[]): string {
  const t = words(look.locale)
  const present = new Set(presentStretch(shapes).map(({ id }) => id))
  const basis = view.entries.filter(({ id }) => present.has(id)).flatMap(({ sourceIds }) => sourceIds)
  const voices = view.sources
    .filter((source) => basis.includes(source.id))
    .map(({ originGroup }) => ({
      originGroup: String(originGroup),
      reliability: 'F' as const,
      stance: 'asserts' as const,
    }))
  return t('caseFile.proof', {
    credibility: label(look.locale, 'credibilities', view.grade.credibility),
    grade: `${view.grade.reliability}${view.grade.credibility}`,
    sources: voices.length,
    origins: independentOrigins(voices),
  })
}

const shapeOf = ({ id, situation, valid, recordedAt, correctionOf }: EntryView): SituationEntry => ({
  id,
  situation: situations.find((code) => code === situation) ?? 'UNVERIFIED',
  valid: valid === null ? null : fromEdtf(valid),
  recordedAt,
  correctionOf,
})

/** The return that is expected stands before every other answer. */
function returnTile(shapes: readonly SituationEntry[], { look, now }: Part['standing']): Tile[] {
  const expected = expectedReturn(shapes)
  if (!expected) return []
  const { date, day } = expected
  const clock = returnClock({ day, last: date.to }, dayIn(now, look.zone))
  return [
    {
      label: words(look.locale)('returns.expected'),
      value: presentPartialDate(date, look.locale),
      note: returnClockText(clock, look.locale),
      urgent: true,
    },
  ]
}

/** The header of a file answers at a glance: what, how sure, how great the risk, how long silent, which clock. */
export function Answers(props: Part) {
  const { view, standing } = props
  const { locale } = standing.look
  const t = words(locale)
  const shapes = view.entries.filter((entry) => entry.stance !== 'denies').map(shapeOf)
  const alive = lastKnownAlive(shapes)
  const late = view.reviewDue !== null && view.reviewDue < standing.now
  const tiles: Tile[] = [
    ...returnTile(shapes, standing),
    {
      label: t('caseFile.situation'),
      value: <SituationMark word={label(locale, 'situations', view.situation)} />,
      note: proof(props, shapes),
    },
    { label: t('caseFile.risk'), value: <RiskMark level={view.risk} word={label(locale, 'risks', view.risk)} /> },
    {
      label: t('caseFile.lastAlive'),
      value: alive ? presentPartialDate(alive, locale) : t('caseFile.unknown'),
    },
    { label: t('caseFile.silentFor'), value: t('cases.days', { days: view.silentDays }) },
    {
      label: t('caseFile.clock'),
      value: view.reviewDue ? t('cases.review') : t('caseFile.noClock'),
      note: reviewText(view.reviewDue, standing.now, locale),
      urgent: late,
    },
  ]
  return <Tiles label={t('caseFile.answers')} tiles={tiles} />
}
