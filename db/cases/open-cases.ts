import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { drawRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import { entryOf } from '../audit'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import {
  auditEntries,
  caseFiles,
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
import { type CaseRows, type FirstFacts, caseRows, drawCase } from './case-rows'

const Refs = z.array(z.string())

/** As many refs as are wanted: of five signs while those are plenty, then of six. */
async function freeRefs(ctx: Ctx, count: number): Promise<string[]> {
  const draw = (signs: 5 | 6) => Array.from({ length: count }, () => drawRef((n) => randomBytes(n), signs))
  const drawn = [...new Set([...draw(5), ...draw(5), ...draw(6), ...draw(6)])]
  const list = sql.join(
    drawn.map((ref) => sql`${ref}`),
    sql`, `,
  )
  const [row] = await ctx.db.execute(sql`select free_refs(array[${list}]::text[]) as refs`)
  const free = Refs.parse(row?.['refs'])
  if (free.length < count) throw new Refusal('too-many')
  return free.slice(0, count)
}

function reviewTask(ctx: Ctx, { file: { id, teamId }, state }: CaseRows) {
  if (!state.reviewDue) return []
  const whose = { caseId: id, teamId, aboutId: id, ownerId: ctx.actor.id }
  return [{ ...whose, id: newId(), kind: 'review', dueAt: state.reviewDue, recordedAt: ctx.now }]
}

/** The rows of many files, one statement a table; a table of which there is none is left out. */
function insertAll(ctx: Ctx, files: readonly CaseRows[]) {
  const into = <T extends PgTable>(table: T, rows: T['$inferInsert'][]) =>
    rows.length === 0 ? [] : [ctx.db.insert(table).values(rows)]
  const all = <Row>(rowsOf: (file: CaseRows) => readonly Row[]): Row[] => files.flatMap(rowsOf)
  return [
    ...into(
      caseFiles,
      all(({ file }) => [file]),
    ),
    ...into(
      vaultKeys,
      all(({ keys }) => keys),
    ),
    ...into(
      tasks,
      all((file) => reviewTask(ctx, file)),
    ),
    ...into(
      people,
      all((file) => file.people),
    ),
    ...into(
      personNames,
      all(({ names }) => names.rows),
    ),
    ...into(
      nameKeys,
      all(({ names }) => names.keys),
    ),
    ...into(
      sources,
      all(({ source }) => [source]),
    ),
    ...into(
      sourceIdentities,
      all(({ identities }) => identities),
    ),
    ...into(
      claims,
      all((file) => file.claims),
    ),
    ...into(
      situationEntries,
      all(({ entry }) => [entry]),
    ),
    ...into(
      situationBases,
      all(({ bases }) => bases),
    ),
    ...into(
      contactChannels,
      all(({ channels }) => channels.rows),
    ),
    ...into(
      contactValues,
      all(({ channels }) => channels.values),
    ),
    ...all(({ state, entry }) => (state.situation === 'IMMINENT_RETURN' ? [tellImminent(ctx, entry.id)] : [])),
  ]
}

/** Opens many files in one go, each exactly as `openCase` opens one, with an entry of the log of its own. */
export async function openCases(
  ctx: Ctx,
  teamId: string,
  inputs: readonly FirstFacts[],
): Promise<{ id: string; ref: string }[]> {
  if (inputs.length === 0) return []
  const refs = await freeRefs(ctx, inputs.length)
  const opened = inputs.map((input, place) => {
    const drawn = drawCase(teamId, { id: newId(), ref: refs[place] ?? '', stands: false })
    const details = { situation: input.situation, confirmed: input.confirmed, imported: true }
    return { rows: caseRows(ctx, drawn, input), entry: entryOf(ctx, 'case.open', { caseId: drawn.id, details }) }
  })
  await Promise.all([
    ...insertAll(
      ctx,
      opened.map(({ rows }) => rows),
    ),
    ctx.db.insert(auditEntries).values(opened.map(({ entry }) => entry)),
  ])
  return opened.map(({ rows: { file } }) => ({ id: file.id, ref: file.ref }))
}
