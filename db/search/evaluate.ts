import { eq, inArray } from 'drizzle-orm'
import { parseRef } from '@/lib/cases/ref'
import { channelKeys as keysOf, isPhone } from '@/lib/contacts/channel-keys'
import { sameNameFrom } from '@/lib/names/match'
import type { HitKind } from '@/lib/search/kinds'
import { townOf } from '@/lib/places/towns-in'
import { placesOf } from '@/lib/search/places-of'
import type { Hit, Looked, SearchFilters, SearchPlace } from '@/lib/search/terms'
import type { Ctx } from '../ctx'
import { nameCandidates } from '../people/name-candidates'
import { caseFiles, channelKeys } from '../schema'
import { fittingFiles, reachedFiles } from './reached-files'
import { townHits } from './town-hits'
import { wordHits, wordHitsIn } from './word-hits'

const channelsMax = 50
const placesMax = 100
const namesMax = 50
const namesWithinMax = 200

/** Names below the line at which two are taken for one are shown too, for a person decides; a step by them is not made. */
const shownNameFrom = 0.45

const scores: Record<HitKind, number> = { code: 4, phone: 3, name: 1, place: 0.6, word: 0.5 }

export type Asked = {
  text: string
  filters: SearchFilters
  /** A later step looks at what was found before it, and through all of that. */
  within: readonly string[] | null
  /** Where a look through older notes goes on; nothing else is asked again then. */
  after: SearchPlace | null
}
/** `crowded`: more people bear such a name than are looked at; `townCut`: more files lie about such a town than are. */
export type Evaluated = { hits: Hit[]; looked: Looked | null; crowded: boolean; townCut: boolean }

const isWrittenAsRef = (text: string) => /^v[\s\p{Pd}._]/iu.test(text.normalize('NFKC'))

/** What kinds of hit a text can have: a code has no other, and a number is nobody's name. */
export function kindsOf(text: string, { kind }: SearchFilters): ReadonlySet<HitKind> {
  const isRef = parseRef(text) !== null
  const kinds: HitKind[] =
    isRef && isWrittenAsRef(text)
      ? ['code']
      : isPhone(text)
        ? ['phone', 'word']
        : [...(isRef ? (['code'] as const) : []), 'phone', 'name', 'place', 'word']
  return new Set(kind ? kinds.filter((one) => one === kind) : kinds)
}

async function codeHits(ctx: Ctx, text: string): Promise<Hit[]> {
  const rows = await ctx.db
    .select({ caseId: caseFiles.id })
    .from(caseFiles)
    .where(eq(caseFiles.ref, parseRef(text) ?? ''))
  return rows.map(({ caseId }) => ({ kind: 'code', caseId, score: scores.code }))
}

/** A channel is found by whoever may see its value, by its tag alone. */
async function phoneHits(ctx: Ctx, text: string): Promise<Hit[]> {
  const tags = keysOf(text).map((key) => ctx.vault.tag('channel', key))
  if (tags.length === 0) return []
  const rows = await ctx.db
    .selectDistinct({ caseId: channelKeys.caseId, rowId: channelKeys.channelId })
    .from(channelKeys)
    .where(inArray(channelKeys.tag, tags))
    .limit(channelsMax)
  return rows.map((row) => ({ ...row, kind: 'phone', score: scores.phone }))
}

const noNames = { hits: [], crowded: false }

async function nameHits(ctx: Ctx, { text, filters, within }: Asked): Promise<Pick<Evaluated, 'hits' | 'crowded'>> {
  const wanted = within ? { from: sameNameFrom, limit: namesWithinMax } : { from: shownNameFrom, limit: namesMax }
  const { found, crowded } = await nameCandidates(ctx, text, { ...wanted, narrowed: filters })
  const hits = found.map(({ caseId, personId, nameId, reasons, score }): Hit => ({
    kind: 'name',
    caseId,
    personId,
    rowId: nameId,
    reasons,
    score: scores.name + score,
  }))
  return { hits, crowded }
}

async function provinceHits(ctx: Ctx, { text, filters, within }: Asked): Promise<Hit[]> {
  const provinces = placesOf(text)
  if (provinces.length === 0) return []
  const where = inArray(caseFiles.province, provinces)
  const files = await reachedFiles(ctx, { filters, after: null, limit: within ? namesWithinMax : placesMax, where })
  return files.map(({ id }, at) => ({ kind: 'place', caseId: id, score: scores.place / (1 + at / 1000) }))
}

const noPlaces = { hits: [], isCut: false }

/** Files in a province by its clear code, and those of which a record names a town. */
async function placeHits(ctx: Ctx, asked: Asked): Promise<{ hits: Hit[]; isCut: boolean }> {
  const town = townOf(asked.text)
  const [inProvince, inTown] = await Promise.all([
    provinceHits(ctx, asked),
    town ? townHits(ctx, { town, filters: asked.filters, within: asked.within }) : noPlaces,
  ])
  return { hits: [...inTown.hits, ...inProvince], isCut: inTown.isCut }
}

/** Hits of files that fit, within what was found before; names were looked for in files that fit alone. */
async function fitting(ctx: Ctx, hits: readonly Hit[], { filters, within }: Asked): Promise<Hit[]> {
  const kept = within ? hits.filter(({ caseId }) => within.includes(caseId)) : hits
  const ids = [...new Set(kept.filter(({ kind }) => kind !== 'name').map(({ caseId }) => caseId))]
  const fit = new Set((await fittingFiles(ctx, ids, filters)).map(({ id }) => id))
  return kept.filter(({ kind, caseId }) => kind === 'name' || fit.has(caseId))
}

/** Everything that one text finds. Notes are looked through where they are asked for, and where nothing else is found. */
export async function evaluate(ctx: Ctx, asked: Asked): Promise<Evaluated> {
  const { text, filters, within, after } = asked
  const kinds = kindsOf(text, filters)
  const asks = (kind: HitKind) => after === null && kinds.has(kind)
  const [codes, phones, names, places] = await Promise.all([
    asks('code') ? codeHits(ctx, text) : [],
    asks('phone') ? phoneHits(ctx, text) : [],
    asks('name') ? nameHits(ctx, asked) : noNames,
    asks('place') ? placeHits(ctx, asked) : noPlaces,
  ])
  const hits = await fitting(ctx, [...codes, ...phones, ...names.hits, ...places.hits], asked)
  const found = { hits, looked: null, crowded: names.crowded, townCut: places.isCut }
  if (!kinds.has('word')) return found
  if (within) return { ...found, hits: [...hits, ...(await wordHitsIn(ctx, within, text))] }
  return hits.length > 0 ? found : { ...found, ...(await wordHits(ctx, { text, filters, after })) }
}
