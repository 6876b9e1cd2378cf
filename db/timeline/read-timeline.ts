import { readCircumstances } from '@/lib/consents/circumstances'
import { dayIn } from '@/lib/dates/calendar'
import { readEdtf } from '@/lib/dates/from-edtf'
import type { TimelineQuery } from '@/lib/timeline/forms'
import type { TimelineKind } from '@/lib/timeline/kinds'
import type { SealedFieldName } from '@/lib/vault/fields'
import { namesOf } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import { type Ctx, verb } from '../ctx'
import { type Branch, type TimelineRow, type TimelineRows, gatherTimeline, pageItems } from './gather-timeline'

type Sealed = { valid?: SealedFieldName; words?: SealedFieldName; place?: SealedFieldName }

const fields: Record<Branch, Sealed> = {
  situation: { valid: 'situation_entry.valid', words: 'situation_entry.note', place: 'situation_entry.place' },
  sign: { valid: 'sign_of_life.at', words: 'sign_of_life.note', place: 'sign_of_life.place' },
  contact: { valid: 'contact_log.at', words: 'contact_log.note' },
  claim: { words: 'claim.value' },
  factor: { words: 'risk_factor.note' },
  override: { words: 'risk_override.reason' },
  consent: { valid: 'consent.at', words: 'consent.circumstances' },
  intervention: { valid: 'intervention_step.at', words: 'intervention_step.note' },
  task: { words: 'task.title' },
  handover: { words: 'handover.briefing' },
  referral: {},
  step: { words: 'workflow_step.note' },
  proposal: { words: 'proposal.reason' },
}

const kindOf = (branch: Branch): TimelineKind => (branch === 'factor' || branch === 'override' ? 'risk' : branch)

/** What stays so until somebody ends it: an end that nobody recorded is still to come. */
const lasting: readonly Branch[] = ['factor', 'referral', 'proposal']

/** A claim about a date stands where that date is; whatever else has none of its own, where it was recorded. */
function dayTold(row: { code: string | null | undefined; words: string | null; recordedOn: string }): string {
  const claimed = row.code === 'date' && row.words !== null ? readEdtf(row.words) : null
  return claimed?.ok ? claimed.value.edtf : row.recordedOn
}

type Names = { staff: Map<string, string>; teams: Map<string, string>; people: Map<string, string> }

function present(ctx: Ctx, caseId: string, { row, names }: { row: TimelineRow; names: Names }) {
  const { id, branch, code, detail, person, other } = row
  const opened = (part: keyof Sealed): string | null => {
    const [field, bytes] = [fields[branch][part], row[part]]
    return field && bytes ? ctx.vault.open(field, { caseId, rowId: id }, bytes) : null
  }
  const recordedAt = new Date(row.recorded)
  const stored = opened('words')
  const words = branch === 'consent' ? (readCircumstances(stored).limits ?? null) : stored
  const isDated = fields[branch].valid !== undefined
  return {
    id,
    branch,
    kind: kindOf(branch),
    code: code ?? '',
    detail: detail ?? null,
    edtf: isDated ? opened('valid') : dayTold({ code, words, recordedOn: dayIn(recordedAt, ctx.actor.timeZone) }),
    until: row.until ? dayIn(row.until, ctx.actor.timeZone) : null,
    isOpen: lasting.includes(branch) && !row.until,
    words,
    place: opened('place'),
    person: person ? (names.people.get(person) ?? null) : null,
    other: other ? (names.staff.get(other) ?? names.teams.get(other) ?? null) : null,
    by: row.by ? (names.staff.get(row.by) ?? null) : null,
    source: row.source ?? null,
    grade: row.grade ?? null,
    isCorrected: row.corrected ?? false,
    recordedAt: recordedAt.getTime(),
  }
}

function namesIn(ctx: Ctx, caseId: string, rows: TimelineRows): Names {
  const people = new Map<string, string>()
  for (const { id, person, name } of rows.names) {
    if (!people.has(person))
      people.set(person, ctx.vault.open('person_name.text', { caseId, personId: person, rowId: id }, name))
  }
  const teams = new Map(rows.teams.map(({ id, name }) => [id, ctx.vault.nameForHouse('team.name', id, name)]))
  return { staff: namesOf(ctx, rows.staff), teams, people }
}

/** Everything of a file by its date: the last recorded items of the kinds asked for, and where those before them begin. */
export const readTimeline = verb('case.read', async (ctx: Ctx, query: TimelineQuery) => {
  const [{ head }, rows] = await Promise.all([fileHead(ctx, query.ref), gatherTimeline(ctx, query)])
  const names = namesIn(ctx, head.id, rows)
  const shown = rows.items.slice(0, pageItems)
  const last = shown.at(-1)
  return {
    head,
    items: shown.map((row) => present(ctx, head.id, { row, names })),
    earlier: rows.items.length > pageItems && last ? `${last.recorded}~${last.id}` : null,
    today: dayIn(ctx.now, ctx.actor.timeZone),
  }
})

export type TimelineItem = Awaited<ReturnType<typeof readTimeline>>['items'][number]
