import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { confidentialities, ownLevels } from '@/lib/access/grants'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { type Alike, compareRow } from '@/lib/imports/alike'
import type { ImportCase } from '@/lib/imports/forms'
import { preparedSimilarity, sameNameFrom } from '@/lib/names/match'
import { type PreparedName, prepareName } from '@/lib/names/prepare'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { arrayOf } from '../insert-rows'
import { jsonBytes } from '../json-bytes'
import { type NameTag, nameTags } from '../people/name-tags'
import { WrappedKeys } from '../vault'

/** Of a sound that very many share only so many people are looked at, and of all that a name leads to so many are opened. */
const rowsOfTagMax = 12
const openedOfNameMax = 12
const shownMax = 6

const Hits = z.array(z.object({ place: z.number(), person_id: z.string() }))

const Found = z.object({
  person_id: z.string(),
  case_id: z.string(),
  ref: z.string(),
  team_id: z.string(),
  confidentiality: z.string(),
  own: z.enum(ownLevels).nullable(),
  situation: z.string(),
  province: z.string().nullable(),
  sex: z.string(),
  birth: z.instanceof(Uint8Array).nullable(),
  keys: WrappedKeys,
  names: z.array(z.object({ id: z.string(), text: jsonBytes })),
})

type Person = { names: PreparedName[]; caseId: string; file: Parameters<typeof compareRow>[1] }

const hex = (tag: Uint8Array) => Buffer.from(tag).toString('hex')

/** Whom each tag leads to within reach: every tag of many names is looked up once, in one statement. */
async function hitsOf(ctx: Ctx, tags: readonly NameTag[]): Promise<Map<string, string[]>> {
  const [values, kinds] = [arrayOf(tags.map(({ tag }) => tag)), arrayOf(tags.map(({ kind }) => kind))]
  const rows = await ctx.db.execute(sql`
    select w.place::int as place, k.person_id
      from unnest(${values}::bytea[], ${kinds}::text[]) with ordinality as w (tag, kind, place)
     cross join lateral (select n.person_id from name_key n where n.tag = w.tag and n.kind = w.kind limit ${rowsOfTagMax}::int) k`)
  const hits = new Map<string, string[]>()
  for (const { place, person_id: id } of Hits.parse([...rows])) {
    const tag = tags[place - 1]
    if (tag) hits.set(hex(tag.tag), [...(hits.get(hex(tag.tag)) ?? []), id])
  }
  return hits
}

/** Those of them whose files were opened before the list was run, with their names opened. */
async function peopleOf(ctx: Ctx, ids: readonly string[], openedBefore: Date): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.execute(sql`
    select p.id as person_id, p.case_id, p.sex, p.birth, c.ref, c.team_id, c.confidentiality, c.situation, c.province, my_level(c.id) as own,
           (select coalesce(json_agg(k), '[]') from vault_key k where k.case_id = p.case_id and k.person_id = p.id) as keys,
           (select coalesce(json_agg(json_build_object('id', n.id, 'text', n.text)), '[]')
              from person_name n where n.person_id = p.id and n.case_id = p.case_id) as names
      from person p join case_file c on c.id = p.case_id
     where p.id = any(${arrayOf(ids)}::uuid[]) and c.opened_at < ${openedBefore.toISOString()}::timestamptz`)
  const people = z.array(Found).parse([...rows])
  return new Map(people.map((row) => [row.person_id, openPerson(ctx, row)]))
}

function openPerson({ vault }: Ctx, row: z.infer<typeof Found>): Person {
  const of = { caseId: row.case_id, personId: row.person_id }
  const confidentiality = confidentialities.find((word) => word === row.confidentiality) ?? 'named'
  vault.holdInPart({ id: of.caseId, teamId: row.team_id, confidentiality, own: row.own }, row.keys)
  const birth = vault.openOptional('person.birth', { ...of, rowId: row.person_id }, row.birth)
  const { ref, sex, province, situation } = row
  return {
    caseId: of.caseId,
    names: row.names.map(({ id, text }) => prepareName(vault.open('person_name.text', { ...of, rowId: id }, text))),
    file: { ref, sex, province, situation, birth: birth === null ? null : fromEdtf(birth) },
  }
}

const namesOf = ({ name, otherName }: ImportCase): string[] => (otherName === undefined ? [name] : [name, otherName])

const isLike = (name: PreparedName, { names }: Person) =>
  names.some((other) => preparedSimilarity(name, other) >= sameNameFrom)

/** Whom the tags of a name lead to, those whom more of them lead to first. */
function nearest(tags: readonly NameTag[], hits: ReadonlyMap<string, readonly string[]>): string[] {
  const shared = new Map<string, number>()
  for (const { tag } of tags) for (const id of hits.get(hex(tag)) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, openedOfNameMax)
    .map(([id]) => id)
}

const likelier = (a: Alike, b: Alike) => b.agrees.length - b.differs.length - (a.agrees.length - a.differs.length)

/**
 * Files within reach, opened before the list was run, whose person may be that of a row, however either name is written.
 * All rows are looked for together, as one who opens a file looks for one; what was found is one entry.
 */
export async function alikeFiles(
  ctx: Ctx,
  inputs: readonly ImportCase[],
  openedBefore: Date,
): Promise<(input: ImportCase) => Alike[]> {
  const tagged = new Map([...new Set(inputs.flatMap(namesOf))].map((name) => [name, soundTags(ctx, name)]))
  const tags = [...new Map([...tagged.values()].flat().map((one) => [hex(one.tag), one])).values()]
  if (tags.length === 0) return () => []
  const hits = await hitsOf(ctx, tags)
  const wanted = new Map([...tagged].map(([name, own]) => [name, nearest(own, hits)]))
  const people = await peopleOf(ctx, [...new Set([...wanted.values()].flat())], openedBefore)
  const likeOf = (name: string): Person[] => {
    const near = (wanted.get(name) ?? []).flatMap((id) => people.get(id) ?? [])
    const prepared = near.length > 0 ? prepareName(name) : null
    return prepared ? near.filter((one) => isLike(prepared, one)) : []
  }
  const found = new Map(inputs.map((input) => [input, [...new Set(namesOf(input).flatMap(likeOf))]]))
  const objectIds = [...new Set([...found.values()].flat().map(({ caseId }) => caseId))]
  const details = { names: tagged.size, files: objectIds.length, imported: true }
  await record(ctx, 'case.match', { objectIds, details })
  return (input) =>
    (found.get(input) ?? [])
      .map(({ file }) => compareRow(input, file))
      .sort(likelier)
      .slice(0, shownMax)
}

/** The tags of a name but those of its given part alone: in a list those lead to too many. */
const soundTags = (ctx: Ctx, name: string): NameTag[] =>
  nameTags(ctx.vault, name).filter(({ kind }) => kind !== 'given')
