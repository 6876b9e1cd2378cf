import { inArray, isNull, or } from 'drizzle-orm'
import { liesIn, townsIn } from '@/lib/places/towns-in'
import type { Town } from '@/lib/places/towns'
import type { Hit, SearchFilters } from '@/lib/search/terms'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'
import { placesTold } from './notes-of'
import { type ReachedFile, fittingFiles, reachedFiles } from './reached-files'

type Asked = { town: Town; filters: SearchFilters; within: readonly string[] | null }
type Looked = { files: ReachedFile[]; isCut: boolean }

/** What a town is looked for in at once: a place is a short field, and a person waits. */
const filesMax = 1000
const score = 0.65

/** The files within reach that may lie there by their province, the last changed first; one that says no province may lie anywhere. */
async function candidates(ctx: Ctx, { town, filters, within }: Asked): Promise<Looked> {
  if (within)
    return { files: await fittingFiles(ctx, within.slice(0, filesMax), filters), isCut: within.length > filesMax }
  const where = or(inArray(caseFiles.province, [town.province]), isNull(caseFiles.province))
  const files = await reachedFiles(ctx, { filters, after: null, limit: filesMax + 1, where })
  return { files: files.slice(0, filesMax), isCut: files.length > filesMax }
}

/** Files of which a record names a town, or one that lies in it, in whatever script and reading. */
export async function townHits(ctx: Ctx, asked: Asked): Promise<{ hits: Hit[]; isCut: boolean }> {
  const { files, isCut } = await candidates(ctx, asked)
  const order = new Map(files.map(({ id }, at) => [id, at]))
  const told = (await placesTold(ctx, files)).filter(({ text }) => townsIn(text).some((one) => liesIn(one, asked.town)))
  const first = new Map(told.map((place) => [place.caseId, place]))
  const hits = [...first.values()].map(({ caseId, id, branch }): Hit => {
    return { kind: 'place', caseId, rowId: id, branch, score: score / (1 + (order.get(caseId) ?? 0) / 1000) }
  })
  return { hits, isCut }
}
