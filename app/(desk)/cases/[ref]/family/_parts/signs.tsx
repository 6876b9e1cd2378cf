import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import type { FieldSpec } from '@/app/ui/field-spec'
import { Grade } from '@/app/ui/mark'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import type { FamilyView } from '@/db/contacts/read-family'
import { signsOfLife } from '@/lib/contacts/signs-of-life'
import { newCredibility } from '@/lib/sources/grading'
import { credibilities, distances } from '@/lib/sources/sources'
import { inQuotes } from '@/lib/words/in-quotes'
import { recordSignAction } from '../actions'
import { Confirmed, type Part, askedOf, dateText } from './part'

type Sign = FamilyView['signs'][number]

const inCustody = ['DET_TRANSIT', 'IMMINENT_RETURN', 'DET_ORIGIN']

/** What the form begins with where a contact that was logged is the sign. */
function fromContact(part: Part): { kind?: string; at?: string; words?: string } {
  const contact = part.view.log.find(({ id }) => id === part.from)
  if (!contact) return {}
  const kind = inCustody.includes(part.view.situation) ? 'call_from_detention' : 'call'
  return { kind, at: dateText(contact.at, part), ...(contact.note !== null && { words: contact.note }) }
}

function signFields(part: Part): FieldSpec[] {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const begun = fromContact(part)
  const sources = view.sources.map(({ id, code, type }) => ({
    value: id,
    label: `${code} · ${label(locale, 'sourceTypes', type)}`,
  }))
  const choice = { kind: 'choice' as const, required: true }
  return [
    {
      ...choice,
      name: 'kind',
      label: t('family.signKind'),
      options: optionsOf(locale, 'signsOfLife', signsOfLife),
      value: begun.kind,
    },
    {
      name: 'at',
      kind: 'date',
      label: t('family.signAt'),
      hint: t('family.signAtHint'),
      value: begun.at,
      required: true,
    },
    { ...choice, name: 'sourceId', label: t('caseFile.source'), options: sources },
    {
      ...choice,
      name: 'distance',
      label: t('caseFile.distance'),
      options: optionsOf(locale, 'distances', distances),
    },
    {
      ...choice,
      name: 'credibility',
      label: t('caseFile.credibility'),
      options: optionsOf(locale, 'credibilities', credibilities),
      value: newCredibility,
    },
    { name: 'place', kind: 'text', label: t('caseFile.place'), required: false },
    {
      name: 'words',
      kind: 'prose',
      label: t('caseFile.quote'),
      value: begun.words,
      required: false,
      wide: true,
    },
  ]
}

function Line({ sign, ...part }: Part & { sign: Sign }) {
  const { view, standing } = part
  const { locale } = standing.look
  const source = view.sources.find(({ id }) => id === sign.sourceId)
  const meaning = `${label(locale, 'reliabilities', sign.reliability)} · ${label(locale, 'credibilities', sign.credibility)}`
  const whose = source && `${source.code} · ${label(locale, 'sourceTypes', source.type)}`
  return (
    <li>
      <span>
        <b>{dateText(sign.at, part)}</b> {label(locale, 'signsOfLife', sign.kind)}{' '}
        <Grade grade={`${sign.reliability}${sign.credibility}`} meaning={meaning} />
        {sign.place && ` ${sign.place}`}
        {sign.note && ` — ${inQuotes(sign.note)}`}
        <small className="aside">
          {whose} · {label(locale, 'distances', sign.distance)} · {view.staff.get(sign.recordedBy)}
        </small>
      </span>
    </li>
  )
}

/** The ledger of proof of life, newest first: it only grows. */
export function Signs(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="life" title={t('family.signs')}>
      <Confirmed part={part} of={['sign']} />
      {view.head.can.record && (
        <Asked
          {...askedOf(part)}
          id="sign"
          title={t('family.addSign')}
          draw={() => (
            <PostForm
              action={recordSignAction}
              id="sign"
              form={standing.form('life.record')}
              hidden={{ ref: view.ref }}
              fields={signFields(part)}
              submit={t('caseFile.record')}
              locale={locale}
            />
          )}
        />
      )}
      {view.signs.length === 0 && <Empty why={t('family.signsEmpty')} />}
      <ul className="lines">
        {view.signs.map((sign) => (
          <Line key={sign.id} sign={sign} {...part} />
        ))}
      </ul>
    </Card>
  )
}
