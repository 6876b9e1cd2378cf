import type { Hit, Looked, SearchFilters, SearchPlace } from '@/lib/search/terms'
import { foldedText, wordTests } from '@/lib/search/word-tests'
import type { Ctx } from '../ctx'
import { notesOf } from './notes-of'
import { type ReachedFile, fittingFiles, reachedFiles } from './reached-files'

/** Where a look ends: at a page of hits, or at as many records as a person waits for. Files are opened in batches, the first a small one, for what is searched often stands in it. */
type Bounds = { firstFiles: number; batchFiles: number; hitFilesMax: number; recordsMax: number }
const firstLook: Bounds = { firstFiles: 100, batchFiles: 400, hitFilesMax: 25, recordsMax: 1000 }
/** Whoever asks for older notes waits for more of them. */
const furtherLook: Bounds = { firstFiles: 400, batchFiles: 400, hitFilesMax: 25, recordsMax: 20_000 }

const hitsOfFileMax = 5

/** A file that was changed last stands before one that was left alone, and every file before none. */
const scoreOf = (place: number) => 0.5 / (1 + place / 1000)

type Matching = { files: readonly ReachedFile[]; tests: ReturnType<typeof wordTests>; place: number }

async function matching(ctx: Ctx, { files, tests, place }: Matching): Promise<{ hits: Hit[]; records: number }> {
  const notes = await notesOf(ctx, files)
  const order = new Map(files.map(({ id }, at) => [id, place + at]))
  const counts = new Map<string, number>()
  const hits = notes
    .filter(({ text }) => {
      const folded = foldedText(text)
      return tests.every((test) => test(folded))
    })
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .flatMap(({ branch, id, caseId }): Hit[] => {
      const count = counts.get(caseId) ?? 0
      counts.set(caseId, count + 1)
      if (count >= hitsOfFileMax) return []
      return [{ kind: 'word', caseId, rowId: id, branch, score: scoreOf(order.get(caseId) ?? 0) }]
    })
  return { hits, records: notes.length }
}

/** Files of a set in whose records all these words stand. */
export async function wordHitsIn(ctx: Ctx, ids: readonly string[], searched: string): Promise<Hit[]> {
  const tests = wordTests(searched)
  if (tests.length === 0) return []
  return (await matching(ctx, { files: await fittingFiles(ctx, ids, {}), tests, place: 0 })).hits
}

type Asked = { text: string; filters: SearchFilters; after: SearchPlace | null }

/**
 * Files within reach in whose records all these words stand: no index knows a word, so records are opened and looked
 * through, the file that was changed last first, until there is a page of hits or records enough were opened.
 */
export async function wordHits(
  ctx: Ctx,
  { text, filters, after }: Asked,
  { firstFiles, batchFiles, hitFilesMax, recordsMax }: Bounds = after ? furtherLook : firstLook,
): Promise<{ hits: Hit[]; looked: Looked }> {
  const tests = wordTests(text)
  const hits: Hit[] = []
  if (tests.length === 0) return { hits, looked: { files: 0, until: null, next: null } }
  let [place, looked, limit, opened] = [after, 0, firstFiles, 0]
  do {
    const files = await reachedFiles(ctx, { filters, after: place, limit })
    const found = await matching(ctx, { files, tests, place: looked })
    hits.push(...found.hits)
    looked += files.length
    opened += found.records
    const last = files.at(-1)
    if (!last || files.length < limit) return { hits, looked: { files: looked, until: null, next: null } }
    place = { at: last.changed_at, id: last.id }
    limit = Math.min(2 * limit, batchFiles)
  } while (opened < recordsMax && new Set(hits.map(({ caseId }) => caseId)).size < hitFilesMax)
  return { hits, looked: { files: looked, until: place.at, next: place } }
}
