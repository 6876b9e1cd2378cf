import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import type { TogetherView } from '@/db/together/read-together'
import { lowerFlagAction, raiseFlagAction } from '../actions'
import { type Part, askedOf, nameOf } from './part'
import { Saved } from '../../_parts/saved'

type Flag = TogetherView['flags'][number]

function Lower({ flag, ...part }: Part & { flag: Flag }) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const id = `lower-${flag.id}`
  return (
    <Asked
      {...askedOf(part)}
      id={id}
      title={t('together.lower')}
      draw={() => (
        <PostForm
          action={lowerFlagAction}
          id={id}
          form={standing.form('flag.lower')}
          hidden={{ ref: view.head.ref, flagId: flag.id, version: String(flag.version) }}
          fields={[
            {
              name: 'reason',
              kind: 'text',
              label: t('together.lowerReason'),
              hint: t('together.lowerReasonHint'),
              required: true,
              wide: true,
            },
          ]}
          submit={t('together.lower')}
          locale={locale}
        />
      )}
    />
  )
}

function Line({ flag, ...part }: Part & { flag: Flag }) {
  const { standing } = part
  const { look } = standing
  const { lowered } = flag
  return (
    <li>
      <span>
        <b>{flag.reason}</b>{' '}
        <small>
          {nameOf(part, flag.recordedBy)} · {instantText(flag.recordedAt, look)}
        </small>
        {lowered && (
          <small className="aside">
            {words(look.locale)('together.lowered', {
              name: nameOf(part, lowered.by),
              time: instantText(lowered.at, look),
            })}{' '}
            {lowered.reason}
          </small>
        )}
      </span>
      {part.view.may.flag && flag.mayLower && !lowered && <Lower {...part} flag={flag} />}
    </li>
  )
}

/** What needs a second look, and who said so; a flag stands until somebody lowers it, and stays readable after that. */
export function Flags(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const { ref } = view.head
  return (
    <Card id="flags" title={t('together.flags')}>
      <Saved part={part} of="flags" />
      {view.flags.every(({ lowered }) => lowered) && <Empty why={t('together.flagsEmpty')} />}
      <ul className="lines">
        {view.flags.map((flag) => (
          <Line key={flag.id} flag={flag} {...part} />
        ))}
      </ul>
      {view.may.flag && (
        <Asked
          {...askedOf(part)}
          id="flag"
          title={t('together.raise')}
          draw={() => (
            <PostForm
              action={raiseFlagAction}
              id="flag"
              form={standing.form('flag.raise')}
              hidden={{ ref }}
              fields={[
                {
                  name: 'reason',
                  kind: 'text',
                  label: t('together.flagReason'),
                  hint: t('together.flagReasonHint'),
                  required: true,
                  wide: true,
                },
              ]}
              submit={t('together.raise')}
              locale={look.locale}
            />
          )}
        />
      )}
    </Card>
  )
}
