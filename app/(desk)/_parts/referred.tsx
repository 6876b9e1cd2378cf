import type { Standing } from '@/app/door'
import { Card } from '@/app/ui/card'
import { Entry, Timeline } from '@/app/ui/entry'
import type { FieldSpec } from '@/app/ui/field-spec'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { optionsOf, words } from '@/app/words'
import type { Asked } from '@/db/together/read-referrals'
import { referralDecisions } from '@/lib/together/forms'
import type { Locale } from '@/lib/words/locales'
import { decideReferralAction } from '../actions'

type Props = { referred: Asked; standing: Standing }

function decisionFields({ holders }: Asked, locale: Locale): FieldSpec[] {
  const t = words(locale)
  return [
    {
      name: 'decision',
      kind: 'radio',
      label: t('together.referralDecision'),
      options: optionsOf(locale, 'referralDecisions', referralDecisions),
      required: true,
    },
    {
      name: 'owner',
      kind: 'choice',
      label: t('together.referralOwner'),
      hint: t('together.referralOwnerHint'),
      options: holders.map(({ id, name }) => ({ value: id, label: name })),
      required: false,
    },
    {
      name: 'answer',
      kind: 'prose',
      label: t('together.referralAnswer'),
      hint: t('together.referralAnswerHint'),
      required: false,
      wide: true,
    },
  ]
}

/** Files that other teams ask this one to take: who asks, why, and nothing of the file. */
export function Referred({ referred, standing }: Props) {
  const { look, form } = standing
  const t = words(look.locale)
  if (referred.asked.length === 0) return null
  return (
    <Card id="referred" title={t('together.referredToUs')}>
      <Timeline>
        {referred.asked.map(({ id, from, reason, at }) => (
          <Entry key={id} when={instantText(at, look)} span="day" title={from ?? t('together.otherTeam')} text={reason}>
            <PostForm
              action={decideReferralAction}
              id={`referral-${id}`}
              form={form('referral.decide')}
              hidden={{ referralId: id }}
              fields={decisionFields(referred, look.locale)}
              submit={t('together.referralSubmit')}
              locale={look.locale}
              fold={t('together.referralAnswerIt')}
            />
          </Entry>
        ))}
      </Timeline>
    </Card>
  )
}
