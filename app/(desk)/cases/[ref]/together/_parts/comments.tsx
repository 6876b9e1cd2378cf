import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { Entry, Timeline } from '@/app/ui/entry'
import type { FieldGroup, FieldSpec } from '@/app/ui/field-spec'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { mentionFieldOf } from '@/lib/together/forms'
import { writeCommentAction } from '../actions'
import { type Part, nameOf } from './part'
import { Saved } from '../../_parts/saved'

function commentFields({ view, standing }: Part): (FieldSpec | FieldGroup)[] {
  const t = words(standing.look.locale)
  const text: FieldSpec = {
    name: 'text',
    kind: 'prose',
    label: t('together.comment'),
    hint: t('together.commentHint'),
    required: true,
    wide: true,
  }
  if (view.colleagues.length === 0) return [text]
  const boxes = view.colleagues.map(({ id, name }): FieldSpec => ({
    name: mentionFieldOf(id),
    kind: 'check',
    label: name,
  }))
  return [text, { legend: t('together.mention'), hint: t('together.mentionHint'), fields: boxes }]
}

/** What colleagues say to each other about the file, newest first. Nothing here is taken back. */
export function Comments(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  return (
    <Card id="comments" title={t('together.comments')}>
      <Saved part={part} of="comments" />
      {view.may.comment && (
        <PostForm
          action={writeCommentAction}
          id="comment"
          form={standing.form('comment.write')}
          hidden={{ ref: view.head.ref }}
          fields={commentFields(part)}
          submit={t('together.commentSubmit')}
          locale={look.locale}
        />
      )}
      {view.comments.length === 0 ? (
        <Empty why={t('together.commentsEmpty')} />
      ) : (
        <Timeline>
          {view.comments.map(({ id, text, recordedBy, recordedAt, mentioned }) => (
            <Entry
              key={id}
              when={instantText(recordedAt, look)}
              span="day"
              title={nameOf(part, recordedBy)}
              text={text}
              by={
                mentioned.length > 0 &&
                t('together.mentioned', { names: mentioned.map((one) => nameOf(part, one)).join(', ') })
              }
            />
          ))}
        </Timeline>
      )}
    </Card>
  )
}
