import { evidence } from '@/lib/matches/evidence'
import { scoreText, totalTenths } from '@/lib/matches/score-text'
import { isKept } from '@/lib/matches/strength'
import { newId } from '../new-id'
import type { Group } from './candidates'
import type { Reader } from './first-subjects'
import { type FoundMatch, keepPairs } from './keep-pairs'
import { type Met, type MetSubject, metSubjects } from './met-subjects'

export type Scored = { compared: number; pairs: number }

/** What a search knows beside the groups: how many files there are, whom it has met, and the tags it leaves aside. */
export type Searching = { files: number; now: Date; met: Met; common: ReadonlySet<string> }

function* pairsOf({ persons, only }: Group): Generator<[string, string]> {
  const ordered = [...persons].sort()
  for (const [place, one] of ordered.entries())
    for (const other of ordered.slice(place + 1))
      if (only === undefined || only === one || only === other) yield [one, other]
}

type Two = readonly [MetSubject, MetSubject]

/** Whether two have been compared at a tag before this one in the order of tags: each pair is compared at the first it shares. */
const isDone = ([a, b]: Two, { tag, common }: { tag: string; common: ReadonlySet<string> }): boolean =>
  a.tags.some((shared) => shared < tag && b.tags.includes(shared) && !common.has(shared))

/** Pairs of these groups, once each. */
function* candidates(groups: readonly Group[], subjects: Met, common: ReadonlySet<string>): Generator<Two> {
  const seen = new Set<string>()
  for (const group of groups)
    for (const [one, other] of pairsOf(group)) {
      const [a, b] = [subjects.get(one), subjects.get(other)]
      if (!a || !b || a.caseId === b.caseId || (group.tag !== undefined && isDone([a, b], { tag: group.tag, common })))
        continue
      if (group.tag === undefined && seen.size === seen.add(one + other).size) continue
      yield [a, b]
    }
}

function foundIn(groups: readonly Group[], subjects: Met, { files, common }: Searching) {
  const found: FoundMatch[] = []
  let compared = 0
  for (const [a, b] of candidates(groups, subjects, common)) {
    compared += 1
    const { scores, total } = evidence(a.subject, b.subject)
    if (!isKept(total, files)) continue
    const pair = { caseA: a.caseId, personA: a.id, caseB: b.caseId, personB: b.id }
    const weighed = { scores: scoreText(scores), total: totalTenths(total) }
    found.push({ id: newId(), ...pair, ...weighed, teams: [a.teamId, b.teamId] })
  }
  return { found, compared }
}

/** Every pair of these groups compared; what speaks for one person is kept, in scores alone. */
export async function scoreGroups(reader: Reader, groups: readonly Group[], searching: Searching): Promise<Scored> {
  const ids = [...new Set(groups.flatMap(({ persons }) => persons))]
  const subjects = await metSubjects(reader, ids, searching.met)
  const { found, compared } = foundIn(groups, subjects, searching)
  return { compared, pairs: await keepPairs(reader, found, searching.now) }
}
