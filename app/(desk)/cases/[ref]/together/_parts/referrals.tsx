import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Entry, Timeline } from '@/app/ui/entry'
import type { FieldSpec } from '@/app/ui/field-spec'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { referCaseAction, revokeReferralAction } from '../actions'
import { type Part, askedOf } from './part'
import { Saved } from '../../_parts/saved'

function referFields({ view, standing }: Part): FieldSpec[] {
  const t = words(standing.look.locale)
  return [
    {
      name: 'toTeam',
      kind: 'choice',
      label: t('together.referTo'),
      options: view.referred.teams.map(({ id, name }) => ({ value: id, label: name })),
      required: true,
    },
    {
      name: 'reason',
      kind: 'prose',
      label: t('together.referReason'),
      hint: t('together.referReasonHint'),
      required: true,
      wide: true,
    },
  ]
}

/** Which other teams were asked to take the file, and what they answered. */
export function Referrals(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const { ref } = view.head
  const { asked } = view.referred
  if (asked.length === 0 && !view.may.refer) return null
  return (
    <Card id="referrals" title={t('together.referrals')}>
      <Saved part={part} of="referrals" />
      <Timeline>
        {asked.map(({ id, to, state, reason, answer, recordedAt, version }) => (
          <Entry
            key={id}
            when={instantText(recordedAt, look)}
            span="day"
            title={`${to ?? t('together.otherTeam')}: ${label(look.locale, 'referralStates', state)}`}
            text={reason}
            by={answer}
          >
            {state === 'waiting' && view.may.refer && (
              <PostForm
                action={revokeReferralAction}
                id={`referral-${id}`}
                form={standing.form('referral.revoke')}
                hidden={{ ref, referralId: id, version: String(version) }}
                fields={[]}
                submit={t('together.referralRevoke')}
                locale={look.locale}
                kind="plain"
                inline
              />
            )}
          </Entry>
        ))}
      </Timeline>
      {view.may.refer && (
        <Asked
          {...askedOf(part)}
          id="refer"
          title={t('together.refer')}
          draw={() => (
            <PostForm
              action={referCaseAction}
              id="refer"
              form={standing.form('case.refer')}
              hidden={{ ref }}
              fields={referFields(part)}
              submit={t('together.refer')}
              locale={look.locale}
            />
          )}
        />
      )}
    </Card>
  )
}
