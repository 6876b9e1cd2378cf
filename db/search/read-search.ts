import { inArray } from 'drizzle-orm'
import { excerptOf } from '@/lib/search/excerpt-of'
import type { ReadSearch } from '@/lib/search/forms'
import { byFile } from '@/lib/search/steps'
import type { Hit, SearchTerms } from '@/lib/search/terms'
import { listStaff } from '../accounts/list-staff'
import { record } from '../audit'
import { subjectNames } from '../cases/subject-names'
import { type Ctx, verb } from '../ctx'
import { caseFiles, personNames } from '../schema'
import { kindsOf } from './evaluate'
import { findSearch } from './find-search'
import { assertMaySearch } from './keep-search'
import { workersIn } from './list-searches'
import { notesOf, placesTold } from './notes-of'
import { fittingFiles } from './reached-files'
import { foundKey } from './show-found'

const pageFiles = 20

const shownColumns = {
  id: caseFiles.id,
  ref: caseFiles.ref,
  teamId: caseFiles.teamId,
  confidentiality: caseFiles.confidentiality,
  situation: caseFiles.situation,
  risk: caseFiles.risk,
  province: caseFiles.province,
  workflow: caseFiles.workflow,
}

async function filesOf(ctx: Ctx, ids: readonly string[]) {
  const rows =
    ids.length === 0 ? [] : await ctx.db.select(shownColumns).from(caseFiles).where(inArray(caseFiles.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** A record may be found by its words and by its place. */
const placeKey = (rowId: string) => `place ${rowId}`

type Files = Awaited<ReturnType<typeof filesOf>>
type Found = { files: Files; hits: readonly Hit[]; terms: SearchTerms }

/** What each hit agreed with, by its record: the name as it is written, the words around the one that was searched. */
async function openHits(ctx: Ctx, { files, hits, terms }: Found): Promise<Map<string, string>> {
  const rows = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind && files.has(hit.caseId))
  const nameIds = rows('name').flatMap(({ rowId }) => rowId ?? [])
  const names =
    nameIds.length === 0 ? [] : await ctx.db.select().from(personNames).where(inArray(personNames.id, nameIds))
  const opened = names.map(({ id, caseId, personId, text }): [string, string] => [
    id,
    ctx.vault.open('person_name.text', { caseId, personId, rowId: id }, text),
  ])
  const filesWith = (of: readonly Hit[]) => fittingFiles(ctx, [...new Set(of.map(({ caseId }) => caseId))], {})
  const told = rows('place').filter(({ rowId }) => rowId !== undefined)
  const places = await placesTold(ctx, await filesWith(told))
  const notes = await notesOf(ctx, await filesWith(rows('word')))
  const shown = told.flatMap(({ rowId }) => places.find(({ id }) => id === rowId) ?? [])
  return new Map([
    ...opened,
    ...notes.map(({ id, text }): [string, string] => [id, excerptOf(text, terms.clauses)]),
    ...shown.map(({ id, text }): [string, string] => [placeKey(id), text]),
  ])
}

/** Names and words are opened only while this very search was asked to show them, and every page of them is an entry. */
async function openPage(ctx: Ctx, id: string, found: Found) {
  const { namesShown } = ctx.actor
  const isShown = namesShown !== null && namesShown.list === foundKey(id) && namesShown.until > ctx.now
  if (!isShown) return { until: null, names: new Map<string, string>(), texts: new Map<string, string>() }
  const names = await subjectNames(ctx, [...found.files.values()])
  const texts = await openHits(ctx, found)
  if (found.files.size > 0) await record(ctx, 'search.read', { objectIds: [id, ...found.files.keys()] })
  return { until: namesShown.until, names, texts }
}

/** A page of what a stored search found. A file that has left the reader's reach since is not shown. */
export const readSearch = verb('search.read', async (ctx: Ctx, { id, page }: ReadSearch) => {
  assertMaySearch(ctx)
  const [search, staff] = await Promise.all([findSearch(ctx, id), listStaff(ctx)])
  const { terms, findings, step, previousId, name, version, createdAt, expiresAt } = search
  const found = byFile(findings.hits)
  const pages = Math.max(1, Math.ceil(found.length / pageFiles))
  const at = Math.min(page, pages)
  const onPage = found.slice((at - 1) * pageFiles, at * pageFiles)
  const files = await filesOf(
    ctx,
    onPage.map(({ caseId }) => caseId),
  )
  const hits = onPage.flatMap((one) => one.hits)
  const { until, names, texts } = await openPage(ctx, id, { files, hits, terms })
  return {
    ...{ id, terms, step, previousId, name, version, createdAt, expiresAt },
    rows: onPage.flatMap(({ caseId, hits: of }) => {
      const file = files.get(caseId)
      if (!file) return []
      const { ref, situation, risk, province, workflow } = file
      const told = of.map(({ kind, rowId, branch, reasons }) => ({
        ...{ kind, branch: branch ?? null, reasons: reasons ?? [] },
        text: (rowId && texts.get(kind === 'place' ? placeKey(rowId) : rowId)) ?? null,
      }))
      return [{ id: caseId, ref, name: names.get(caseId) ?? null, situation, risk, province, workflow, hits: told }]
    }),
    total: found.length,
    page: at,
    pages,
    teams: findings.teams,
    looked: findings.looked,
    crowded: findings.crowded,
    townCut: findings.townCut,
    /** Whether there are notes that this search has not looked through. */
    mayLookOn: terms.clauses.some(
      ({ step, text }) =>
        (step === 'first' || step === 'widen') &&
        kindsOf(text, terms.filters).has('word') &&
        (findings.looked === null || findings.looked.next !== null),
    ),
    namesUntil: until,
    workers: workersIn(staff),
  }
})

export type FoundSearch = Awaited<ReturnType<typeof readSearch>>
