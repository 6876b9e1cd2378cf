import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type FirstSubject, type Reader, firstSubjects } from './first-subjects'
import { holdFiles } from './hold-files'
import { knownOf } from './known-of'

/** Somebody with all that they are compared by, and the beginnings of the tags of their names. */
export type MetSubject = FirstSubject & { tags: readonly string[] }

/** Those a search over all files has met so far, so that nobody is opened again for each tag they share. */
export type Met = Map<string, MetSubject>

const metMax = 50_000

const Tags = z.array(z.object({ id: z.string(), tags: z.array(z.string()) }))

/** Enough of a tag to tell it from any other, in the order of whole tags. */
export const tagBegins = (tag: string): string => tag.slice(0, 16)

async function tagsOf({ db }: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.execute(sql`
    select person_id as id, array_agg(encode(substr(tag, 1, 8), 'hex')) as tags from name_key
     where kind <> 'given' and person_id = any(${sql.param([...ids])}::uuid[]) group by person_id`)
  return new Map(Tags.parse([...rows]).map(({ id, tags }) => [id, tags]))
}

async function caseIdsOf({ db }: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select distinct case_id as id from person where id = any(${sql.param([...ids])}::uuid[])`,
  )
  return rows.map(({ id }) => id)
}

async function meet(reader: Reader, ids: readonly string[]): Promise<MetSubject[]> {
  const [caseIds, tags] = await Promise.all([caseIdsOf(reader, ids), tagsOf(reader, ids)])
  await holdFiles(reader, caseIds)
  const firsts = await firstSubjects(reader, ids)
  const known = await knownOf(reader, [...firsts.values()])
  return [...firsts.values()].map((first) => ({
    ...first,
    subject: known.get(first.id) ?? first.subject,
    tags: tags.get(first.id) ?? [],
  }))
}

/** These people, each opened where they have not been met yet. */
export async function metSubjects(reader: Reader, ids: readonly string[], met: Met): Promise<Met> {
  const found: Met = new Map()
  for (const id of ids) {
    const one = met.get(id)
    if (one) found.set(id, one)
  }
  const others = ids.filter((id) => !found.has(id))
  for (const one of others.length === 0 ? [] : await meet(reader, others)) {
    found.set(one.id, one)
    if (met.size < metMax) met.set(one.id, one)
  }
  return found
}
