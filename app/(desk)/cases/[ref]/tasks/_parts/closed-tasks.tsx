import { Card } from '@/app/ui/card'
import { Empty } from '@/app/ui/empty'
import { instantText } from '@/app/ui/instant'
import { label, words } from '@/app/words'
import { Saved } from '../../_parts/saved'
import type { Part } from './open-tasks'

/** What was done or dropped, the last closed first, with what was said of it. */
export function ClosedTasks(part: Part) {
  const { view, standing } = part
  const { look } = standing
  const t = words(look.locale)
  return (
    <Card id="closed" title={t('tasks.closed')}>
      <Saved part={part} of="closed" />
      {view.closed.length === 0 && <Empty why={t('tasks.closedEmpty')} />}
      <ul className="lines">
        {view.closed.map((task) => (
          <li key={task.id}>
            <span>
              {label(look.locale, 'taskStates', task.state)} ·{' '}
              <b>
                {task.title
                  ? label(look.locale, 'taskOccasions', task.title)
                  : label(look.locale, 'taskKinds', task.kind)}
              </b>{' '}
              {task.note}{' '}
              <small>
                {task.closedAt && instantText(task.closedAt, look)} · {task.closer ?? t('tasks.byRule')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
