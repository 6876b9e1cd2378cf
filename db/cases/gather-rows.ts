import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { parseRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { jsonBytes, jsonInstant } from '../json-bytes'

const text = z.string()
const whole = z.number().int()

const Rows = z.object({
  people: z.array(
    z.object({
      id: text,
      role: text,
      sex: text,
      birth: jsonBytes.nullable(),
      ageBand: text.nullable(),
      version: whole,
    }),
  ),
  names: z.array(
    z.object({
      id: text,
      personId: text,
      text: jsonBytes,
      script: text,
      kind: text,
      scheme: text,
      isPrimary: z.boolean(),
    }),
  ),
  sources: z.array(
    z.object({
      id: text,
      code: text,
      type: text,
      reliability: text,
      distance: text,
      originGroup: whole,
      connection: jsonBytes.nullable(),
      version: whole,
    }),
  ),
  entries: z.array(
    z.object({
      id: text,
      situation: text,
      valid: jsonBytes.nullable(),
      place: jsonBytes.nullable(),
      province: text.nullable(),
      stance: text,
      reliability: text,
      credibility: text,
      note: jsonBytes.nullable(),
      gapReason: jsonBytes.nullable(),
      correctionOf: text.nullable(),
      recordedBy: text,
      recordedAt: jsonInstant,
    }),
  ),
  bases: z.array(z.object({ entryId: text, sourceId: text, quoteOf: text.nullable(), quote: jsonBytes.nullable() })),
  grants: z.array(
    z.object({ id: text, userId: text, level: text, reason: jsonBytes, until: jsonInstant, version: whole }),
  ),
  staff: z.array(z.object({ id: text, name: jsonBytes })),
  present: z.array(z.object({ id: text, name: jsonBytes })),
  links: z.array(z.object({ pairId: text, ref: text, byLink: text.nullable() })),
})

/** All that a page shows of one file, as rows whose sealed fields are still shut. */
export type CaseRows = z.output<typeof Rows>

/** The source and the quote of each claim an entry stands on: a source once, with the first of its words. */
const bases = `(
  select b.entry_id, c.source_id, (array_agg(c.id order by c.recorded_at, c.id) filter (where c.quote is not null))[1] as quote_of,
         (array_agg(c.quote order by c.recorded_at, c.id) filter (where c.quote is not null))[1] as quote
    from situation_basis b join claim c on c.id = b.claim_id and c.case_id = b.case_id
   where b.case_id = file.id group by b.entry_id, c.source_id limit 1200) basis`

/** Whoever the page names: the owner, who recorded, who was given a grant. */
const staff = `account where id = file.owner or id = any(array(
    select recorded_by from situation_entry where case_id = file.id
     union select user_id from access_grant where case_id = file.id))`

/** Where the subject of this file is recorded too, as far as the reader reads both files, and what this one's confidentiality then is. */
const links = `(
  select s.pair_id, other.ref, file.by_link
    from same_as s join case_file other on other.id = case when s.case_a = file.id then s.case_b else s.case_a end
   where file.id in (s.case_a, s.case_b) and s.decision = 'same' and s.state = 'standing' order by other.ref limit 20) link`

const from: Record<keyof CaseRows, string> = {
  people: 'person where case_id = file.id order by recorded_at limit 200',
  names: 'person_name where case_id = file.id order by recorded_at, id limit 200',
  sources: 'source where case_id = file.id order by recorded_at, code limit 200',
  entries: 'situation_entry where case_id = file.id order by recorded_at desc, id desc limit 300',
  bases,
  present: 'open_with(file.id)',
  grants: `access_grant where case_id = file.id and revoked_at is null and until > file.seen order by given_at desc limit 50`,
  staff,
  links,
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function listText(name: keyof CaseRows): string {
  const columns = Object.keys(Rows.shape[name].element.shape).map((column) => `${snake(column)} as "${column}"`)
  return `(select coalesce(json_agg(listed), '[]') from (select ${columns.join(', ')} from ${from[name]}) listed) as ${name}`
}

const gathered = sql.raw(`select ${Rows.keyof().options.map(listText).join(',\n')}`)

/** One statement: what a page costs is its statements more than its rows. */
export async function gatherRows(ctx: Ctx, ref: string): Promise<CaseRows> {
  const seen = ctx.now.toISOString()
  const [row] = await ctx.db.execute(
    sql`${gathered} from (select id, owner_id as owner, confidentiality_by_link as by_link, ${seen}::timestamptz as seen from case_file where ref = ${parseRef(ref)}) file`,
  )
  if (!row) throw new Refusal('not-found')
  return Rows.parse(row)
}
