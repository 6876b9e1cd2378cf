import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { matcherId } from '@/lib/access/grants'
import { entryOf } from '../audit'

import type { Reader } from './first-subjects'
import { tellHolders } from './tell-holders'

/** A pair that is worth keeping, and the teams of its two files. */
export type FoundMatch = Record<'id' | 'caseA' | 'personA' | 'caseB' | 'personB' | 'scores', string> & {
  total: number
  teams: readonly [string, string]
}

const Fresh = z.array(z.object({ id: z.string(), fresh: z.boolean() }))

/** Rows as one parameter: a statement that is the same however many they are. */
const asJson = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::json`

/** A pair that is found again has the newest scores; one that somebody decided keeps those it was decided on. */
async function keep({ db }: Reader, rows: readonly FoundMatch[], now: Date): Promise<Set<string>> {
  const written = await db.execute(sql`
    insert into match_pair as kept (id, case_a, person_a, case_b, person_b, scores, total, found_at)
    select r."id", r."caseA", r."personA", r."caseB", r."personB", r."scores", r."total", ${now.toISOString()}::timestamptz
      from json_to_recordset(${asJson(rows)})
           as r ("id" uuid, "caseA" uuid, "personA" uuid, "caseB" uuid, "personB" uuid, "scores" text, "total" integer)
    on conflict (person_a, person_b) do update
       set scores = excluded.scores, total = excluded.total, version = kept.version + 1
     where kept.state in ('open', 'unsure') and kept.scores <> excluded.scores
    returning id, xmax = 0 as fresh`)
  return new Set(Fresh.parse([...written]).flatMap(({ id, fresh }) => (fresh ? [id] : [])))
}

const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`

/** As `record` writes one. */
async function writeEntries({ db }: Reader, entries: readonly ReturnType<typeof entryOf>[]): Promise<void> {
  const rows = entries.map(({ details, detailsCommitment, ...entry }) => ({
    ...entry,
    details: hex(details),
    detailsCommitment: hex(detailsCommitment),
  }))
  await db.execute(sql`
    insert into audit_entry (id, at, actor_id, deed, outcome, case_id, team_id, object_ids, details, details_commitment)
    select r."id", r."at", r."actorId", r."deed", r."outcome", r."caseId", r."teamId", r."objectIds", r."details", r."detailsCommitment"
      from json_to_recordset(${asJson(rows)})
           as r ("id" uuid, "at" timestamptz, "actorId" uuid, "deed" text, "outcome" text, "caseId" uuid, "teamId" uuid,
                 "objectIds" uuid[], "details" bytea, "detailsCommitment" bytea)`)
}

/** Each file has one entry of its own of the pairs that were found with it, which names them and not the other files. */
async function recordFound({ db, vault }: Reader, rows: readonly FoundMatch[], now: Date): Promise<void> {
  const files = new Map<string, { teamId: string; objectIds: string[] }>()
  for (const { id, caseA, caseB, teams } of rows)
    for (const [place, caseId] of [caseA, caseB].entries()) {
      const of = files.get(caseId)
      if (of) of.objectIds.push(id)
      else files.set(caseId, { teamId: teams[place] ?? '', objectIds: [id] })
    }
  const recorder = { db, vault, now, actor: { id: matcherId, teamId: null } }
  const entries = [...files].map(([caseId, of]) => entryOf(recorder, 'match.find', { caseId, ...of }))
  await writeEntries({ db, vault }, entries)
}

/** Keeps pairs with the entries that say so; answers how many are new. */
export async function keepPairs(reader: Reader, found: readonly FoundMatch[], now: Date): Promise<number> {
  if (found.length === 0) return 0
  const fresh = await keep(reader, found, now)
  const news = found.filter(({ id }) => fresh.has(id))
  await recordFound(reader, news, now)
  await tellHolders(reader, news)
  return news.length
}
