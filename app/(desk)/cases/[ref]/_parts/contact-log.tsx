import { Empty } from '@/app/ui/empty'
import { label, words } from '@/app/words'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import { personName } from '../person-name'
import type { Part } from './part'

/** One line an attempt, newest first. */
export function ContactLog({ view, standing }: Part) {
  const { locale } = standing.look
  if (view.log.length === 0) return <Empty why={words(locale)('caseFile.logEmpty')} />
  const names = new Map(view.people.map((person) => [person.id, personName(person, locale)]))
  return (
    <ul className="lines">
      {view.log.map((entry) => (
        <li key={entry.id}>
          <span>
            <b>{presentPartialDate(fromEdtf(entry.at), locale)}</b>{' '}
            {label(locale, 'contactDirections', entry.direction)} · {names.get(entry.personId)} ·{' '}
            {label(locale, 'contactOutcomes', entry.outcome)}
            {entry.note && ` — ${entry.note}`} <small>{view.staff.get(entry.recordedBy)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
