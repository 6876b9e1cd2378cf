import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import type { FieldSpec } from '@/app/ui/field-spec'
import { Grade } from '@/app/ui/mark'
import { PostForm } from '@/app/ui/post-form'
import { RevealForm } from '@/app/ui/reveal-form'
import { label, optionsOf, words } from '@/app/words'
import type { CaseView } from '@/db/cases/read-case'
import { distances, reliabilities, sourceTypes } from '@/lib/sources/sources'
import type { Locale } from '@/lib/words/locales'
import { addSourceAction, revealSourceAction } from '../actions'
import { type Part, askedOf } from './part'
import { Saved } from './saved'

function originOptions(view: CaseView, locale: Locale) {
  const first = new Map([...view.sources].reverse().map((source) => [source.originGroup, source]))
  return [...first].reverse().map(([group, { code, type }]) => ({
    value: String(group),
    label: `${code} · ${label(locale, 'sourceTypes', type)}`,
  }))
}

function fields(view: CaseView, locale: Locale): FieldSpec[] {
  const t = words(locale)
  const reliabilityOptions = reliabilities.map((code) => ({
    value: code,
    label: `${code} ${label(locale, 'reliabilities', code)}`,
  }))
  const types = optionsOf(locale, 'sourceTypes', sourceTypes)
  return [
    { name: 'type', kind: 'choice', label: t('caseFile.sourceType'), options: types, required: true },
    {
      name: 'told',
      kind: 'text',
      label: t('caseFile.sourceIdentity'),
      hint: t('caseFile.sourceIdentityHint'),
      required: false,
    },
    { name: 'connection', kind: 'text', label: t('caseFile.connection'), required: false },
    {
      name: 'distance',
      kind: 'choice',
      label: t('caseFile.distance'),
      options: optionsOf(locale, 'distances', distances),
      required: true,
    },
    {
      name: 'reliability',
      kind: 'choice',
      label: t('caseFile.reliability'),
      options: reliabilityOptions,
      value: 'F',
      required: true,
    },
    {
      name: 'origin',
      kind: 'choice',
      label: t('caseFile.origin'),
      hint: t('caseFile.originHint'),
      options: [{ value: '', label: t('caseFile.originSelf') }, ...originOptions(view, locale)],
      required: false,
    },
  ]
}

/** Whose word the file stands on; who they are is asked for one at a time. */
export function Sources(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="sources" title={t('caseFile.sources')}>
      <Saved part={part} of="sources" />
      {view.sources.length === 0 && <Empty why={t('caseFile.sourcesEmpty')} />}
      <ul className="lines">
        {view.sources.map(({ id, code, type, reliability, distance, connection }) => (
          <li key={id}>
            <span>
              <b>{code}</b> {label(locale, 'sourceTypes', type)} · {label(locale, 'distances', distance)}
              {connection && ` · ${connection}`}{' '}
              <Grade grade={reliability} meaning={label(locale, 'reliabilities', reliability)} />
            </span>
            {view.can.revealSources && (
              <RevealForm
                action={revealSourceAction}
                form={standing.form('source.reveal')}
                hidden={{ ref: view.ref, sourceId: id }}
                label={code}
                submit={t('caseFile.showSource')}
                revealed={t('caseFile.revealed')}
                failed={t('caseFile.nothingToShow')}
                unanswered={t('caseFile.noAnswer')}
              />
            )}
          </li>
        ))}
      </ul>
      {view.can.edit && (
        <Asked
          {...askedOf(part)}
          id="source"
          title={t('caseFile.addSource')}
          draw={() => (
            <PostForm
              action={addSourceAction}
              id="source"
              form={standing.form('source.add')}
              hidden={{ ref: view.ref }}
              fields={fields(view, locale)}
              submit={t('caseFile.save')}
              locale={locale}
            />
          )}
        />
      )}
    </Card>
  )
}
