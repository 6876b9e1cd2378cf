import { sql } from 'drizzle-orm'
import type { Ctx } from '../ctx'

/** Until this transaction ends nobody else changes what is allowed in this file: a withdrawal comes before a submission or after it, never during. */
export const holdConsents = (ctx: Ctx, caseId: string) =>
  ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`consents ${caseId}`}, 0))`)
