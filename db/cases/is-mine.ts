import { sql } from 'drizzle-orm'
import { caseFiles } from '../schema'

/** Begins a statement that asks several times which files are within somebody's own reach: the answer is read once. */
export const withMyFiles = sql`with mine (id) as materialized (select my_cases('case:read'))`

/** Only in a statement that begins with `withMyFiles`. */
export const isMine = sql`${caseFiles.id} = any(array(select id from mine))`
