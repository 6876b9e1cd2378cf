import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../client'
import { tagBegins } from './met-subjects'

/** People who share a tag; or with `only`, one person and everybody who shares a tag with them. */
export type Group = { persons: readonly string[]; tag?: string; only?: string }

/** A tag that so many share says too little: a name as common as that is weighed where another tag is shared. */
const sharedMax = sql.raw('120')
const groupsMax = sql.raw('400')

const Tags = z.array(z.object({ tag: z.string() }))

/** The beginnings of the tags that too many share. */
export async function commonTags(db: Tx): Promise<Set<string>> {
  const rows = await db.execute(sql`
    select encode(tag, 'hex') as tag from name_key where kind <> 'given' group by tag having count(*) > ${sharedMax}`)
  return new Set(Tags.parse([...rows]).map(({ tag }) => tagBegins(tag)))
}

const Groups = z.array(z.object({ tag: z.string(), persons: z.array(z.string()).nullable() }))

/** Given names alone are shared by too many to be compared over all files. */
const subjects = sql.raw(`
  name_key k join person p on p.id = k.person_id and p.role = 'subject'
             join case_file c on c.id = k.case_id and c.workflow not in ('draft', 'erased')`)

/** The next tags in their order that several people share; `ended` is null where none is left. */
export async function nextGroups(db: Tx, after: string, common: ReadonlySet<string>) {
  const rows = Groups.parse([
    ...(await db.execute(sql`
      select encode(t.tag, 'hex') as tag,
             case when t.n <= ${sharedMax} + 40 then (select array_agg(distinct k.person_id) from ${subjects} where k.tag = t.tag and k.kind <> 'given') end as persons
        from (select tag, count(*) as n from name_key where kind <> 'given' and tag > decode(${after}, 'hex')
               group by tag having count(*) > 1 order by tag limit ${groupsMax}) t
       order by t.tag`)),
  ])
  const kept = rows.flatMap(({ tag, persons }) => {
    const begins = tagBegins(tag)
    return persons === null || common.has(begins) ? [] : [{ tag: begins, persons }]
  })
  return { groups: kept, skipped: rows.length - kept.length, ended: rows.at(-1)?.tag ?? null }
}

const Shared = z.array(z.object({ only: z.string(), persons: z.array(z.string()) }))

/** For the subject of each of these files everybody who shares a tag with them. */
export async function groupsOf(db: Tx, caseIds: readonly string[]): Promise<Group[]> {
  if (caseIds.length === 0) return []
  const rows = await db.execute(sql`
    select p.id as only, array_agg(distinct o.person_id::text) as persons
      from person p
      join case_file f on f.id = p.case_id and f.workflow not in ('draft', 'erased')
      join name_key mine on mine.person_id = p.id
      cross join lateral (
        select k.person_id, count(*) over () as n from ${subjects}
         where k.tag = mine.tag and k.kind <> 'given' limit ${sharedMax} + 1) o
     where p.role = 'subject' and p.case_id = any(${sql.param([...caseIds])}::uuid[]) and o.n <= ${sharedMax}
     group by p.id having count(distinct o.person_id) > 1`)
  return Shared.parse([...rows])
}
