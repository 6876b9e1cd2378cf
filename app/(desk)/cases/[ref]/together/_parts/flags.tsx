import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { lowerFlagAction, raiseFlagAction } from '../actions'
import { type Part, askedOf, nameOf } from './part'

/** What needs a second look, and who said so; a flag stands until somebody lowers it. */
export function Flags(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const { ref } = view.head
  return (
    <Card id="flags" title={t('together.flags')}>
      {view.flags.length === 0 && <Empty why={t('together.flagsEmpty')} />}
      <ul className="lines">
        {view.flags.map((flag) => (
          <li key={flag.id}>
            <span>
              <b>{flag.reason}</b>{' '}
              <small>
                {nameOf(part, flag.recordedBy)} · {instantText(flag.recordedAt, look)}
              </small>
            </span>
            {view.may.flag && (
              <PostForm
                action={lowerFlagAction}
                id={`flag-${flag.id}`}
                form={standing.form('flag.lower')}
                hidden={{ ref, flagId: flag.id, version: String(flag.version) }}
                fields={[]}
                submit={t('together.lower')}
                locale={look.locale}
                kind="plain"
                inline
              />
            )}
          </li>
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
