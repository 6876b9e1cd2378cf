import { sql } from 'drizzle-orm'
import type { House } from '../house'

/** Whether the database answers this process. */
export const isAlive = ({ db }: House): Promise<boolean> =>
  db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
