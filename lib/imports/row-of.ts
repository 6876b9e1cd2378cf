import { isFuture } from '@/lib/dates/compare'
import { settleDates } from '@/lib/dates/settle-dates'
import { provinceIn, townOf } from '@/lib/places/towns-in'
import { admitEntry } from '@/lib/situations/admit-entry'
import { ImportCase, type Mapping } from './forms'
import { type ImportField, importFields } from './import-fields'
import { readCode } from './read-code'

/** What a row is read against: its columns, and the day and instant at which dates are judged. */
export type Reading = { mapping: Mapping; headings: readonly string[]; today: string; now: Date }

export type RowRead = { ok: true; input: ImportCase } | { ok: false; reasons: string[] }

const isField = (target: string): target is ImportField => importFields.some((field) => field === target)
const yes = /^(?:on|true|yes|y|1|x|o|예|네|확인|是)$/i

/** A cell of several answers in one row: the first that says something is the answer, the others become notes. */
function answersOf(cells: readonly string[], { mapping, headings }: Reading): Record<string, string> {
  const answers: Record<string, string> = {}
  const notes: string[] = []
  mapping.columns.forEach((target, place) => {
    const text = cells[place]?.trim() ?? ''
    if (text === '' || target === '') return
    const isFirst = isField(target) && answers[target] === undefined
    if (isFirst) answers[target] = target === 'confirmed' ? (yes.test(text) ? 'on' : '') : readCode(target, text)
    else notes.push(target === 'account' ? text : `${headings[place] || String(place + 1)}: ${text}`)
  })
  const account = [answers['account'], ...notes].filter((text) => text !== undefined && text !== '').join('\n')
  return { ...answers, account }
}

/** What kind of contact a row without one has: a value that looks like an address is e-mail, any other a telephone. */
const kindOf = (value: string) => (value.includes('@') ? 'email' : 'phone')

const contactKinds = [
  ['contactValue', 'contactKind'],
  ['secondValue', 'secondKind'],
] as const

/** A town in the column of provinces is the place, and a place that names towns of one province lies there. */
function located(answers: Record<string, string>): Record<string, string> {
  const { province, place } = answers
  const town = province === undefined ? null : townOf(province)
  if (town) return { ...answers, province: town.province, place: [place, province].filter(Boolean).join(', ') }
  const within = province === undefined && place !== undefined ? provinceIn(place) : null
  return within ? { ...answers, province: within } : answers
}

function withDefaults(answers: Record<string, string>, { mapping }: Reading): Record<string, string> {
  const { sourceType, distance, situation } = mapping
  const whole: Record<string, string> = { sourceType, distance, situation, ...located(answers) }
  for (const [value, kind] of contactKinds) if (whole[value] !== undefined) whole[kind] ??= kindOf(whole[value])
  return whole
}

/**
 * What one row of a list says, as the form of an urgent call takes it, or every reason why it cannot be taken, each as
 * `field:word`. Cells beyond the last column, and characters that the encoding could not read, are reasons of the row.
 */
export function rowOf(cells: readonly string[], reading: Reading): RowRead {
  const reasons: string[] = []
  if (cells.slice(reading.mapping.columns.length).some((cell) => cell.trim() !== '')) reasons.push('row:more-cells')
  if (cells.some((cell) => cell.includes('\uFFFD'))) reasons.push('row:unreadable')
  const answers = withDefaults(answersOf(cells, reading), reading)
  const parsed = ImportCase.safeParse(settleDates(ImportCase, answers, reading.today))
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0] ?? 'row')}:${issue.message}`)
    return { ok: false, reasons: [...reasons, ...new Set(problems)] }
  }
  const input = parsed.data
  for (const [field, word] of Object.entries(admitEntry([], input, reading.now))) reasons.push(`${field}:${word}`)
  if (input.birth && isFuture(input.birth, reading.now)) reasons.push('birth:future-date')
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, input }
}
