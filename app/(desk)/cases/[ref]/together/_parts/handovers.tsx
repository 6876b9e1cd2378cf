import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { Entry, Timeline } from '@/app/ui/entry'
import type { FieldSpec } from '@/app/ui/field-spec'
import { instantText } from '@/app/ui/instant'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import { handOverAction } from '../actions'
import { type Part, askedOf, nameOf } from './part'
import { Saved } from '../../_parts/saved'

function handOverFields({ view, standing }: Part): FieldSpec[] {
  const t = words(standing.look.locale)
  return [
    {
      name: 'to',
      kind: 'choice',
      label: t('together.handOverTo'),
      options: view.holders.map(({ id, name }) => ({ value: id, label: name })),
      required: true,
    },
    {
      name: 'briefing',
      kind: 'prose',
      label: t('together.briefing'),
      hint: t('together.briefingHint'),
      required: true,
      wide: true,
    },
  ]
}

function Steps(part: Part) {
  const { view, standing } = part
  const { look, now } = standing
  const t = words(look.locale)
  if (view.steps.length === 0) return null
  return (
    <>
      <h3>{t('together.steps')}</h3>
      <ul className="lines">
        {view.steps.map(({ id, kind, dueAt, ownerId }) => (
          <li key={id}>
            <span>
              <b>{label(look.locale, 'taskKinds', kind)}</b> {ownerId && nameOf(part, ownerId)}
            </span>
            <small>
              {t(dueAt < now ? 'together.stepLate' : 'together.stepDue', { date: instantText(dueAt, look) })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who had the file before, and what they told the next one. */
export function Handovers(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  const { ref, version } = view.head
  return (
    <Card id="handovers" title={t('together.handovers')}>
      <Saved part={part} of="handovers" />
      {view.handovers.length === 0 && <Empty why={t('together.handoversEmpty')} />}
      {view.handovers.length > 0 && (
        <Timeline>
          {view.handovers.map(({ id, fromUser, toUser, briefing, recordedAt }) => (
            <Entry
              key={id}
              when={instantText(recordedAt, look)}
              span="day"
              title={t('together.handedOver', { from: nameOf(part, fromUser), to: nameOf(part, toUser) })}
              text={briefing}
            />
          ))}
        </Timeline>
      )}
      <Steps {...part} />
      {view.may.handOver && (
        <Asked
          {...askedOf(part)}
          id="hand-over"
          title={t('together.handOver')}
          draw={() => (
            <>
              {view.losesInterview && <Notice kind="warning">{t('together.losesInterview')}</Notice>}
              <PostForm
                action={handOverAction}
                id="hand-over"
                form={standing.form('case.hand-over')}
                hidden={{ ref, version: String(version) }}
                fields={handOverFields(part)}
                submit={t('together.handOver')}
                locale={look.locale}
              />
            </>
          )}
        />
      )}
    </Card>
  )
}
