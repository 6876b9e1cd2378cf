import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Definitions } from '@/app/ui/definitions'
import { Empty } from '@/app/ui/empty'
import type { FieldSpec } from '@/app/ui/field-spec'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, optionsOf, words } from '@/app/words'
import { levels } from '@/lib/access/grants'
import { confidentialities } from '@/lib/cases/confidentiality'
import { grantDays } from '@/lib/cases/forms'
import type { Locale } from '@/lib/words/locales'
import { assignCaseAction, giveGrantAction, revokeGrantAction, setConfidentialityAction } from '../actions'
import { type Part, askedOf } from './part'
import { Saved } from './saved'

function grantFields(locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    { name: 'email', kind: 'email', label: t('caseFile.grantWhom'), required: true },
    {
      name: 'level',
      kind: 'choice',
      label: t('caseFile.grantLevel'),
      options: optionsOf(locale, 'levels', levels),
      required: true,
    },
    {
      name: 'days',
      kind: 'choice',
      label: t('caseFile.grantFor'),
      options: grantDays.map((days) => ({ value: days, label: t('cases.days', { days: Number(days) }) })),
      required: true,
    },
    {
      name: 'reason',
      kind: 'text',
      label: t('caseFile.grantReason'),
      hint: t('caseFile.grantReasonHint'),
      required: true,
      wide: true,
    },
  ]
}

function Grants({ view, standing }: Part) {
  const { look, form } = standing
  const t = words(look.locale)
  if (view.grants.length === 0) return <Empty why={t('caseFile.grantsEmpty')} />
  return (
    <ul className="lines">
      {view.grants.map(({ id, userId, level, until, reason, version }) => (
        <li key={id}>
          <span>
            <b>{view.staff.get(userId) ?? t('caseFile.otherTeam')}</b> {label(look.locale, 'levels', level)} ·{' '}
            {instantText(until, look)} — {reason}
          </span>
          {view.can.grant && (
            <PostForm
              action={revokeGrantAction}
              id={`grant-${id}`}
              form={form('grant.revoke')}
              hidden={{ ref: view.ref, grantId: id, version: String(version) }}
              fields={[]}
              submit={t('caseFile.revoke')}
              locale={look.locale}
              kind="plain"
              inline
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Deciding(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const form = { locale, hidden: { ref: view.ref, version: String(view.version) }, inline: true }
  const owners = view.holders.filter((one) => one.id !== standing.actor.id || one.id === view.ownerId)
  return (
    <>
      <PostForm
        {...form}
        action={assignCaseAction}
        id="assign"
        form={standing.form('case.assign')}
        fields={[
          {
            name: 'owner',
            kind: 'choice',
            label: t('caseFile.assignWho'),
            options: owners.map(({ id, name }) => ({ value: id, label: name })),
            value: view.ownerId,
            required: true,
          },
        ]}
        submit={t('caseFile.assign')}
      />
      <PostForm
        {...form}
        action={setConfidentialityAction}
        id="confidentiality"
        form={standing.form('case.confidentiality')}
        fields={[
          {
            name: 'confidentiality',
            kind: 'choice',
            label: t('caseFile.confidentiality'),
            options: optionsOf(locale, 'confidentialities', confidentialities),
            value: view.confidentiality,
            required: true,
          },
        ]}
        submit={t('caseFile.change')}
      />
      <Asked
        {...askedOf(part)}
        id="grant"
        title={t('caseFile.grant')}
        draw={() => (
          <PostForm
            locale={locale}
            hidden={{ ref: view.ref }}
            action={giveGrantAction}
            id="grant"
            form={standing.form('grant.give')}
            fields={grantFields(locale)}
            submit={t('caseFile.grant')}
          />
        )}
      />
    </>
  )
}

/** Who holds the file, how far it is open, and who else may see it until when. */
export function Access(part: Part) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  return (
    <Card id="access" title={t('caseFile.access')}>
      <Saved part={part} of="access" />
      <Definitions
        items={[
          { term: t('caseFile.owner'), value: view.staff.get(view.ownerId) ?? '—' },
          {
            term: t('caseFile.confidentiality'),
            value: label(locale, 'confidentialities', view.confidentiality),
          },
        ]}
      />
      {view.can.assign && <Deciding {...part} />}
      <h3>{t('caseFile.grants')}</h3>
      <Grants {...part} />
    </Card>
  )
}
