import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { confidentialities, ownLevels } from '@/lib/access/grants'
import { preparedSimilarity } from '@/lib/names/match'
import { prepareName } from '@/lib/names/prepare'
import type { Ctx } from '../ctx'
import { jsonBytes } from '../json-bytes'
import { WrappedKeys } from '../vault'
import { nameTags, type NameTag } from './name-tags'

/** A person in reach who may bear the name, by that of their names which is nearest to it. */
export type NameCandidate = { personId: string; caseId: string; nameId: string; written: string; score: number }

/** Of a key that very many names share only so many are looked at; a name that is equal has its own key before those. */
const rowsOfTagMax = { whole: 100, sound: 150, given: 40 } as const
const candidatesMax = 200

const Found = z.object({
  person_id: z.string(),
  case_id: z.string(),
  team_id: z.string(),
  confidentiality: z.string(),
  own: z.enum(ownLevels).nullable(),
  keys: WrappedKeys,
  names: z.array(z.object({ id: z.string(), text: jsonBytes })),
})

function wantedRows(tags: readonly NameTag[]) {
  return sql.join(
    tags.map(({ tag, kind }, place) => sql`(${tag}::bytea, ${kind}::text, ${place}::int, ${rowsOfTagMax[kind]}::int)`),
    sql`, `,
  )
}

/** Whom the keys lead to within the asker's reach, the surest key first, with what opens their names. */
async function found(ctx: Ctx, tags: readonly NameTag[]) {
  const rows = await ctx.db.execute(sql`
    with wanted (tag, kind, place, most) as (values ${wantedRows(tags)}),
    hit as materialized (
      select k.person_id, k.case_id, min(w.place) as place, count(*) as shared
        from wanted w
       cross join lateral (select n.person_id, n.case_id from name_key n where n.tag = w.tag and n.kind = w.kind limit w.most) k
       group by k.person_id, k.case_id order by 3, 4 desc, 1 limit ${candidatesMax}::int)
    select h.person_id, h.case_id, c.team_id, c.confidentiality, my_level(c.id) as own,
           (select coalesce(json_agg(k), '[]') from vault_key k where k.case_id = h.case_id and k.person_id = h.person_id) as keys,
           (select coalesce(json_agg(json_build_object('id', n.id, 'text', n.text)), '[]')
              from person_name n where n.person_id = h.person_id and n.case_id = h.case_id) as names
      from hit h join case_file c on c.id = h.case_id`)
  return z.array(Found).parse([...rows])
}

/**
 * People in reach whose names may be this one, however either is written, the likeliest first: the keys of the blind index
 * lead to them, the vault opens their names, and those are compared. It leaves no entry of its own: who asks records why.
 */
export async function nameCandidates(ctx: Ctx, written: string, limit: number): Promise<NameCandidate[]> {
  const tags = nameTags(ctx.vault, written)
  if (tags.length === 0) return []
  const name = prepareName(written)
  const best = (await found(ctx, tags)).flatMap((row) => {
    const of = { caseId: row.case_id, personId: row.person_id }
    const confidentiality = confidentialities.find((word) => word === row.confidentiality) ?? 'named'
    ctx.vault.holdInPart({ id: of.caseId, teamId: row.team_id, confidentiality, own: row.own }, row.keys)
    return row.names
      .map(({ id, text }) => {
        const opened = ctx.vault.open('person_name.text', { ...of, rowId: id }, text)
        return { ...of, nameId: id, written: opened, score: preparedSimilarity(name, prepareName(opened)) }
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, 1)
  })
  return best.sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1)).slice(0, limit)
}
