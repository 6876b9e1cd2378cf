import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import type { LoggedContact } from '@/db/contacts/present-channels'
import { contactFields } from './contact-fields'
import { logContactAction } from '../actions'
import { Confirmed, type Part, askedOf, dateText, namesIn, pathOf } from './part'

/** A call with the subject that the ledger of signs does not yet hold. */
function mayBeSign({ personId, outcome, at }: LoggedContact, { view }: Part): boolean {
  const isSubject = view.people.some(({ id, role }) => id === personId && role === 'subject')
  return isSubject && outcome === 'reached' && !view.signs.some((sign) => sign.at.edtf === at.edtf)
}

/** When it was: the hour on the reader's clock where it is known, the day alone where it is not. */
const whenOf = ({ time, at }: LoggedContact, part: Part): string =>
  time?.isExact ? instantText(time.instant, part.standing.look) : dateText(at, part)

function Line({ entry, ...part }: Part & { entry: LoggedContact }) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const kind = view.channels.find(({ id }) => id === entry.channelId)?.kind ?? entry.otherKind
  const through = kind ? ` · ${label(locale, 'channelKinds', kind)}` : ''
  return (
    <li>
      <span>
        <b>{whenOf(entry, part)}</b> {label(locale, 'contactDirections', entry.direction)} ·{' '}
        {namesIn(part).get(entry.personId)}
        {through} · <b>{label(locale, 'contactOutcomes', entry.outcome)}</b>
        {entry.note && ` — ${entry.note}`} <small>{view.staff.get(entry.recordedBy)}</small>
        {entry.outsideReason && <small className="aside">{t('family.outside', { reason: entry.outsideReason })}</small>}
        {entry.nextTryAt && (
          <small className="aside">
            {t('family.nextTryAt', { time: instantText(entry.nextTryAt, standing.look) })}
          </small>
        )}
      </span>
      {view.head.can.record && mayBeSign(entry, part) && (
        <a href={`${pathOf(part)}?form=sign&from=${entry.id}#sign`}>{t('family.makeSign')}</a>
      )}
    </li>
  )
}

/** Every try and call in one line, newest first. */
export function Log(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="log" title={t('caseFile.contactLog')}>
      <Confirmed part={part} of={['contact']} />
      {view.head.can.logContact && (
        <Asked
          {...askedOf(part)}
          id="contact"
          title={t('caseFile.addLog')}
          draw={() => (
            <PostForm
              action={logContactAction}
              id="contact"
              form={standing.form('contact.record')}
              hidden={{ ref: view.ref }}
              fields={contactFields(view, locale)}
              submit={t('caseFile.record')}
              locale={locale}
            />
          )}
        />
      )}
      {view.log.length === 0 && <Empty why={t('caseFile.logEmpty')} />}
      <ul className="lines">
        {view.log.map((entry) => (
          <Line key={entry.id} entry={entry} {...part} />
        ))}
      </ul>
    </Card>
  )
}
