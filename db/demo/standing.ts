import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx'

const one = z.object({ id: z.string(), version: z.number() })

const Standing = z.object({
  version: z.number(),
  sources: z.array(z.string()),
  entries: z.array(z.string()),
  people: z.array(one.extend({ role: z.string() })),
  channels: z.array(z.object({ id: z.string(), personId: z.string() })),
  flags: z.array(one),
  proposals: z.array(one),
  tasks: z.array(one.extend({ kind: z.string() })),
})

/** What a deed of the demonstration names by its place, as a form on the page would by its id. */
export type Standing = z.output<typeof Standing>

export async function standing(ctx: Ctx, caseId: string): Promise<Standing> {
  const rows = (list: string, from: string) =>
    sql.raw(`(select coalesce(json_agg(${list}), '[]') from ${from} entry where entry.case_id = file.id`)
  const [row] = await ctx.db.execute(sql`
    select version,
           ${rows('entry.id order by entry.code', 'source')}) as sources,
           ${rows('entry.id order by entry.recorded_at, entry.id', 'situation_entry')}) as entries,
           ${rows("json_build_object('id', entry.id, 'version', entry.version, 'role', entry.role) order by entry.recorded_at, entry.id", 'person')}) as people,
           ${rows("json_build_object('id', entry.id, 'personId', entry.person_id) order by entry.recorded_at, entry.id", 'contact_channel')}) as channels,
           ${rows("json_build_object('id', entry.id, 'version', entry.version)", 'flag')} and entry.lowered_at is null) as flags,
           ${rows("json_build_object('id', entry.id, 'version', entry.version)", 'proposal')} and entry.state = 'waiting') as proposals,
           ${rows("json_build_object('id', entry.id, 'version', entry.version, 'kind', entry.kind)", 'task')} and entry.state = 'open') as tasks
      from case_file file where id = ${caseId}::uuid`)
  return Standing.parse(row)
}
