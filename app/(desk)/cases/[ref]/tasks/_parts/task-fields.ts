import type { Standing } from '@/app/door'
import type { FieldSpec } from '@/app/ui/field-spec'
import { words } from '@/app/words'
import type { CaseTasks } from '@/db/tasks/read-case-tasks'
import { addDays, dayIn } from '@/lib/dates/calendar'
import { wallTime } from '@/lib/dates/wall-time'
import { hours } from '@/lib/tasks/forms'

type Part = { view: CaseTasks; standing: Standing }
type Task = CaseTasks['open'][number]

const morning = '09'

function whenFields(standing: Standing, value: { day: string; hour: string }): FieldSpec[] {
  const t = words(standing.look.locale)
  return [
    {
      name: 'day',
      kind: 'date',
      label: t('tasks.day'),
      hint: t('tasks.dayHint', { zone: standing.look.zone }),
      value: value.day,
      required: true,
    },
    {
      name: 'hour',
      kind: 'choice',
      label: t('tasks.hour'),
      options: hours.map((hour) => ({ value: hour, label: `${hour}:00` })),
      value: value.hour,
      required: true,
    },
  ]
}

const ownerField = ({ view, standing }: Part, value: string): FieldSpec => ({
  name: 'owner',
  kind: 'choice',
  label: words(standing.look.locale)('tasks.owner'),
  hint: words(standing.look.locale)('tasks.ownerHint'),
  options: view.colleagues.map(({ id, name }) => ({ value: id, label: name })),
  value,
  required: true,
})

export function addFields(part: Part): FieldSpec[] {
  const { standing } = part
  const t = words(standing.look.locale)
  const day = addDays(dayIn(standing.now, standing.look.zone), 1)
  return [
    {
      name: 'title',
      kind: 'text',
      label: t('tasks.what'),
      hint: t('tasks.whatHint'),
      required: true,
      wide: true,
    },
    ...whenFields(standing, { day, hour: morning }),
    ownerField(part, standing.actor.id),
  ]
}

export function editFields(part: Part, task: Task): FieldSpec[] {
  const { zone } = part.standing.look
  const { day, time } = wallTime(task.dueAt, zone)
  return [...whenFields(part.standing, { day, hour: time.slice(0, 2) }), ownerField(part, task.ownerId ?? '')]
}
