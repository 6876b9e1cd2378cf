import { sql } from 'drizzle-orm'
import { caseFiles } from '../schema'

/** Only in a statement that begins with `withMyFiles`. */
export const isMine = sql`${caseFiles.id} = any(array(select id from mine))`

/**
 * Begins a statement that asks several times about files within somebody's own reach: which they are is answered once,
 * and they are read once, by their ids; narrowed by what a page asks for, they would be looked for in the index of teams.
 */
export const withMyFiles = sql`
  with mine (id) as materialized (select my_cases('case:read')),
       my_file as materialized (select * from ${caseFiles} where ${isMine})`

/** Those files under the name of all, so that what narrows these narrows those. Only in a statement that begins with `withMyFiles`. */
export const myFiles = sql`my_file as ${caseFiles}`
