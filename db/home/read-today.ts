import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditDeed } from '@/lib/audit/deeds'
import { type ChangedFile, gatherChanges } from '@/lib/home/gather-changes'
import { type DueTask, type Morning, morning, untold } from '@/lib/home/morning'
import { endOfDay } from '@/lib/lists/days-since'
import { myFiles, withMyFiles } from '../cases/is-mine'
import type { Ctx } from '../ctx'
import { jsonBytes, jsonInstant } from '../json-bytes'
import { WaitingPairs, ownPairs } from '../matches/waiting-pairs'
import { caseFiles } from '../schema'
import { isOpen } from '../schema/case-file'

export type Today = Morning & { tasks: DueTask[]; changes: ChangedFile[]; pairs: WaitingPairs }

/** Deeds that leave a file as it was. */
const looking: readonly AuditDeed[] = [
  'case.read',
  'case.list',
  'case.match',
  'case.may-exist',
  'contact.reveal',
  'source.reveal',
  'case.follow',
  'case.unfollow',
  'draft.save',
  'draft.discard',
]

const filesMax = sql.raw('1000')
const tasksMax = sql.raw('40')

const Found = z.object({
  pairs: WaitingPairs,
  files: z.array(
    z.object({
      ref: z.string(),
      situation: z.string(),
      risk: z.string(),
      silentSince: z.string(),
      reviewDue: jsonInstant.nullable(),
      riskUntil: jsonInstant.nullable(),
      returnDue: jsonInstant.nullable(),
    }),
  ),
  tasks: z.array(z.object({ ref: z.string(), kind: z.string(), at: jsonInstant })),
  grants: z.array(z.object({ ref: z.string(), at: jsonInstant })),
  changes: z.array(
    z.object({
      ref: z.string(),
      deed: z.string(),
      at: jsonInstant,
      actor: z.string().nullable(),
      name: jsonBytes.nullable(),
    }),
  ),
})

/** The clock of an expected return, looked for only where one can run. */
const returnDue = sql`case when situation = 'IMMINENT_RETURN' then (
  select min(r.due_at) from task r where r.case_id = ${caseFiles.id} and r.kind = 'return' and r.state = 'open') end`

const asJson = (rows: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`

/** One statement. Nothing in it is sealed but the names of colleagues. */
async function find({ db, actor, now }: Ctx): Promise<z.output<typeof Found>> {
  const looked = sql`array[${sql.join(
    looking.map((deed) => sql`${deed}`),
    sql`, `,
  )}]::text[]`
  const files = sql`
    select ref, situation, risk, silent_since as "silentSince", review_due as "reviewDue", risk_until as "riskUntil",
           ${returnDue} as "returnDue"
      from ${myFiles} where ${isOpen(caseFiles)} order by risk desc, review_due limit ${filesMax}`
  const tasks = sql`
    select f.ref, t.kind, t.due_at as at from task t join case_file f on f.id = t.case_id
     where t.owner_id = ${actor.id}::uuid and t.state = 'open' order by t.due_at, t.id limit ${tasksMax}`
  const grants = sql`
    select f.ref, g.until as at from access_grant g join my_file f on f.id = g.case_id
     where g.case_id = any(array(select id from mine)) and g.user_id = ${actor.id}::uuid
       and g.revoked_at is null and g.until > ${now.toISOString()}::timestamptz`
  const changes = sql`
    select f.ref, c.deed, c.at, c.actor_id as actor, a.name
      from changes_since_here(${looked}) c join my_file f on f.id = c.case_id left join account a on a.id = c.actor_id
     order by c.at desc`
  const [found] = await db.execute(sql`
    ${withMyFiles}
    select ${asJson(files)} as files, ${asJson(tasks)} as tasks, ${asJson(grants)} as grants, ${asJson(changes)} as changes,
           ${ownPairs} as pairs`)
  return Found.parse(found)
}

/** What the morning tells of the file itself: its review, its silence and a return that is expected. */
const isOfFile = (kind: string) => ['review', 'silence', 'return'].includes(kind)

/** A caseworker's morning over own open files. No name of anybody in a file is opened. */
export async function readToday(ctx: Ctx): Promise<Today> {
  const { files, tasks, grants, changes, pairs } = await find(ctx)
  const tomorrow = endOfDay(ctx.now)
  const ends = [
    ...tasks.flatMap(({ ref, kind, at }) => (isOfFile(kind) ? [] : [{ kind: 'task' as const, ref, at }])),
    ...grants.map(({ ref, at }) => ({ kind: 'grant' as const, ref, at })),
  ]
  const changed = changes.map(({ actor, name, ...change }) => ({
    ...change,
    by: actor && name ? ctx.vault.nameForHouse('account.name', actor, name) : null,
  }))
  const told = morning(files, ends, ctx.now)
  return {
    ...told,
    tasks: untold(
      tasks.filter(({ at }) => at < tomorrow),
      told,
    ),
    changes: gatherChanges(changed),
    pairs,
  }
}
