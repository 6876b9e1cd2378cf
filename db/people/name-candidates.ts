import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { confidentialities, ownLevels } from '@/lib/access/grants'
import { preparedSimilarity } from '@/lib/names/match'
import { explainPrepared, type NameReason } from '@/lib/names/explain'
import { prepareName, type PreparedName } from '@/lib/names/prepare'
import type { SearchFilters } from '@/lib/search/terms'
import type { Ctx } from '../ctx'
import { jsonBytes } from '../json-bytes'
import { WrappedKeys } from '../vault'
import { nameTags, type NameTag } from './name-tags'

/** A person in reach who may bear the name, by that of their names which is nearest to it. */
export type NameCandidate = {
  personId: string
  caseId: string
  nameId: string
  written: string
  score: number
  reasons: NameReason[]
}

/** Whose score is lower than `from` is left out, and of the rest those behind the first so many; `narrowed`: in what files. */
type Wanted = { from: number; limit: number; narrowed?: SearchFilters }

/** `crowded`: so many bear a name like this that not all of them were looked at, or that not all who were found are told. */
export type NameCandidates = { found: NameCandidate[]; crowded: boolean }

/** So many are compared, the surest first, or as many as are wanted: a search tells fifty. */
const candidatesMin = 100

/** Of a key that very many names share only so many are looked at; a name that is equal has its own key before those. */
const rowsOfTagMax = { whole: 100, sound: 150, given: 40 } as const

const Led = z.object({
  person_id: z.string(),
  case_id: z.string(),
  team_id: z.string(),
  confidentiality: z.enum(confidentialities),
  own: z.enum(ownLevels).nullable(),
  crowded: z.boolean(),
  keys: WrappedKeys.nullable(),
  names: z.array(z.object({ id: z.string(), text: jsonBytes })).nullable(),
})

/** Whom the keys lead to within the asker's reach, the surest key first, with what opens their names. */
async function led(ctx: Ctx, tags: readonly NameTag[], { limit, narrowed = {} }: Wanted) {
  const most = Math.max(candidatesMin, limit)
  const bytes = tags.map(({ tag }) => `"\\\\x${tag.toString('hex')}"`)
  const kinds = tags.map(({ kind }) => kind)
  const mosts = kinds.map((kind) => rowsOfTagMax[kind])
  const rows = await ctx.db.execute(sql`
    select * from name_hits(${`{${bytes.join()}}`}::bytea[], ${`{${kinds.join()}}`}::text[], ${`{${mosts.join()}}`}::int[],
                            ${most}::int, ${JSON.stringify(narrowed)}::json)`)
  return z.array(Led).parse([...rows])
}

/**
 * People in reach whose names may be this one, however either is written, the likeliest first: the keys of the blind index
 * lead to them, the vault opens their names, and those are compared. It leaves no entry of its own: who asks records why.
 */
export async function nameCandidates(ctx: Ctx, written: string, wanted: Wanted): Promise<NameCandidates> {
  const { from, limit } = wanted
  const tags = nameTags(ctx.vault, written)
  if (tags.length === 0) return { found: [], crowded: false }
  const name = prepareName(written)
  const rows = await led(ctx, tags, wanted)
  const best = rows.flatMap(({ keys, names, confidentiality, ...row }) => {
    const of = { caseId: row.case_id, personId: row.person_id }
    ctx.vault.holdInPart({ id: of.caseId, teamId: row.team_id, confidentiality, own: row.own }, keys ?? [])
    let nearest: (Omit<NameCandidate, 'reasons'> & { read: PreparedName }) | undefined
    for (const { id, text } of names ?? []) {
      const opened = ctx.vault.open('person_name.text', { ...of, rowId: id }, text)
      const read = prepareName(opened)
      const score = preparedSimilarity(name, read)
      if (score >= (nearest?.score ?? from)) nearest = { ...of, nameId: id, written: opened, score, read }
    }
    return nearest ? [nearest] : []
  })
  const sorted = best.sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1))
  const found = sorted
    .slice(0, limit)
    .map(({ read, ...one }) => ({ ...one, reasons: explainPrepared(name, read).reasons }))
  return { found, crowded: rows.some(({ crowded }) => crowded) || sorted.length > limit }
}
