import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { parseRef } from '@/lib/cases/ref'
import type { TimelineQuery } from '@/lib/timeline/forms'
import type { TimelineKind } from '@/lib/timeline/kinds'
import { scriptsFirst } from '../cases/subject-names'
import type { Ctx } from '../ctx'
import { jsonBytes, jsonInstant } from '../json-bytes'

export const pageItems = 300

const text = z.string()
const sealed = jsonBytes.nullish()

const branchNames = [
  'situation',
  'sign',
  'contact',
  'claim',
  'factor',
  'override',
  'consent',
  'intervention',
  'task',
  'handover',
  'referral',
  'step',
  'proposal',
] as const
export type Branch = (typeof branchNames)[number]

/** Only the columns that a branch fills are sent. `recorded` keeps its microseconds, which the page before starts from. */
const Item = z.object({
  branch: z.enum(branchNames),
  id: text,
  recorded: text,
  by: text.nullish(),
  code: text.nullish(),
  detail: text.nullish(),
  other: text.nullish(),
  until: jsonInstant.nullish(),
  valid: sealed,
  words: sealed,
  place: sealed,
  person: text.nullish(),
  source: text.nullish(),
  grade: text.nullish(),
  corrected: z.boolean().nullish(),
})
export type TimelineRow = z.output<typeof Item>

const Named = z.object({ id: text, name: jsonBytes })

const Rows = z.object({
  items: z.array(Item),
  staff: z.array(Named),
  teams: z.array(Named),
  names: z.array(z.object({ id: text, person: text, name: jsonBytes })),
})
export type TimelineRows = z.output<typeof Rows>

type Columns = Partial<Record<Exclude<keyof TimelineRow, 'branch' | 'id'>, string>>

const types: Record<keyof Columns, string> = {
  recorded: 'recorded_at',
  by: 'recorded_by',
  code: 'null::text',
  detail: 'null::text',
  other: 'null::uuid',
  until: 'null::timestamptz',
  valid: 'null::bytea',
  words: 'null::bytea',
  place: 'null::bytea',
  person: 'null::uuid',
  source: 'null::text',
  grade: 'null::text',
  corrected: 'null::boolean',
}

const codeOfSource = '(select s.code from source s where s.id = entry.source_id)'
const sourcesOfEntry = `(select string_agg(distinct s.code, ', ') from situation_basis b
   join claim c on c.id = b.claim_id join source s on s.id = c.source_id where b.entry_id = entry.id)`
const isCorrected = 'exists (select from situation_entry later where later.correction_of = entry.id)'

/** A claim that an entry or a sign of life stands on is told by that line. */
const unsaid = `not exists (select from situation_basis b where b.claim_id = entry.id)
   and not exists (select from sign_of_life l where l.claim_id = entry.id)`

const branches: Record<Branch, { kind: TimelineKind; table: string; where?: string; columns: Columns }> = {
  situation: {
    kind: 'situation',
    table: 'situation_entry',
    columns: {
      code: 'situation',
      detail: 'stance',
      valid: 'valid',
      words: 'note',
      place: 'place',
      source: sourcesOfEntry,
      grade: 'reliability || credibility',
      corrected: isCorrected,
    },
  },
  sign: {
    kind: 'sign',
    table: 'sign_of_life',
    columns: {
      code: 'kind',
      valid: 'at',
      words: 'note',
      place: 'place',
      person: 'person_id',
      source: codeOfSource,
      grade: 'reliability || credibility',
    },
  },
  contact: {
    kind: 'contact',
    table: 'contact_log',
    columns: { code: 'outcome', detail: 'direction', valid: 'at', words: 'note', person: 'person_id' },
  },
  claim: {
    kind: 'claim',
    table: 'claim',
    where: unsaid,
    columns: {
      code: 'predicate',
      detail: 'stance',
      words: 'value',
      person: 'person_id',
      source: codeOfSource,
      grade: '(select s.reliability from source s where s.id = entry.source_id) || credibility',
    },
  },
  factor: {
    kind: 'risk',
    table: 'risk_factor',
    columns: { code: 'factor', words: 'note', until: 'ended_at' },
  },
  override: {
    kind: 'risk',
    table: 'risk_override',
    columns: { code: 'risk', words: 'reason', until: 'coalesce(ended_at, entry.until)' },
  },
  consent: {
    kind: 'consent',
    table: 'consent',
    columns: { code: 'decision', detail: 'scope', valid: 'at', words: 'circumstances', person: 'given_by' },
  },
  intervention: {
    kind: 'intervention',
    table: 'intervention_step',
    columns: {
      code: '(select i.type from intervention i where i.id = entry.intervention_id)',
      detail: "state || coalesce(' ' || outcome, '')",
      valid: 'at',
      words: 'note',
    },
  },
  task: {
    kind: 'task',
    table: 'task',
    columns: { code: 'kind', detail: 'state', words: 'title', until: 'coalesce(closed_at, due_at)' },
  },
  handover: { kind: 'handover', table: 'handover', columns: { other: 'to_user', words: 'briefing' } },
  referral: {
    kind: 'referral',
    table: 'referral',
    columns: { code: 'state', other: 'to_team', until: 'decided_at' },
  },
  step: { kind: 'step', table: 'workflow_step', columns: { code: 'to_workflow', detail: 'reason', words: 'note' } },
  proposal: {
    kind: 'proposal',
    table: 'proposal',
    columns: {
      recorded: 'proposed_at',
      by: 'proposed_by',
      code: 'kind',
      detail: 'state',
      words: 'reason',
      until: 'decided_at',
    },
  },
}

/** The newest rows of one table; where its kind is not asked for, the table is not read at all. */
function branchText(branch: Branch): string {
  const { kind, table, where, columns } = branches[branch]
  const recorded = columns.recorded ?? 'recorded_at'
  const listed = Object.entries({ ...types, ...columns }).map(([name, column]) => `${column} as "${name}"`)
  return `(select '${branch}' as branch, entry.id, ${listed.join(', ')} from ${table} entry
    where entry.case_id = file.id and '${kind}' = any(file.kinds) ${where ? `and ${where}` : ''}
      and (file.before is null or (${recorded}, entry.id) < (file.before, file.before_id))
    order by ${recorded} desc, entry.id desc limit ${pageItems + 1})`
}

const nameOrder = `array_position(array['${scriptsFirst.join("', '")}'], script)`

const gathered = sql.raw(`
  , item as materialized (
    select every.* from file, lateral (${branchNames.map(branchText).join(' union all ')}) every
     order by recorded desc, id desc limit ${pageItems + 1})
  select (select coalesce(json_agg(json_strip_nulls(row_to_json(item)) order by recorded desc, id desc), '[]') from item) as items,
         (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]') from account
           where id in (select by from item union select other from item)) as staff,
         (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]') from team
           where id in (select other from item)) as teams,
         (select coalesce(json_agg(json_build_object('id', id, 'person', person_id, 'name', text) order by ${nameOrder}, id), '[]') from person_name
           where case_id = (select id from file) and is_primary and person_id in (select person from item)) as names`)

/** The rows of every kind asked for, the last recorded first: one statement, because what a page costs is its statements. */
export async function gatherTimeline(ctx: Ctx, query: TimelineQuery): Promise<TimelineRows> {
  const [row] = await ctx.db.execute(sql`
    with file as (
      select id, string_to_array(${query.kind.join(' ')}, ' ') as kinds, ${query.before?.at ?? null}::timestamptz as before,
             ${query.before?.id ?? null}::uuid as before_id
        from case_file where ref = ${parseRef(query.ref)})${gathered}`)
  return Rows.parse(row)
}
