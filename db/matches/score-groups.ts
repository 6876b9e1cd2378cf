import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { matcherId } from '@/lib/access/grants'
import { type MatchSubject, evidence, firstEvidence } from '@/lib/matches/evidence'
import { scoreText, totalTenths } from '@/lib/matches/score-text'
import { isKept } from '@/lib/matches/strength'
import { entryOf } from '../audit'
import { auditEntries, matchPairs } from '../schema'
import type { Group } from './candidates'
import { holdFiles, holdPeople } from './hold-people'
import { knownOf } from './known-of'
import { type FirstSubject, type Reader, firstSubjects } from './first-subjects'
import { tellHolders } from './tell-holders'

export type Scored = { compared: number; pairs: number }

/** What origin, arrest, relatives and channels can add at most: less is not looked at further. */
const furtherMax = 25

const rowsMax = 200

function* pairsOf({ persons, only }: Group): Generator<[string, string]> {
  const ordered = [...persons].sort()
  for (const [place, one] of ordered.entries())
    for (const other of ordered.slice(place + 1))
      if (only === undefined || only === one || only === other) yield [one, other]
}

/** Pairs of these groups once each, that names, sex and birth alone do not rule out. */
function likely(groups: readonly Group[], subjects: ReadonlyMap<string, FirstSubject>, files: number) {
  const seen = new Set<string>()
  const found: [FirstSubject, FirstSubject][] = []
  for (const group of groups)
    for (const [one, other] of pairsOf(group)) {
      const [a, b] = [subjects.get(one), subjects.get(other)]
      if (!a || !b || a.caseId === b.caseId || seen.has(one + other)) continue
      seen.add(one + other)
      if (isKept(firstEvidence(a.subject, b.subject) + furtherMax, files)) found.push([a, b])
    }
  return { found, compared: seen.size }
}

const Fresh = z.array(z.object({ id: z.string(), fresh: z.boolean() }))

type PairRow = typeof matchPairs.$inferInsert

/** A pair that is found again has the newest scores; one that somebody decided keeps those it was decided on. */
async function keep({ db }: Reader, rows: readonly PairRow[]): Promise<Set<string>> {
  const fresh = new Set<string>()
  for (let from = 0; from < rows.length; from += rowsMax) {
    const written = await db
      .insert(matchPairs)
      .values(rows.slice(from, from + rowsMax))
      .onConflictDoUpdate({
        target: [matchPairs.personA, matchPairs.personB],
        set: { scores: sql`excluded.scores`, total: sql`excluded.total`, version: sql`${matchPairs.version} + 1` },
        setWhere: sql`${matchPairs.state} in ('open', 'unsure') and ${matchPairs.scores} <> excluded.scores`,
      })
      .returning({ id: matchPairs.id, fresh: sql<boolean>`xmax = 0` })
    for (const row of Fresh.parse(written)) if (row.fresh) fresh.add(row.id)
  }
  return fresh
}

/** Both files have an entry of their own, which names the pair and not the other file. */
async function recordFound({ db, vault }: Reader, rows: readonly (PairRow & { teams: [string, string] })[], now: Date) {
  const entries = rows.flatMap(({ id, caseA, caseB, teams: [teamA, teamB] }) =>
    [
      { caseId: caseA, teamId: teamA },
      { caseId: caseB, teamId: teamB },
    ].map((file) =>
      entryOf({ db, vault, now, actor: { id: matcherId, teamId: null } }, 'match.find', { ...file, objectIds: [id] }),
    ),
  )
  for (let from = 0; from < entries.length; from += rowsMax)
    await db.insert(auditEntries).values(entries.slice(from, from + rowsMax))
}

/** Every pair of these groups compared; what speaks for one person is kept, in scores alone. */
export async function scoreGroups(reader: Reader, groups: readonly Group[], given: { files: number; now: Date }) {
  const { files, now } = given
  const ids = [...new Set(groups.flatMap(({ persons }) => persons))]
  await holdPeople(reader, ids)
  const firsts = await firstSubjects(reader, ids)
  const { found, compared } = likely(groups, firsts, files)
  const wanted = [...new Map(found.flat().map((one) => [one.id, one])).values()]
  await holdFiles(reader, wanted)
  const known: ReadonlyMap<string, MatchSubject> = await knownOf(reader, wanted)
  const rows = found.flatMap(([a, b]) => {
    const { scores, total } = evidence(known.get(a.id) ?? a.subject, known.get(b.id) ?? b.subject)
    if (!isKept(total, files)) return []
    const pair = { caseA: a.caseId, personA: a.id, caseB: b.caseId, personB: b.id }
    const teams: [string, string] = [a.teamId, b.teamId]
    return [{ id: randomUUID(), ...pair, scores: scoreText(scores), total: totalTenths(total), foundAt: now, teams }]
  })
  const fresh = await keep(reader, rows)
  const news = rows.filter(({ id }) => fresh.has(id))
  await recordFound(reader, news, now)
  await tellHolders(reader, news)
  return { compared, pairs: news.length }
}
