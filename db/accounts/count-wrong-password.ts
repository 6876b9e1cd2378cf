import { sql } from 'drizzle-orm'
import { asPerson } from '../ctx'
import type { House } from '../house'
import { ownPasswordTag } from './assert-own-password'

const free = 5
const longestSeconds = 900

/** Counts a wrong answer to a question for the own password, after the deed that asked has rolled back. */
export const countWrongPassword = (house: House, by: { session: Uint8Array; now: Date }): Promise<void> =>
  asPerson(house, { hash: by.session, now: by.now }, async (ctx) => {
    await ctx.db.execute(
      sql`select throttle_failed(${ownPasswordTag(ctx)}::bytea, ${free}::int, ${longestSeconds}::int)`,
    )
  })
