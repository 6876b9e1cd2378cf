import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { Entry, Timeline } from '@/app/ui/entry'
import { instantText } from '@/app/ui/instant'
import { Grade, SituationMark } from '@/app/ui/mark'
import { label, words } from '@/app/words'
import type { HistoryEntry } from '@/db/situations/read-situation'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { bestGraded } from '@/lib/situations/best-graded'
import { presentStretch } from '@/lib/situations/current-situation'
import { knownAt } from '@/lib/situations/known-at'
import { Believed } from './believed'
import type { Part } from './part'

const anchor = (id: string) => `entry-${id}`

/** An entry as a link text: what it said and of when. */
function named({ situation, valid }: HistoryEntry, { standing }: Part): string {
  const { locale } = standing.look
  const date = valid === null ? words(locale)('caseFile.unknown') : presentPartialDate(fromEdtf(valid), locale)
  return `${label(locale, 'situations', situation)}, ${date}`
}

/** Which entry this one corrects, and which one corrects it, each a link. */
function Corrections({ entry, known, part }: { entry: HistoryEntry; known: HistoryEntry[]; part: Part }) {
  const t = words(part.standing.look.locale)
  const corrects = known.find(({ id }) => id === entry.correctionOf)
  const corrected = known.find(({ correctionOf }) => correctionOf === entry.id)
  return (
    <>
      {corrects && (
        <p className="by">
          {t('decisions.corrects')} <a href={`#${anchor(corrects.id)}`}>{named(corrects, part)}</a>
        </p>
      )}
      {corrected && (
        <p className="by">
          {t('decisions.correctedBy')} <a href={`#${anchor(corrected.id)}`}>{named(corrected, part)}</a>
        </p>
      )}
    </>
  )
}

type LineProps = { entry: HistoryEntry; known: HistoryEntry[]; currentId: string | undefined; part: Part }

/** One entry with both its times: when it was so, and when we learned and wrote it. */
function Line({ entry, known, currentId, part }: LineProps) {
  const { view, standing } = part
  const { look } = standing
  const { locale } = look
  const t = words(locale)
  const date = entry.valid === null ? null : fromEdtf(entry.valid)
  const where = [entry.place, entry.province && label(locale, 'provinces', entry.province)].filter(Boolean).join(', ')
  const gap = entry.gapReason && t('caseFile.gap', { reason: entry.gapReason })
  const said = entry.said.map(({ code, type }) => `${code} · ${label(locale, 'sourceTypes', type)}`).join('; ')
  const author = view.staff.get(entry.recordedBy) ?? '—'
  return (
    <Entry
      id={anchor(entry.id)}
      when={date ? presentPartialDate(date, locale) : t('caseFile.unknown')}
      span={date?.precision === 'day' ? 'day' : 'wider'}
      current={entry.id === currentId}
      corrected={known.some(({ correctionOf }) => correctionOf === entry.id)}
      title={
        <>
          {entry.stance === 'denies' && `${label(locale, 'stances', 'denies')}: `}
          <SituationMark word={label(locale, 'situations', entry.situation)} />{' '}
          <Grade
            grade={`${entry.reliability}${entry.credibility}`}
            meaning={`${label(locale, 'reliabilities', entry.reliability)} · ${label(locale, 'credibilities', entry.credibility)}`}
          />
        </>
      }
      text={[where, entry.note, gap].filter(Boolean).join(' — ')}
      by={[said, t('decisions.writtenDown', { name: author, date: instantText(entry.recordedAt, look) })]
        .filter(Boolean)
        .join(' · ')}
    >
      <Corrections entry={entry} known={known} part={part} />
    </Entry>
  )
}

/** The whole life of the situation in both its times; asked for a day, as it was known at that day's end. */
export function History(part: Part) {
  const { view, standing } = part
  const t = words(standing.look.locale)
  const at = view.asked?.until ?? standing.now
  const known = knownAt(view.entries, at)
  const stretch = presentStretch(knownAt(view.shapes, at).filter(({ stance }) => stance !== 'denies'))
  const [current] = stretch
  return (
    <Card id="history" title={t('decisions.history')}>
      {view.head.can.record && (
        <p>
          <a href={`/cases/${view.head.ref}?form=record#record`}>{t('decisions.newEntry')}</a>
        </p>
      )}
      <Believed part={part} current={bestGraded(stretch)} />
      {known.length === 0 ? (
        <Empty why={t('decisions.nothingThen')} />
      ) : (
        <Timeline>
          {known.map((entry) => (
            <Line key={entry.id} entry={entry} known={known} currentId={current?.id} part={part} />
          ))}
        </Timeline>
      )}
    </Card>
  )
}
