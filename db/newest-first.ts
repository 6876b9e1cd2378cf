import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** The order in which drizzle's descending indexes stand; plain `desc` puts nulls first, so no index serves it. */
export const newestFirst = (column: PgColumn): SQL => sql`${column} desc nulls last`
