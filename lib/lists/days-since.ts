const day = 86_400_000

/** The date so many days before an instant, in UTC, as the clear dates of files are kept. */
export const dateBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * day).toISOString().slice(0, 10)

/** Whole days since a date; a date that has not come is none. */
export const daysSince = (date: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / day))

/** The first instant that is no longer this day, in UTC. */
export const endOfDay = (now: Date): Date => new Date(Date.parse(dateBefore(now, 0)) + day)

/** The first instant of this day, in UTC. */
export const startOfDay = (now: Date): Date => new Date(Date.parse(dateBefore(now, 0)))
