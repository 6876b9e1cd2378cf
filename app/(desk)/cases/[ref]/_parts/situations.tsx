import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import type { EntryView } from '@/db/situations/present-situations'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { inQuotes } from '@/lib/words/in-quotes'
import { recordSituationAction } from '../actions'
import { type EntryLine, EntryList } from './entry-list'
import { situationFields } from './situation-fields'
import { type Part, askedOf } from './part'
import { Saved } from './saved'

/** Whose word an entry is: the sources by code, what they are, how far from what happened. */
function sayers(entry: EntryView, { view, standing }: Part): string {
  const { locale } = standing.look
  return view.sources
    .filter((source) => entry.sourceIds.includes(source.id))
    .map(({ code, type, distance }) =>
      [code, label(locale, 'sourceTypes', type), label(locale, 'distances', distance)].join(' · '),
    )
    .join('; ')
}

function entryLine(entry: EntryView, corrected: boolean, part: Part): EntryLine {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const date = entry.valid === null ? null : fromEdtf(entry.valid)
  const where = [entry.place, entry.province && label(look.locale, 'provinces', entry.province)].filter(Boolean)
  const said = [
    where.join(', '),
    entry.note,
    entry.quote && inQuotes(entry.quote),
    entry.gapReason && t('caseFile.gap', { reason: entry.gapReason }),
  ]
  const recorded = t('caseFile.recordedBy', {
    name: view.staff.get(entry.recordedBy) ?? '—',
    date: instantText(entry.recordedAt, look),
  })
  return [
    entry.id,
    date ? presentPartialDate(date, look.locale) : t('caseFile.unknown'),
    date?.precision === 'day' ? 'day' : 'wider',
    corrected,
    entry.stance === 'denies' ? `${label(look.locale, 'stances', 'denies')}: ` : '',
    label(look.locale, 'situations', entry.situation),
    `${entry.reliability}${entry.credibility}`,
    `${label(look.locale, 'reliabilities', entry.reliability)} · ${label(look.locale, 'credibilities', entry.credibility)}`,
    said.filter(Boolean).join(' — '),
    `${sayers(entry, part)} · ${recorded}`,
  ]
}

/** What is known, newest record first, and the form that adds to it. */
export function Situations(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const corrected = new Set(view.entries.map((entry) => entry.correctionOf))
  return (
    <Card id="situations" title={t('caseFile.whatIsKnown')}>
      <Saved part={part} of="situations" />
      {view.entries.length === 0 && <Empty why={t('caseFile.whatIsKnownEmpty')} />}
      <EntryList entries={view.entries.map((entry) => entryLine(entry, corrected.has(entry.id), part))} />
      {view.can.record && (
        <Asked
          {...askedOf(part)}
          id="record"
          title={t('caseFile.addSituation')}
          draw={() => (
            <PostForm
              action={recordSituationAction}
              id="record"
              form={standing.form('situation.record')}
              hidden={{ ref: view.ref, version: String(view.version) }}
              fields={situationFields(view, locale)}
              submit={t('caseFile.record')}
              locale={locale}
            />
          )}
        />
      )}
    </Card>
  )
}
