import { Button, ButtonLink } from '@/app/ui/button'
import { Card } from '@/app/ui/card'
import type { FieldSpec } from '@/app/ui/field-spec'
import { Notice } from '@/app/ui/notice'
import { PostForm } from '@/app/ui/post-form'
import { words } from '@/app/words'
import { mayEver } from '@/lib/access/can'
import { placeText } from '@/lib/cases/list-place'
import { hours } from '@/lib/tasks/forms'
import { addTasksAction, assignCasesAction, flagCasesAction } from '../actions'
import { type Given, isPicking } from './given'

/** What became of the ticked files, where something was just done. */
function Outcome({ standing, asked }: Given) {
  const t = words(standing.look.locale)
  if (asked.done === undefined) return null
  return (
    <Notice kind={asked.done > 0 ? 'success' : 'info'}>
      {[
        t('lists.done', { count: asked.done }),
        asked.left.length > 0 && t('lists.left', { refs: asked.left.join(', ') }),
        asked.absent && t('lists.absent', { count: asked.absent }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  )
}

function taskFields({ standing, list }: Given): FieldSpec[] {
  const t = words(standing.look.locale)
  const others = list.workers.filter(({ id }) => id !== standing.actor.id)
  return [
    { name: 'title', kind: 'text', label: t('lists.taskTitle'), required: true, wide: true },
    { name: 'day', kind: 'date', label: t('lists.taskDay'), required: true },
    {
      name: 'hour',
      kind: 'choice',
      label: t('lists.taskHour'),
      options: hours.map((hour) => ({ value: hour, label: `${hour}:00` })),
      value: '09',
      required: true,
    },
    {
      name: 'owner',
      kind: 'choice',
      label: t('lists.taskOwner'),
      options: [{ value: '', label: t('lists.myself') }, ...others.map(({ id, name }) => ({ value: id, label: name }))],
      required: false,
    },
  ]
}

function Deeds(given: Given) {
  const { standing, list, asked, listKey } = given
  const { look, form, actor } = standing
  const { locale } = look
  const t = words(locale)
  const shared = { hidden: { refs: asked.pick.join(' '), list: listKey }, locale }
  const others = list.workers.filter(({ id }) => id !== actor.id)
  const reason: FieldSpec = {
    name: 'reason',
    kind: 'text',
    label: t('together.flagReason'),
    hint: t('together.flagReasonHint'),
    required: true,
    wide: true,
  }
  const owner: FieldSpec = {
    name: 'owner',
    kind: 'choice',
    label: t('lists.assignTo'),
    options: others.map(({ id, name }) => ({ value: id, label: name })),
    required: true,
  }
  return (
    <>
      {mayEver(actor.role, 'case:assign') && (
        <PostForm
          {...shared}
          action={assignCasesAction}
          id="assign-ticked"
          form={form('case.assign')}
          fields={[owner]}
          submit={t('lists.assign')}
          fold={t('lists.assign')}
        />
      )}
      <PostForm
        {...shared}
        action={flagCasesAction}
        id="flag-ticked"
        form={form('flag.raise')}
        fields={[reason]}
        submit={t('lists.flag')}
        fold={t('lists.flag')}
      />
      <PostForm
        {...shared}
        action={addTasksAction}
        id="task-ticked"
        form={form('task.add')}
        fields={taskFields(given)}
        submit={t('lists.task')}
        fold={t('lists.task')}
      />
    </>
  )
}

/** What may be done on the files that were ticked. Which they are stands in the address, so a refusal loses none. */
export function Bulk(given: Given) {
  const { standing, asked, listKey } = given
  const t = words(standing.look.locale)
  if (asked.pick.length === 0) return <Outcome {...given} />
  return (
    <Card id="bulk" title={t('lists.ticked', { count: asked.pick.length })}>
      <p className="hint">{asked.pick.join(', ')}</p>
      <Deeds {...given} />
      <ButtonLink href={`/cases?${listKey}`}>{t('lists.untick')}</ButtonLink>
    </Card>
  )
}

/** The form of the boxes: it asks for the same list with the files ticked in it. */
export function TickBar(given: Given) {
  const { standing, listKey, query } = given
  const t = words(standing.look.locale)
  if (!isPicking(given)) return null
  const place = query.after ? [['after', placeText(query.sort ?? 'changed', query.after)] as const] : []
  return (
    <form id="tick" className="tick" method="get" action="/cases#bulk">
      {[...new URLSearchParams(listKey), ...place].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind="plain">{t('lists.tick')}</Button>
    </form>
  )
}
