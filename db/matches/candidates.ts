import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../client'

/** People who share a tag. With `only`, pairs of that one person with each other. */
export type Group = { persons: readonly string[]; only?: string }

/** A tag that so many share says too little: a name as common as that is weighed where another tag is shared. */
const sharedMax = 120
const groupsMax = 400

const Groups = z.array(z.object({ tag: z.string(), persons: z.array(z.string()), n: z.coerce.number() }))

/** Given names alone are shared by too many to be compared over all files. */
const subjects = sql.raw(`
  name_key k join person p on p.id = k.person_id and p.role = 'subject'
             join case_file c on c.id = k.case_id and c.workflow not in ('draft', 'erased')`)

/** The next tags in their order that several people share; `ended` is null where none is left. */
export async function nextGroups(db: Tx, after: string) {
  const rows = Groups.parse([
    ...(await db.execute(sql`
      select encode(k.tag, 'hex') as tag, count(distinct k.person_id) as n,
             (array_agg(distinct k.person_id::text))[1:${sharedMax + 1}] as persons
        from ${subjects} where k.kind <> 'given' and k.tag > decode(${after}, 'hex')
       group by k.tag having count(distinct k.person_id) > 1 order by k.tag limit ${groupsMax}`)),
  ])
  const kept = rows.filter(({ n }) => n <= sharedMax)
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
         where k.tag = mine.tag and k.kind <> 'given' limit ${sharedMax + 1}) o
     where p.role = 'subject' and p.case_id = any(${sql.param([...caseIds])}::uuid[]) and o.n <= ${sharedMax}
     group by p.id having count(distinct o.person_id) > 1`)
  return Shared.parse([...rows])
}
