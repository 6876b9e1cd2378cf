import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx'

const Rows = z.array(z.object({ id: z.uuid(), name: z.instanceof(Uint8Array) }))

export type Colleague = { id: string; name: string }

const inOrder = (ctx: Ctx, rows: z.infer<typeof Rows>): Colleague[] =>
  rows
    .map(({ id, name }) => ({ id, name: ctx.vault.nameForHouse('account.name', id, name) }))
    .sort((a, b) => a.name.localeCompare(b.name))

/** Colleagues who may see this file, of whatever team. */
export const maySee = async (ctx: Ctx, caseId: string): Promise<Colleague[]> =>
  inOrder(ctx, Rows.parse([...(await ctx.db.execute(sql`select * from may_see(${caseId}::uuid)`))]))
