import { sql } from 'drizzle-orm'
import { caseFiles } from '../schema'

/** The day from which silence counts once there was word of a day: never set back, and never ahead of the clock it is read by. */
export const silenceEnded = (day: string, now: Date) =>
  sql`greatest(${caseFiles.silentSince}, least(${day}::date, ${now.toISOString().slice(0, 10)}::date))`
