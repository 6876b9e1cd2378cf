import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Held } from '@/lib/access/can'
import { mayEver } from '@/lib/access/can'
import type { OpenCase } from '@/lib/cases/forms'
import { drawRef } from '@/lib/cases/ref'
import { admitEntry } from '@/lib/situations/admit-entry'
import { newReliability } from '@/lib/sources/grading'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { channelRows } from '../contacts/channel-rows'
import { nameRows } from '../people/name-rows'
import {
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
  vaultKeys,
} from '../schema'
import { entryRows } from '../situations/entry-rows'
import { projection } from '../situations/projection'
import { openRuleTask } from '../tasks/rule-task'
import { type Matches, matchNames } from './match-names'

export type Opened = { opened: true; id: string; ref: string } | { opened: false; matches: Matches }

type Drawn = { id: string; ref: string; held: Held; teamId: string; subjectId: string; tellerId: string }

/** Five signs where one of them is free, six where the house has outgrown them. */
async function freeRef(ctx: Ctx): Promise<string> {
  const candidates = ([5, 5, 5, 6, 6, 6] as const).map((signs) => drawRef((n) => randomBytes(n), signs))
  const list = sql.join(
    candidates.map((ref) => sql`${ref}`),
    sql`, `,
  )
  const [row] = await ctx.db.execute(sql`select free_ref(array[${list}]::text[]) as ref`)
  if (typeof row?.['ref'] !== 'string') throw new Refusal('too-many')
  return row['ref']
}

function draw(teamId: string, ref: string): Drawn {
  return {
    id: randomUUID(),
    ref,
    held: { teamId, confidentiality: 'assigned', own: 'work' },
    teamId,
    subjectId: randomUUID(),
    tellerId: randomUUID(),
  }
}

const author = (ctx: Ctx) => ({ recordedBy: ctx.actor.id, recordedAt: ctx.now })

/** Who told it: the grades and the distance in clear, who they are behind the class of sources. */
function sourceRows(ctx: Ctx, file: Drawn, input: OpenCase) {
  const id = randomUUID()
  const row = {
    id,
    caseId: file.id,
    code: 'SRC-1',
    type: input.sourceType,
    reliability: newReliability,
    distance: input.distance,
    originGroup: 1,
    connection: ctx.vault.sealOptional('source.connection', { caseId: file.id, rowId: id }, input.connection),
    ...author(ctx),
  }
  const identity = input.told && {
    sourceId: id,
    caseId: file.id,
    name: ctx.vault.seal('source_identity.name', { caseId: file.id, rowId: id }, input.told),
  }
  return { row, identity: identity || null }
}

function firstReview(ctx: Ctx, { id: caseId, teamId }: Drawn, dueAt: Date) {
  return openRuleTask(ctx, { caseId, teamId, kind: 'review', aboutId: caseId, dueAt, ownerId: ctx.actor.id })
}

/** The rows of the file itself; issued together, they travel in one round trip. */
function insertFile(ctx: Ctx, file: Drawn, input: OpenCase) {
  const { db } = ctx
  const keys = ctx.vault.draw({ id: file.id, ...file.held }, [file.subjectId, file.tellerId], ['file', 'log'])
  const entry = entryRows(ctx, { caseId: file.id, personId: file.subjectId }, { ...input, reliability: newReliability })
  const told = sourceRows(ctx, file, input)
  const facts = entry.of(told.row.id)
  const names = nameRows(ctx, { caseId: file.id, personId: file.subjectId }, [input.name, input.otherName])
  const channels = channelRows(ctx, { caseId: file.id, personId: file.tellerId }, [
    { kind: input.contactKind, value: input.contactValue },
    { kind: input.secondKind, value: input.secondValue },
  ])
  const person = { caseId: file.id, ...author(ctx) }
  const projected = projection([facts.shape], ctx.now)
  return [
    db.insert(caseFiles).values({
      id: file.id,
      ref: file.ref,
      pseudonym: ctx.vault.tag('pseudonym', file.id),
      teamId: file.teamId,
      ownerId: ctx.actor.id,
      openedAt: ctx.now,
      silentSince: ctx.now.toISOString().slice(0, 10),
      ...projected,
    }),
    db.insert(vaultKeys).values(keys),
    ...(projected.reviewDue ? [firstReview(ctx, file, projected.reviewDue)] : []),
    db.insert(people).values([
      { ...person, id: file.subjectId, role: 'subject' },
      { ...person, id: file.tellerId, role: 'caller' },
    ]),
    db.insert(personNames).values(names.rows),
    db.insert(nameKeys).values(names.keys),
    db.insert(sources).values(told.row),
    ...(told.identity ? [db.insert(sourceIdentities).values(told.identity)] : []),
    db.insert(claims).values(facts.claims),
    db.insert(situationEntries).values(facts.entry),
    db.insert(situationBases).values(facts.bases),
    ...(channels.rows.length > 0
      ? [db.insert(contactChannels).values(channels.rows), db.insert(contactValues).values(channels.values)]
      : []),
  ]
}

/**
 * Opens a file from the four questions of an urgent call. The same whole name is looked for first;
 * what is found is answered instead, until the person says it is none of these.
 */
export const openCase = verb('case.open', async (ctx: Ctx, input: OpenCase): Promise<Opened> => {
  const { teamId, role } = ctx.actor
  if (!teamId || !mayEver(role, 'case:open')) throw new Refusal('forbidden')
  const problems = admitEntry([], input, ctx.now)
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  const matches = await matchNames(ctx, [input.name, ...(input.otherName ? [input.otherName] : [])])
  if (!input.confirmed && matches.files.length + matches.teams.length > 0) return { opened: false, matches }
  const file = draw(teamId, await freeRef(ctx))
  await Promise.all(insertFile(ctx, file, input))
  await record(ctx, 'case.open', {
    caseId: file.id,
    details: { situation: input.situation, confirmed: input.confirmed },
  })
  return { opened: true, id: file.id, ref: file.ref }
})
