import { eq, inArray } from 'drizzle-orm'
import { fromEdtf } from '@/lib/dates/from-edtf'
import type { NameReason } from '@/lib/names/explain'
import type { Ctx } from '../ctx'
import { caseFiles, people } from '../schema'
import { type NameCandidate, nameCandidates } from './name-candidates'

/** Somebody on file who may be the person of a name, why, and what else is known that tells them apart. */
export type LikelyPerson = {
  personId: string
  caseId: string
  ref: string
  written: string
  score: number
  reasons: NameReason[]
  role: string
  sex: string
  birthYear: string | null
  situation: string
  province: string | null
}

/** Whose score is lower is not shown; `besides`: a file that is not looked at, for it is the one being written. */
export type Looking = { from: number; besides?: string }

const likelyMax = 6
const candidatesOfName = 12

async function nearest(ctx: Ctx, names: readonly string[], { from, besides }: Looking): Promise<NameCandidate[]> {
  const best = new Map<string, NameCandidate>()
  for (const asked of names)
    for (const one of (await nameCandidates(ctx, asked, { from, limit: candidatesOfName })).found)
      if (one.caseId !== besides && one.score > (best.get(one.personId)?.score ?? 0)) best.set(one.personId, one)
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, likelyMax)
}

/** People in reach with names like these, the likeliest first. It opens names: who asks leaves an entry of what was found. */
export async function likelyPeople(ctx: Ctx, names: readonly string[], looking: Looking): Promise<LikelyPerson[]> {
  const found = await nearest(ctx, names, looking)
  if (found.length === 0) return []
  const rows = await ctx.db
    .select({
      id: people.id,
      ref: caseFiles.ref,
      role: people.role,
      sex: people.sex,
      birth: people.birth,
      situation: caseFiles.situation,
      province: caseFiles.province,
    })
    .from(people)
    .innerJoin(caseFiles, eq(caseFiles.id, people.caseId))
    .where(
      inArray(
        people.id,
        found.map(({ personId }) => personId),
      ),
    )
  const known = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ personId, caseId, written, score, reasons }) => {
    const row = known.get(personId)
    if (!row) return []
    const { ref, role, sex, situation, province } = row
    const birth = ctx.vault.openOptional('person.birth', { caseId, personId, rowId: personId }, row.birth)
    const birthYear = birth === null ? null : (fromEdtf(birth).from?.slice(0, 4) ?? null)
    return [{ personId, caseId, ref, written, score, reasons, role, sex, birthYear, situation, province }]
  })
}
