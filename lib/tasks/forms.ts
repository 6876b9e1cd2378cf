import { z } from 'zod'
import { Ref, Version } from '@/lib/cases/forms'
import { Cursor } from '@/lib/cursor'
import { partialDate } from '@/lib/dates/form'
import { choice, line, prose, uuid } from '@/lib/text'
import { taskKinds } from './tasks'

export const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))

/** A day of the calendar and nothing wider: what is due is due on a day. */
const wholeDay = partialDate({ required: true }).transform((date, ctx): string => {
  if (date.from !== null && date.precision === 'day' && !date.approximate && !date.uncertain) return date.from
  ctx.addIssue({ code: 'custom', message: 'whole-day-needed', input: '' })
  return z.NEVER
})

const due = { day: wholeDay, hour: choice(hours, { required: true }) }

/** `owner` is whoever asks where nobody is named. */
export const AddTask = z.object({ ref: Ref, title: line({ max: 200, required: true }), ...due, owner: uuid() })
export type AddTask = z.infer<typeof AddTask>

const taskId = uuid({ required: true })

export const EditTask = z.object({ ref: Ref, taskId, version: Version, ...due, owner: uuid({ required: true }) })
export type EditTask = z.infer<typeof EditTask>

export const closings = ['done', 'dropped'] as const

/** What is not done is dropped for a reason. */
export const CloseTask = z
  .object({
    ref: Ref,
    taskId,
    version: Version,
    outcome: choice(closings, { required: true }),
    note: prose({ max: 1000 }),
  })
  .refine(({ outcome, note }) => outcome !== 'dropped' || note !== undefined, {
    path: ['note'],
    message: 'reason-needed',
  })
export type CloseTask = z.infer<typeof CloseTask>

export const taskLists = ['mine', 'team'] as const

/** What the list of tasks may be narrowed by; what is no filter is left out. */
export const ListTasks = z.object({
  whose: choice(taskLists)
    .catch(undefined)
    .transform((list) => list ?? 'mine'),
  kind: choice(taskKinds).catch(undefined),
  after: Cursor,
})
export type ListTasks = z.infer<typeof ListTasks>

/** Which list it is, as a query string; the place in it is left out. */
export function taskListKey({ whose, kind }: Pick<ListTasks, 'whose' | 'kind'>): string {
  return new URLSearchParams({ whose, ...(kind && { kind }) }).toString()
}

/** The list a key names; whatever is none is one's own tasks. */
export const listOfKey = (key: string): ListTasks => ListTasks.parse(Object.fromEntries(new URLSearchParams(key)))

export const ShowTitles = z.object({ list: z.string().max(300) })
export type ShowTitles = z.infer<typeof ShowTitles>

/** The list as the session keeps it for which names are open: never the same as a list of files. */
export const titlesKey = (query: ListTasks): string => `tasks?${taskListKey(query)}`
