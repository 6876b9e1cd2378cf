import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { viewKey } from '@/lib/lists/view-key'
import type { Ctx } from '../ctx'
import { jsonBytes } from '../json-bytes'

const viewsMax = sql.raw('50')

/** Views of one's own and those that colleagues of the team share, as part of a statement that reads a list. */
export const viewRows = sql`
  select id, owner_id, name, filters, columns, is_shared, version from saved_view order by saved_at, id limit ${viewsMax}`

export const ViewRows = z.array(
  z.object({
    id: z.string(),
    owner_id: z.string(),
    name: jsonBytes,
    filters: z.string(),
    columns: z.string(),
    is_shared: z.boolean(),
    version: z.number(),
  }),
)

export type SavedView = { id: string; name: string; key: string; isOwn: boolean; isShared: boolean; version: number }

export const savedViewsOf = ({ vault, actor }: Ctx, rows: z.output<typeof ViewRows>): SavedView[] =>
  rows.map(({ id, name, version, ...row }) => ({
    id,
    name: vault.openForHouse('saved_view.name', id, name).toString('utf8'),
    key: viewKey(row),
    isOwn: row.owner_id === actor.id,
    isShared: row.is_shared,
    version,
  }))
