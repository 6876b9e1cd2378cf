import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import type { OpenCase } from '@/lib/cases/forms'
import type { Likeness } from '@/lib/intake/likeness'
import { admitEntry } from '@/lib/situations/admit-entry'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { claimDraft } from '../drafts/claim-draft'
import { type HeldDraft, assertNewest, lockDraft } from '../drafts/find-draft'
import { type AnsweredPerson, findAnswered, recordLikeness } from '../intake/record-likeness'
import { newId } from '../new-id'
import {
  caseFiles,
  claims,
  contactChannels,
  channelKeys,
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
import { tellImminent } from '../situations/tell-imminent'
import { returnTasks } from '../tasks/follow-plan'
import { openRuleTask } from '../tasks/rule-task'
import { type CaseRows, type Drawn, caseRows, drawCase } from './case-rows'
import { freeRef } from './free-ref'
import { type Matches, matchNames } from './match-names'

/** `same`: nothing was opened, for the person is said to be the one of this file. */
export type Opened =
  { opened: true; id: string; ref: string } | { opened: false; matches: Matches } | { opened: false; same: string }

/** The form, and what it says of people on file who may be the same. */
export type OpenCaseAnswered = OpenCase & { likeness?: readonly Likeness[] }

/** A file of its own, or the one that a draft drew: then its id, its ref and its keys are that draft's. */
async function drawFile(ctx: Ctx, teamId: string, draft: HeldDraft | null): Promise<Drawn> {
  if (!draft) return drawCase(teamId, { id: newId(), ref: await freeRef(ctx), stands: false })
  const [row] = await ctx.db.execute(sql`select open_draft(${draft.id}::uuid) as ref`)
  return drawCase(teamId, { id: draft.caseId, ref: z.string().parse(row?.['ref']), stands: true })
}

/** The draft this form is sent from, as this page last saw it. */
async function heldDraft(ctx: Ctx, { draft, page, version }: OpenCase): Promise<HeldDraft | null> {
  const found = draft === undefined ? null : await lockDraft(ctx, draft)
  if (found && found.kind !== 'opening') throw new Refusal('not-found')
  if (found) assertNewest(found, { page: page ?? '', version: version ?? 0 })
  return found
}

/** A first save that was under way while the form was sent has ended by now: what it drew is opened, not left behind. */
async function drawnMeanwhile(ctx: Ctx, { draft }: OpenCase): Promise<HeldDraft | null> {
  return draft === undefined || (await claimDraft(ctx, draft)) ? null : lockDraft(ctx, draft)
}

function fileRow(ctx: Ctx, { id, stands }: Drawn, { state, file }: CaseRows) {
  if (stands) return ctx.db.update(caseFiles).set(state).where(eq(caseFiles.id, id))
  return ctx.db.insert(caseFiles).values(file)
}

/** The first review, and the day of a return that is expected. */
function firstTasks(ctx: Ctx, { id: caseId, teamId }: Drawn, { state, shape }: CaseRows) {
  const file = { caseId, teamId, ownerId: ctx.actor.id }
  const { reviewDue: dueAt } = state
  const review = dueAt ? [{ ...file, kind: 'review', aboutId: caseId, dueAt } as const] : []
  return [...review, ...returnTasks(file, [shape])].map((task) => openRuleTask(ctx, task))
}

/** The rows of the file itself; issued together, they travel in one round trip. */
function insertFile(ctx: Ctx, file: Drawn, input: OpenCase) {
  const { db } = ctx
  const rows = caseRows(ctx, file, input)
  const { state, names, identities, channels } = rows
  return [
    fileRow(ctx, file, rows),
    db.insert(vaultKeys).values(rows.keys),
    ...firstTasks(ctx, file, rows),
    db.insert(people).values(rows.people),
    db.insert(personNames).values(names.rows),
    ...(names.keys.length > 0 ? [db.insert(nameKeys).values(names.keys)] : []),
    db.insert(sources).values(rows.source),
    ...(identities.length > 0 ? [db.insert(sourceIdentities).values(identities)] : []),
    db.insert(claims).values(rows.claims),
    db.insert(situationEntries).values(rows.entry),
    db.insert(situationBases).values(rows.bases),
    ...(state.situation === 'IMMINENT_RETURN' ? [tellImminent(ctx, rows.entry.id)] : []),
    ...(channels.rows.length > 0
      ? [db.insert(contactChannels).values(channels.rows), db.insert(contactValues).values(channels.values)]
      : []),
    ...(channels.keys.length > 0 ? [db.insert(channelKeys).values(channels.keys)] : []),
  ]
}

/** What has to be looked at first: files that nothing was said of yet, and those of other teams. */
function unanswered({ files, ...elsewhere }: Matches, answered: readonly AnsweredPerson[]): Matches | null {
  const left = files.filter(({ personId }) => !answered.some((one) => one.personId === personId))
  return left.length + elsewhere.teams.length > 0 ? { files, ...elsewhere } : null
}

/**
 * Opens a file from the four questions of an urgent call. People whose names are like this one are looked for first;
 * who is found is answered instead, until something is said of each of them or the file is wanted all the same.
 */
export const openCase = verb('case.open', async (ctx: Ctx, input: OpenCaseAnswered): Promise<Opened> => {
  const { teamId, role } = ctx.actor
  if (!teamId || !mayEver(role, 'case:open')) throw new Refusal('forbidden')
  const problems = admitEntry([], input, ctx.now)
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  const draft = await heldDraft(ctx, input)
  const matches = await matchNames(ctx, [input.name, ...(input.otherName ? [input.otherName] : [])])
  const answered = await findAnswered(ctx, input.likeness ?? [])
  const same = answered.find(({ answer }) => answer === 'same')
  if (same && !input.confirmed) {
    await recordLikeness(ctx, answered, null)
    return { opened: false, same: same.ref }
  }
  const left = input.confirmed ? null : unanswered(matches, answered)
  if (left) return { opened: false, matches: left }
  const file = await drawFile(ctx, teamId, draft ?? (await drawnMeanwhile(ctx, input)))
  await Promise.all(insertFile(ctx, file, input))
  await recordLikeness(ctx, answered, file.id)
  await record(ctx, 'case.open', {
    caseId: file.id,
    details: { situation: input.situation, confirmed: input.confirmed },
  })
  return { opened: true, id: file.id, ref: file.ref }
})
