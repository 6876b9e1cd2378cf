import { sql } from 'drizzle-orm'
import type { Reader } from './first-subjects'

type Found = { id: string; caseA: string; caseB: string }

/** A `named` file in a pair shows to nobody who cannot read it: its own team is told, once until somebody has taken note. */
export async function tellHolders({ db }: Reader, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const cases = sql.param([...new Set(found.flatMap(({ caseA, caseB }) => [caseA, caseB]))])
  await db.execute(sql`
    insert into notice (id, team_id, kind, at)
    select gen_random_uuid(), c.team_id, 'match-found', now() from case_file c
     where c.id = any(${cases}::uuid[]) and c.confidentiality = 'named'
       and not exists (select from notice n where n.team_id = c.team_id and n.kind = 'match-found' and n.read_at is null)
     group by c.team_id`)
}
