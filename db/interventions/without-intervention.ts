import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { confidentialities } from '@/lib/access/grants'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'
import { isOpen } from '../schema/case-file'

const shownMax = sql.raw('20')

const Files = z.array(z.object({ ref: z.string(), changedAt: z.coerce.date() }))
export type FileWithout = z.infer<typeof Files>[number]

/** Open files of a team whose risk is critical and for whom nothing was approved or sent, those first that have lain longest. */
export async function withoutIntervention(ctx: Ctx, teamId: string): Promise<FileWithout[]> {
  const words = sql.param([...confidentialities])
  const rows = await ctx.db.execute(sql`
    select f.ref, f.changed_at as "changedAt"
      from unnest(${words}::text[]) as w (word)
      cross join lateral (
        select ref, changed_at, id from case_file
         where team_id = ${teamId} and confidentiality = w.word and risk = 'R4' and ${isOpen(caseFiles)}
           and not exists (select from intervention i where i.case_id = case_file.id and i.state not in ('draft', 'withdrawn'))
         order by changed_at, id desc limit ${shownMax}) f
     order by f.changed_at, f.id limit ${shownMax}`)
  return Files.parse([...rows])
}
