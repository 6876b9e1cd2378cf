import { sql } from 'drizzle-orm'
import { expired } from '@/lib/access/policies'
import type { Database } from '../client'

/** The clock's pass: takes away what has run out, as its role, to which the row policies show nothing else, and folds the counts. */
export async function tidy(db: Database): Promise<void> {
  for (const [table, rule] of Object.entries(expired)) {
    await db.execute(sql`delete from ${sql.identifier(table)} where ${sql.raw(rule)}`)
  }
  await db.execute(sql`select lapse_drafts()`)
  await db.execute(sql`select fold_counts()`)
}
