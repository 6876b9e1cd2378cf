import { z } from 'zod'
import { line, uuid } from '@/lib/text'
import { AddTask } from '@/lib/tasks/forms'
import { RaiseFlag } from '@/lib/together/forms'

/** How many files one deed may be done on at once. */
export const tickedMax = 50

const refs = line({ max: 2000, required: true })
  .transform((text) => [...new Set(text.split(/[\s,]+/))])
  .refine((list) => list.length <= tickedMax, { message: 'too-many-files' })

/** The files that were ticked, and the list they were ticked in. */
const ticked = { refs, list: z.string().max(600).catch('') }

export const AssignCases = z.object({ ...ticked, owner: uuid({ required: true }) })
export type AssignCases = z.infer<typeof AssignCases>

export const FlagCases = RaiseFlag.omit({ ref: true }).extend(ticked)
export type FlagCases = z.infer<typeof FlagCases>

export const AddTasks = AddTask.omit({ ref: true }).extend(ticked)
export type AddTasks = z.infer<typeof AddTasks>

/** What became of the files of one deed: done, left as they were, and how many are not within reach or do not exist. */
export type Bulk = { list: string; done: number; left: string[]; absent: number }

/** The list they were ticked in, saying what became of them. */
export function afterBulk({ list, done, left, absent }: Bulk): string {
  const query = new URLSearchParams(list)
  query.set('done', String(done))
  if (left.length > 0) query.set('left', left.join('.'))
  if (absent > 0) query.set('absent', String(absent))
  return `/cases?${query.toString()}#bulk`
}
