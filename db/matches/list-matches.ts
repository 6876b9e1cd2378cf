import { type SQL, and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '@/lib/access/can'
import type { ListMatches, MatchList } from '@/lib/matches/forms'
import { readScores } from '@/lib/matches/score-text'
import { type Strength, strengthOf } from '@/lib/matches/strength'
import { Refusal } from '@/lib/refusal'
import { listTeams } from '../accounts/list-staff'
import { type Ctx, verb } from '../ctx'
import { matchPairs, matchScans } from '../schema'
import { sideA, sideB } from './find-pair'

const pageRows = 30

const statesOf: Record<MatchList, string[]> = {
  open: ['open'],
  waiting: ['waiting'],
  decided: ['same', 'different', 'unsure'],
}

const instant = z.string().transform((text) => new Date(text))

const Hints = z.array(
  z.object({
    pair_id: z.string(),
    own_ref: z.string(),
    other_team: z.string(),
    found_at: instant,
    asked_at: instant.nullable(),
    asked_by: z.string().nullable(),
    asked_by_name: z.instanceof(Uint8Array).nullable(),
    asked_by_email: z.instanceof(Uint8Array).nullable(),
    asked_us_at: instant.nullable(),
  }),
)

type Team = { id: string; name: string }

/** Pairs of which the other file is out of reach: their own ref, the other team, and whether anybody has asked. */
async function hintsOf(ctx: Ctx, teams: readonly Team[]) {
  if (!mayEver(ctx.actor.role, 'match:ask')) return []
  const rows = Hints.parse([...(await ctx.db.execute(sql`select * from may_match()`))])
  return rows.map((row) => {
    const { asked_by: by, asked_by_name: name, asked_by_email: email, asked_us_at: at } = row
    const opened = (field: 'account.name' | 'account.email', sealed: Uint8Array | null) =>
      by && sealed ? ctx.vault.openForHouse(field, by, sealed).toString('utf8') : null
    return {
      pairId: row.pair_id,
      ref: row.own_ref,
      team: teams.find(({ id }) => id === row.other_team)?.name ?? '—',
      foundAt: row.found_at,
      askedAt: row.asked_at,
      askedUs: at && { at, name: opened('account.name', name) ?? '—', email: opened('account.email', email) ?? '' },
    }
  })
}

export type MatchHint = Awaited<ReturnType<typeof hintsOf>>[number]

/** The newest search over all files. Tags are spread evenly, so how far it has come is where its place lies among them. */
async function newestScan(ctx: Ctx) {
  const [scan] = await ctx.db.select().from(matchScans).orderBy(desc(matchScans.askedAt)).limit(1)
  if (!scan) return null
  const reached = scan.cursor === '' ? 0 : parseInt(scan.cursor.slice(0, 4), 16) / 0xffff
  const { state, files, compared, pairs, skipped, askedAt, endedAt } = scan
  const isUnderWay = state === 'waiting' || state === 'running'
  return { isUnderWay, part: isUnderWay ? reached : 1, files, compared, pairs, skipped, askedAt, endedAt }
}

export type MatchScan = Awaited<ReturnType<typeof newestScan>>

const isAfter = ({ after }: ListMatches): SQL | undefined =>
  after && sql`(${matchPairs.total}, ${matchPairs.id}) < (${after.total}::int, ${after.id}::uuid)`

function rowsOf(ctx: Ctx, query: ListMatches) {
  const ofTeam = query.team === undefined ? undefined : or(eq(sideA.teamId, query.team), eq(sideB.teamId, query.team))
  return ctx.db
    .select({
      id: matchPairs.id,
      scores: matchPairs.scores,
      total: matchPairs.total,
      state: matchPairs.state,
      foundAt: matchPairs.foundAt,
      refA: sideA.ref,
      teamA: sideA.teamId,
      refB: sideB.ref,
      teamB: sideB.teamId,
    })
    .from(matchPairs)
    .innerJoin(sideA, eq(sideA.id, matchPairs.caseA))
    .innerJoin(sideB, eq(sideB.id, matchPairs.caseB))
    .where(and(inArray(matchPairs.state, statesOf[query.list]), ofTeam, isAfter(query)))
    .orderBy(desc(matchPairs.total), desc(matchPairs.id))
    .limit(pageRows + 1)
}

export type ListedMatch = {
  id: string
  refs: [string, string]
  teams: [string, string]
  total: number
  strength: Strength
  state: string
  foundAt: Date
}

/** Pairs of files within reach, the strongest first, and how the search for them stands. No name is opened. */
export const listMatches = verb('match.read', async (ctx: Ctx, query: ListMatches) => {
  if (!mayEver(ctx.actor.role, 'match:decide')) throw new Refusal('forbidden')
  const [found, scan, teams] = await Promise.all([rowsOf(ctx, query), newestScan(ctx), listTeams(ctx)])
  const hints = await hintsOf(ctx, teams)
  const rows = found.slice(0, pageRows)
  const nameOf = (teamId: string) => teams.find(({ id }) => id === teamId)?.name ?? '—'
  const last = found.length > pageRows ? rows.at(-1) : undefined
  return {
    rows: rows.map((row): ListedMatch => {
      const weighed = { scores: readScores(row.scores), total: row.total / 10 }
      return {
        id: row.id,
        refs: [row.refA, row.refB],
        teams: [nameOf(row.teamA), nameOf(row.teamB)],
        total: weighed.total,
        strength: strengthOf(weighed, scan?.files ?? 0),
        state: row.state,
        foundAt: row.foundAt,
      }
    }),
    next: last ? `${last.total}~${last.id}` : null,
    hints,
    scan,
    teams: teams.map(({ id, name }) => ({ id, name })),
    mayFind: mayEver(ctx.actor.role, 'match:find'),
  }
})

export type MatchesView = Awaited<ReturnType<typeof listMatches>>
