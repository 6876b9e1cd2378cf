import type { Standing } from '@/app/door'
import { Asked } from '@/app/ui/asked'
import { Card } from '@/app/ui/card'
import { instantText } from '@/app/ui/instant'
import { RiskMark } from '@/app/ui/mark'
import { PostForm } from '@/app/ui/post-form'
import { label, words } from '@/app/words'
import type { ListedTask } from '@/db/tasks/list-tasks'
import type { Due } from '@/lib/tasks/due'
import { closeListedTaskAction } from '../actions'
import { closeFields } from './close-fields'

type Place = { standing: Standing; list: string; asked: string | undefined }

function TaskLine({ task, standing, list, asked }: Place & { task: ListedTask }) {
  const { look, form } = standing
  const { locale } = look
  const t = words(locale)
  const { id, ref, risk, kind, title, isShut, dueAt, owner, version } = task
  return (
    <li>
      <span>
        <a href={`/cases/${ref}/tasks`}>{ref}</a> <RiskMark level={risk} word={label(locale, 'risks', risk)} />{' '}
        <b>{label(locale, 'taskKinds', kind)}</b> {isShut ? '•••' : title && label(locale, 'taskOccasions', title)}{' '}
        <small>
          {instantText(dueAt, look)} · {owner ?? t('tasks.nobody')}
        </small>
      </span>
      {task.mayClose && (
        <Asked
          at={`/tasks?${list}`}
          asked={asked}
          id={`close-${id}`}
          title={t('tasks.close')}
          close={t('caseFile.closeForm')}
          draw={() => (
            <PostForm
              action={closeListedTaskAction}
              id={`close-${id}`}
              form={form('task.close')}
              hidden={{ ref, taskId: id, version: String(version), list }}
              fields={closeFields(locale)}
              submit={t('tasks.close')}
              locale={locale}
            />
          )}
        />
      )}
    </li>
  )
}

/** The tasks of one stretch of time; none, no card. */
export function TaskLines({ due, rows, ...place }: Place & { due: Due; rows: ListedTask[] }) {
  const those = rows.filter((task) => task.due === due)
  if (those.length === 0) return null
  return (
    <Card id={due} title={label(place.standing.look.locale, 'dues', due)}>
      <ul className="lines">
        {those.map((task) => (
          <TaskLine key={task.id} task={task} {...place} />
        ))}
      </ul>
    </Card>
  )
}
