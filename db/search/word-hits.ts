import type { Hit, Looked, SearchFilters, SearchPlace } from '@/lib/search/terms'
import { foldedText, wordTests } from '@/lib/search/word-tests'
import type { Ctx } from '../ctx'
import { notesOf } from './notes-of'
import { type ReachedFile, fittingFiles, reachedFiles } from './reached-files'

/** How many files are opened at a time, and where a look ends: a page of hits, or files enough for a person to wait for. */
type Bounds = { batchFiles: number; filesMax: number; hitFilesMax: number }
const firstLook: Bounds = { batchFiles: 100, filesMax: 500, hitFilesMax: 25 }
/** Whoever asks for older notes waits for more of them. */
const furtherLook: Bounds = { batchFiles: 250, filesMax: 4000, hitFilesMax: 25 }

const hitsOfFileMax = 5

/** A file that was changed last stands before one that was left alone, and every file before none. */
const scoreOf = (place: number) => 0.5 / (1 + place / 1000)

type Matching = { files: readonly ReachedFile[]; searched: string; place: number }

async function matching(ctx: Ctx, { files, searched, place }: Matching): Promise<Hit[]> {
  const tests = wordTests(searched)
  if (tests.length === 0) return []
  const notes = await notesOf(ctx, files)
  const order = new Map(files.map(({ id }, at) => [id, place + at]))
  const counts = new Map<string, number>()
  return notes
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
}

/** Files of a set in whose records all these words stand. */
export async function wordHitsIn(ctx: Ctx, ids: readonly string[], searched: string): Promise<Hit[]> {
  return matching(ctx, { files: await fittingFiles(ctx, ids, {}), searched, place: 0 })
}

/**
 * Files within reach in whose records all these words stand: no index knows a word, so records are opened and looked
 * through, the file that was changed last first, until there is a page of hits or so many files have been opened.
 */
export async function wordHits(
  ctx: Ctx,
  { text, filters, after }: { text: string; filters: SearchFilters; after: SearchPlace | null },
  { batchFiles, filesMax, hitFilesMax }: Bounds = after ? furtherLook : firstLook,
): Promise<{ hits: Hit[]; looked: Looked }> {
  const hits: Hit[] = []
  let place = after
  let looked = 0
  while (looked < filesMax && new Set(hits.map(({ caseId }) => caseId)).size < hitFilesMax) {
    const files = await reachedFiles(ctx, { filters, after: place, limit: batchFiles })
    hits.push(...(await matching(ctx, { files, searched: text, place: looked })))
    looked += files.length
    const last = files.at(-1)
    if (!last || files.length < batchFiles) return { hits, looked: { files: looked, until: null, next: null } }
    place = { at: last.changed_at, id: last.id }
  }
  return { hits, looked: { files: looked, until: place?.at ?? null, next: place } }
}
