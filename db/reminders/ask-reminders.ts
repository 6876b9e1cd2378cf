import { sql } from 'drizzle-orm'
import type { Database } from '../client'

/** Writes down, as the clock, whom the notifier is to tell that tasks are due: ids alone. */
export async function askReminders(db: Database): Promise<void> {
  await db.execute(sql`select ask_reminders()`)
}
