import { addDays, dayIn } from '@/lib/dates/calendar'

/** How urgent the day of a task is, in the order they are shown. */
export const dues = ['overdue', 'today', 'week', 'later'] as const
export type Due = (typeof dues)[number]

/** `overdue` once its hour has passed; days are those of the reader's zone, and `week` are the seven after today. */
export function dueOf(dueAt: Date, { now, zone }: { now: Date; zone: string }): Due {
  if (dueAt < now) return 'overdue'
  const [day, today] = [dayIn(dueAt, zone), dayIn(now, zone)]
  if (day <= today) return 'today'
  return day <= addDays(today, 7) ? 'week' : 'later'
}
