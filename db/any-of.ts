import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** One of these ids: one parameter however many they are, so that the statement stays the same. */
export const anyOf = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`
