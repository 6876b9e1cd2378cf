import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Held, can, mayEver } from '@/lib/access/can'
import { confidentialities, ownLevels } from '@/lib/access/grants'
import { type Due, dueOf } from '@/lib/tasks/due'
import { type ListTasks, titlesKey } from '@/lib/tasks/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { tasks } from '../schema'

export const pageTasks = 50

const bytes = z.instanceof(Uint8Array)

const Row = z.object({
  id: z.string(),
  case_id: z.string(),
  ref: z.string(),
  risk: z.string(),
  team_id: z.string(),
  confidentiality: z.enum(confidentialities),
  own: z.enum(ownLevels).nullable(),
  kind: z.string(),
  title: bytes.nullable(),
  due_at: z.string(),
  owner_id: z.string().nullable(),
  owner: bytes.nullable(),
  version: z.number(),
})
type Row = z.output<typeof Row>

export type ListedTask = {
  id: string
  ref: string
  risk: string
  kind: string
  title: string | null
  /** Somebody wrote a title, and it is not open in this session. */
  isShut: boolean
  dueAt: Date
  due: Due
  owner: string | null
  version: number
  mayClose: boolean
}

export type TaskList = { rows: ListedTask[]; next: string | null; titlesUntil: Date | null }

const heldOf = ({ team_id: teamId, confidentiality, own }: Row): Held => ({ teamId, confidentiality, own })

function narrowed(ctx: Ctx, { whose, kind, after }: ListTasks): SQL {
  const parts = [
    sql`${tasks.state} = 'open'`,
    whose === 'mine' ? sql`${tasks.ownerId} = ${ctx.actor.id}::uuid` : sql`${tasks.teamId} = ${ctx.actor.teamId}::uuid`,
    ...(kind ? [sql`${tasks.kind} = ${kind}`] : []),
    ...(after
      ? [
          sql`${tasks.dueAt} >= ${after.at}::timestamptz and (${tasks.dueAt} > ${after.at}::timestamptz or ${tasks.id} > ${after.id}::uuid)`,
        ]
      : []),
  ]
  return sql.join(parts, sql` and `)
}

/** Row security answers for each task before the page is cut, so that what is out of reach leaves no hole in it. */
async function find(ctx: Ctx, query: ListTasks): Promise<Row[]> {
  const rows = await ctx.db.execute(sql`
    select t.id, t.case_id, c.ref, c.risk, c.team_id, c.confidentiality, my_level(c.id) as own, t.kind, t.title,
           t.due_at, t.owner_id, a.name as owner, t.version
      from (select * from ${tasks} where ${narrowed(ctx, query)} order by ${tasks.dueAt}, ${tasks.id} limit ${pageTasks + 1}) t
      join case_file c on c.id = t.case_id left join account a on a.id = t.owner_id
     order by t.due_at, t.id`)
  return z.array(Row).parse([...rows])
}

function present(ctx: Ctx, row: Row, isOpen: boolean): ListedTask {
  const { id, ref, risk, kind, case_id: caseId, owner_id: ownerId, owner, title, version } = row
  const dueAt = new Date(row.due_at)
  return {
    id,
    ref,
    risk,
    kind,
    title: isOpen ? ctx.vault.openOptional('task.title', { caseId, rowId: id }, title) : null,
    isShut: title !== null && !isOpen,
    dueAt,
    due: dueOf(dueAt, { now: ctx.now, zone: ctx.actor.timeZone }),
    owner: ownerId && owner ? ctx.vault.nameForHouse('account.name', ownerId, owner) : null,
    version,
    mayClose: can(ctx.actor, 'task:keep', heldOf(row)),
  }
}

/** Open tasks of mine, or of my team's files within reach, the first due first. What they say stays shut until asked for. */
export const listTasks = verb('task.list', async (ctx: Ctx, query: ListTasks): Promise<TaskList> => {
  if (!mayEver(ctx.actor.role, 'task:keep')) throw new Refusal('forbidden')
  const found = await find(ctx, query)
  const rows = found.slice(0, pageTasks)
  const last = rows.at(-1)
  const { namesShown } = ctx.actor
  const isOpen = namesShown !== null && namesShown.list === titlesKey(query) && namesShown.until > ctx.now
  const titled = isOpen ? rows.filter((row) => row.title !== null) : []
  if (titled.length > 0) {
    const files = new Map(titled.map((row) => [row.case_id, { id: row.case_id, ...heldOf(row) }]))
    await ctx.vault.load([...files.values()])
    await record(ctx, 'task.list', { objectIds: [...files.keys()] })
  }
  return {
    rows: rows.map((row) => present(ctx, row, isOpen)),
    next: found.length > pageTasks && last ? `${last.due_at}~${last.id}` : null,
    titlesUntil: isOpen ? namesShown.until : null,
  }
})
