import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '../ctx'
import { jsonInstant } from '../json-bytes'

const [followedMax, mentionsMax] = [sql.raw('10'), sql.raw('20')]

const Told = z.object({
  mentions: z.array(z.object({ ref: z.string(), count: z.number() })),
  followedFiles: z.array(
    z.object({ ref: z.string(), situation: z.string(), risk: z.string(), changedAt: jsonInstant }),
  ),
})

export type UnreadMention = z.output<typeof Told>['mentions'][number]
export type FollowedFile = z.output<typeof Told>['followedFiles'][number]

/**
 * Files within reach where a colleague mentioned the actor since they last looked (what was said stays in the file), and
 * those that the actor follows, the last changed first. No name is opened.
 */
export async function ofColleagues({ db, actor }: Ctx): Promise<z.output<typeof Told>> {
  const [row] = await db.execute(sql`
    select (select coalesce(json_agg(m), '[]') from (
             select f.ref, count(*)::int as count from mention m join case_file f on f.id = m.case_id
              where m.user_id = ${actor.id}::uuid and m.read_at is null
              group by f.ref order by f.ref limit ${mentionsMax}) m) as mentions,
           (select coalesce(json_agg(w), '[]') from (
             select f.ref, f.situation, f.risk, f.changed_at as "changedAt" from follow w join case_file f on f.id = w.case_id
              where w.user_id = ${actor.id}::uuid
              order by f.changed_at desc, f.id limit ${followedMax}) w) as "followedFiles"`)
  return Told.parse(row)
}
