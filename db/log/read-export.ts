import { and, eq, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { LogFilters, exportFormats, exportKinds } from '@/lib/log/forms'
import { Refusal } from '@/lib/refusal'
import { type Ctx, verb } from '../ctx'
import { formUses } from '../schema'

const readyMs = 10 * 60_000

export const ExportQuery = z.object({ id: z.uuid() })
export type ExportQuery = z.infer<typeof ExportQuery>

const Asked = LogFilters.extend({ kind: z.enum(exportKinds), format: z.enum(exportFormats) })

/** What one accepted export form asked for: this session's own, for ten minutes; anything else is not found. */
export const readExport = verb('audit.export', async (ctx: Ctx, { id }: ExportQuery) => {
  const since = new Date(ctx.now.getTime() - readyMs)
  const [row] = await ctx.db
    .select({ next: formUses.next, action: formUses.action })
    .from(formUses)
    .where(
      and(eq(formUses.id, id), gt(formUses.at, since), inArray(formUses.action, ['audit.export', 'record.export'])),
    )
  const query = row?.next?.split('#')[0]?.split('?')[1]
  const asked = Asked.safeParse(Object.fromEntries(new URLSearchParams(query ?? '')))
  const kind = row?.action === 'record.export' ? 'records' : 'entries'
  if (!asked.success || asked.data.kind !== kind) throw new Refusal('not-found')
  return { ...asked.data, reason: '' }
})
