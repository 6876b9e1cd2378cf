import { sql } from 'drizzle-orm'
import type { Ctx } from '../ctx'

/**
 * Tells the coordinators of the team in the transaction of the entry that somebody is about to be sent back.
 * A statement and no promise: it is sent when it is awaited, after what is issued before it.
 */
export const tellImminent = (ctx: Ctx, entryId: string) => ctx.db.execute(sql`select tell_imminent(${entryId}::uuid)`)
