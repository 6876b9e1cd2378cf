import { closeFields } from '@/app/(desk)/tasks/_parts/close-fields'
import type { Standing } from '@/app/door'
import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import type { CaseTasks } from '@/db/tasks/read-case-tasks'
import { addTaskAction, closeTaskAction, editTaskAction } from '../actions'
import { addFields, editFields } from './task-fields'
import { Saved } from '../../_parts/saved'

export type Part = { view: CaseTasks; standing: Standing; asked: string | undefined; saved: string | undefined }
type Task = CaseTasks['open'][number]

const askedOf = ({ view, standing, asked }: Part) => ({
  at: `/cases/${view.head.ref}/tasks`,
  asked,
  close: words(standing.look.locale)('caseFile.closeForm'),
})

function Deeds({ task, ...part }: Part & { task: Task }) {
  const { view, standing } = part
  const { locale } = standing.look
  const t = words(locale)
  const hidden = { ref: view.head.ref, taskId: task.id, version: String(task.version) }
  return (
    <div className="deeds">
      <Asked
        {...askedOf(part)}
        id={`close-${task.id}`}
        title={t('tasks.close')}
        draw={() => (
          <PostForm
            action={closeTaskAction}
            id={`close-${task.id}`}
            form={standing.form('task.close')}
            hidden={hidden}
            fields={closeFields(locale)}
            submit={t('tasks.close')}
            locale={locale}
          />
        )}
      />
      <Asked
        {...askedOf(part)}
        id={`edit-${task.id}`}
        title={t('tasks.edit')}
        draw={() => (
          <PostForm
            action={editTaskAction}
            id={`edit-${task.id}`}
            form={standing.form('task.edit')}
            hidden={hidden}
            fields={editFields(part, task)}
            submit={t('caseFile.save')}
            locale={locale}
          />
        )}
      />
    </div>
  )
}

/** What is to be done on this file, by whom and by when; and the form for one more. */
export function OpenTasks(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  return (
    <Card id="open" title={t('tasks.open')}>
      <Saved part={part} of="open" />
      {view.open.length === 0 && <Empty why={t('tasks.openEmpty')} />}
      <ul className="lines">
        {view.open.map((task) => (
          <li key={task.id}>
            <span>
              <b>
                {task.title
                  ? label(look.locale, 'taskOccasions', task.title)
                  : label(look.locale, 'taskKinds', task.kind)}
              </b>{' '}
              <small>
                {label(look.locale, 'dues', task.due)} · {instantText(task.dueAt, look)} ·{' '}
                {task.owner ?? t('tasks.nobody')}
              </small>
            </span>
            {view.head.can.keepTasks && <Deeds task={task} {...part} />}
          </li>
        ))}
      </ul>
      {view.head.can.keepTasks && (
        <Asked
          {...askedOf(part)}
          id="task"
          title={t('tasks.add')}
          draw={() => (
            <PostForm
              action={addTaskAction}
              id="task"
              form={standing.form('task.add')}
              hidden={{ ref: view.head.ref }}
              fields={addFields(part)}
              submit={t('tasks.add')}
              locale={look.locale}
            />
          )}
        />
      )}
    </Card>
  )
}
