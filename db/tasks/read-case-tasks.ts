import { desc, eq, sql } from 'drizzle-orm'
import type { CaseQuery } from '@/lib/cases/forms'
import { dueOf } from '@/lib/tasks/due'
import { staffNames } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import { type Ctx, verb } from '../ctx'
import { tasks } from '../schema'
import { maySee } from '../together/may-see'

const tasksMax = 300

/** What is open, the first due first, and then what was closed, the last closed first. */
const rowsOf = ({ db }: Ctx, caseId: string) =>
  db
    .select()
    .from(tasks)
    .where(eq(tasks.caseId, caseId))
    .orderBy(
      sql`${tasks.state} <> 'open'`,
      sql`case when ${tasks.state} = 'open' then ${tasks.dueAt} end`,
      desc(tasks.closedAt),
      tasks.id,
    )
    .limit(tasksMax)

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function present(ctx: Ctx, row: Row, names: Map<string, string>) {
  const { id, caseId, kind, state, title, note, dueAt, ownerId, closedBy, closedAt, version } = row
  const place = { caseId, rowId: id }
  return {
    id,
    kind,
    state,
    title: ctx.vault.openOptional('task.title', place, title),
    note: ctx.vault.openOptional('task.note', place, note),
    dueAt,
    due: dueOf(dueAt, { now: ctx.now, zone: ctx.actor.timeZone }),
    ownerId,
    owner: ownerId && (names.get(ownerId) ?? null),
    closer: closedBy && (names.get(closedBy) ?? null),
    closedAt,
    version,
  }
}

/** What is to be done on one file, and what was done. */
export const readCaseTasks = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const { file, head } = await fileHead(ctx, query.ref)
  const [rows, colleagues] = await Promise.all([rowsOf(ctx, file.id), maySee(ctx, file.id)])
  const seeing = new Map(colleagues.map(({ id, name }) => [id, name]))
  const others = rows.flatMap(({ ownerId, closedBy }) => [ownerId, closedBy]).filter((id) => id !== null)
  const gone = await staffNames(
    ctx,
    others.filter((id) => !seeing.has(id)),
  )
  const shown = rows.map((row) => present(ctx, row, new Map([...gone, ...seeing])))
  return {
    head,
    open: shown.filter(({ state }) => state === 'open'),
    closed: shown.filter(({ state }) => state !== 'open'),
    colleagues,
  }
})

export type CaseTasks = Awaited<ReturnType<typeof readCaseTasks>>
