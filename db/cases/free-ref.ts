import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { drawRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'

/** Five signs where one of them is free, six where the house has outgrown them. */
export async function freeRef(ctx: Ctx): Promise<string> {
  const candidates = ([5, 5, 5, 6, 6, 6] as const).map((signs) => drawRef((n) => randomBytes(n), signs))
  const list = sql.join(
    candidates.map((ref) => sql`${ref}`),
    sql`, `,
  )
  const [row] = await ctx.db.execute(sql`select free_ref(array[${list}]::text[]) as ref`)
  if (typeof row?.['ref'] !== 'string') throw new Refusal('too-many')
  return row['ref']
}
