import { desc, eq } from 'drizzle-orm'
import type { MatchQuery } from '@/lib/matches/forms'
import { strengthOf } from '@/lib/matches/strength'
import { staffNames } from '../accounts/list-staff'
import { type Ctx, verb } from '../ctx'
import { matchScans, sameAs } from '../schema'
import { type FoundPair, findPair, recordOnBoth, scoresOf } from './find-pair'
import { knownOf } from './known-of'
import { firstSubjects } from './first-subjects'

const decisionsMax = 50

type Row = typeof sameAs.$inferSelect
type Reason = 'same_as.reason' | 'same_as.settled_reason' | 'same_as.undone_reason'

/** What was decided of this pair, the newest first, with who and why. */
async function decisionsOf(ctx: Ctx, pairId: string) {
  const rows = await ctx.db
    .select()
    .from(sameAs)
    .where(eq(sameAs.pairId, pairId))
    .orderBy(desc(sameAs.decidedAt), desc(sameAs.id))
    .limit(decisionsMax)
  const staff = rows.flatMap(({ decidedBy, settledBy, undoneBy }) => [decidedBy, settledBy, undoneBy])
  const names = await staffNames(ctx, [...new Set(staff.filter((id) => id !== null))])
  const said = ({ id }: Row, field: Reason, sealed: Uint8Array | null) =>
    sealed && ctx.vault.openForHouse(field, id, sealed).toString('utf8')
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? '—'))
  return rows.map((row) => ({
    id: row.id,
    decision: row.decision,
    state: row.state,
    version: row.version,
    isOwn: row.decidedBy === ctx.actor.id,
    reason: said(row, 'same_as.reason', row.reason) ?? '',
    by: nameOf(row.decidedBy) ?? '—',
    at: row.decidedAt,
    settledBy: nameOf(row.settledBy),
    settledAt: row.settledAt,
    settledReason: said(row, 'same_as.settled_reason', row.settledReason),
    undoneBy: nameOf(row.undoneBy),
    undoneAt: row.undoneAt,
    undoneReason: said(row, 'same_as.undone_reason', row.undoneReason),
  }))
}

export type DecisionView = Awaited<ReturnType<typeof decisionsOf>>[number]

/** How many files the newest search counted: against so many a pair is weighed. */
export async function filesCounted(ctx: Ctx): Promise<number> {
  const [scan] = await ctx.db
    .select({ files: matchScans.files })
    .from(matchScans)
    .orderBy(desc(matchScans.askedAt))
    .limit(1)
  return scan?.files ?? 0
}

async function sidesOf(ctx: Ctx, { pair, a, b }: FoundPair) {
  const firsts = await firstSubjects(ctx, [pair.personA, pair.personB])
  const known = await knownOf(ctx, [...firsts.values()])
  return [
    { file: a, person: known.get(pair.personA) },
    { file: b, person: known.get(pair.personB) },
  ].map(({ file, person }) => ({
    ref: file.ref,
    confidentiality: file.confidentiality,
    situation: file.situation,
    names: [...(person?.names ?? [])],
    sex: person?.sex ?? 'U',
    birth: person?.birth ?? null,
    origins: person?.origins ?? [],
    arrests: person?.arrests ?? [],
    relatives: [...(person?.relatives ?? [])],
  }))
}

export type MatchSide = Awaited<ReturnType<typeof sidesOf>>[number]

/** Two files side by side, for whoever may read both; each has an entry of it. */
export const readMatch = verb('match.read', async (ctx: Ctx, { id }: MatchQuery) => {
  const found = await findPair(ctx, id)
  const [sides, decisions, files] = await Promise.all([
    sidesOf(ctx, found),
    decisionsOf(ctx, found.pair.id),
    filesCounted(ctx),
    recordOnBoth(ctx, 'match.read', { ...found, objectIds: [found.pair.id] }),
  ])
  const { scores, total } = scoresOf(found)
  return {
    id: found.pair.id,
    version: found.pair.version,
    state: found.pair.state,
    foundAt: found.pair.foundAt,
    scores,
    total,
    strength: strengthOf({ scores, total }, files),
    sides,
    decisions,
    can: found.can,
  }
})

export type MatchView = Awaited<ReturnType<typeof readMatch>>
