import { and, eq } from 'drizzle-orm'
import type { ForgetMapping } from '@/lib/imports/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { importMappings } from '../schema'
import { importingTeam } from './begin-import'

/** Columns that were kept under a name are kept no longer. */
export const forgetMapping = verb('import.map', async (ctx: Ctx, { mappingId, version }: ForgetMapping) => {
  importingTeam(ctx)
  const gone = await ctx.db
    .delete(importMappings)
    .where(and(eq(importMappings.id, mappingId), eq(importMappings.version, version)))
    .returning({ id: importMappings.id })
  if (gone.length === 0) throw new Refusal('not-found')
  await record(ctx, 'import.map', { objectIds: [mappingId], details: { forgotten: true } })
  return { mappingId }
})
