import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { drawRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import { drawBytes } from '@/lib/vault/draw-bytes'
import { entryOf } from '../audit'
import type { Ctx } from '../ctx'
import { arrayOf, insertRows } from '../insert-rows'
import { newId } from '../new-id'
import {
  auditEntries,
  caseFiles,
  channelKeys,
  claims,
  contactChannels,
  contactValues,
  nameKeys,
  people,
  personNames,
  situationBases,
  situationEntries,
  sourceIdentities,
  sources,
  tasks,
  vaultKeys,
} from '../schema'
import { tellImminent } from '../situations/tell-imminent'
import { returnTasks } from '../tasks/follow-plan'
import { type CaseRows, type Drawn, type FirstFacts, caseRows, drawCase } from './case-rows'

export type NewFile = ReturnType<typeof newFile>

const Refs = z.array(z.string())
const filesAtOnce = 125

/** As many refs as are wanted: of five signs while those are plenty, then of six; none that a file on its way has. */
async function freeRefs(ctx: Ctx, count: number, taken: ReadonlySet<string>): Promise<string[]> {
  const draw = (signs: 5 | 6) => Array.from({ length: count }, () => drawRef(drawBytes, signs))
  const drawn = [...new Set([...draw(5), ...draw(5), ...draw(6), ...draw(6)])].filter((ref) => !taken.has(ref))
  const list = sql.join(
    drawn.map((ref) => sql`${ref}`),
    sql`, `,
  )
  const [row] = await ctx.db.execute(sql`select free_refs(array[${list}]::text[]) as refs`)
  const free = Refs.parse(row?.['refs'])
  if (free.length < count) throw new Refusal('too-many')
  return free.slice(0, count)
}

/** The first review, and the day of a return that is expected. */
function firstTasks(ctx: Ctx, { file: { id: caseId, teamId }, state, shape }: CaseRows) {
  const whose = { caseId, teamId, ownerId: ctx.actor.id }
  const { reviewDue: dueAt } = state
  const review = dueAt ? [{ ...whose, aboutId: caseId, kind: 'review', dueAt }] : []
  return [...review, ...returnTasks(whose, [shape])].map((task) => ({ ...task, id: newId(), recordedAt: ctx.now }))
}

/** Row security judges these files once a statement, not once a row: the setting asks, it grants nothing. */
async function takeToHand(ctx: Ctx, files: readonly NewFile[]): Promise<void> {
  const ids = arrayOf(files.map(({ rows: { file } }) => file.id))
  await ctx.db.execute(sql`select set_config('vigil.files', ${ids}, true)`)
}

/** The rows of many files, one statement a table. */
function insertAll(ctx: Ctx, files: readonly NewFile[]): PromiseLike<unknown>[] {
  const into = <Table extends PgTable>(table: Table, rowsOf: (file: CaseRows) => readonly Table['$inferInsert'][]) =>
    insertRows(
      ctx.db,
      table,
      files.flatMap(({ rows }) => rowsOf(rows)),
    )
  return [
    into(caseFiles, ({ file }) => [file]),
    takeToHand(ctx, files),
    into(vaultKeys, ({ keys }) => keys),
    into(tasks, (file) => firstTasks(ctx, file)),
    into(people, (file) => file.people),
    into(personNames, ({ names }) => names.rows),
    into(nameKeys, ({ names }) => names.keys),
    into(sources, ({ source }) => [source]),
    into(sourceIdentities, ({ identities }) => identities),
    into(claims, (file) => file.claims),
    into(situationEntries, ({ entry }) => [entry]),
    into(situationBases, ({ bases }) => bases),
    into(contactChannels, ({ channels }) => channels.rows),
    into(contactValues, ({ channels }) => channels.values),
    into(channelKeys, ({ channels }) => channels.keys),
    insertRows(
      ctx.db,
      auditEntries,
      files.map(({ entry }) => entry),
    ),
    ...files.flatMap(({ rows: { state, entry } }) =>
      state.situation === 'IMMINENT_RETURN' ? [tellImminent(ctx, entry.id)] : [],
    ),
  ]
}

function newFile(ctx: Ctx, drawn: Drawn, input: FirstFacts) {
  const details = { situation: input.situation, confirmed: input.confirmed, imported: true }
  return { rows: caseRows(ctx, drawn, input), entry: entryOf(ctx, 'case.open', { caseId: drawn.id, details }) }
}

type Whose = { teamId: string; taken?: ReadonlySet<string> }

/**
 * Draws many files, each exactly as `openCase` draws one, with an entry of the log of its own; nothing is written. `taken`
 * are the refs of files that are being written meanwhile, which the database does not show yet.
 */
export async function drawCases(
  ctx: Ctx,
  { teamId, taken = new Set() }: Whose,
  inputs: readonly FirstFacts[],
): Promise<NewFile[]> {
  if (inputs.length === 0) return []
  const refs = await freeRefs(ctx, inputs.length, taken)
  const files: NewFile[] = []
  for (const [place, input] of inputs.entries()) {
    files.push(newFile(ctx, drawCase(teamId, { id: newId(), ref: refs[place] ?? '', stands: false }), input))
    // Whoever else is served, and whatever PostgreSQL writes meanwhile, has a turn between any two.
    await setImmediate()
  }
  return files
}

/** Opens the files that were drawn, all of them or none. Of what fails the first is told: behind it everything does. */
export async function openCases(ctx: Ctx, files: readonly NewFile[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(files.length / filesAtOnce) }, (_, part) =>
    insertAll(ctx, files.slice(part * filesAtOnce, (part + 1) * filesAtOnce)),
  )
  const ended = await Promise.allSettled(parts.flat())
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
