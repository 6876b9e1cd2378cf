import { addDays, addMonths } from './calendar'
import type { DateParts } from './date-parts'

type Unit = 'day' | 'week' | 'month' | 'year'
type Offset = { unit: Unit; count: number }

const words: Record<string, Offset> = {}
const list: [Offset, string[]][] = [
  [{ unit: 'day', count: 0 }, ['today', 'tonight', 'this morning', 'this evening', 'this afternoon', '오늘', '금일']],
  [{ unit: 'day', count: -1 }, ['yesterday', 'last night', '어제', '어젯밤', '간밤', '지난밤']],
  [{ unit: 'day', count: -2 }, ['day before yesterday', 'the day before yesterday', '그제', '그저께', '엊그제']],
  [{ unit: 'day', count: 1 }, ['tomorrow', '내일', '명일']],
  [{ unit: 'day', count: 2 }, ['day after tomorrow', 'the day after tomorrow', '모레', '내일모레']],
  [{ unit: 'month', count: 0 }, ['this month', '이번 달', '이번달', '이달']],
  [{ unit: 'month', count: -1 }, ['last month', '지난달', '지난 달', '저번 달', '저번달']],
  [{ unit: 'month', count: 1 }, ['next month', '다음 달', '다음달']],
  [{ unit: 'year', count: 0 }, ['this year', '올해', '금년']],
  [{ unit: 'year', count: -1 }, ['last year', '작년', '지난해']],
  [{ unit: 'year', count: -2 }, ['재작년']],
  [{ unit: 'year', count: 1 }, ['next year', '내년']],
]
for (const [offset, spellings] of list) for (const spelling of spellings) words[spelling] = offset

const units: Record<string, Unit> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  일: 'day',
  주: 'week',
  주일: 'week',
  달: 'month',
  개월: 'month',
  년: 'year',
}
const ago = /^(\d{1,3}) ?(?:(day|week|month|year)s? ago|(일|주일|주|달|개월|년) ?전)$/

export type RelativeParts = { parts: DateParts; approximate: boolean }

/**
 * Reads "yesterday", "3일 전" and their like against a given today (YYYY-MM-DD), to the precision of the word used:
 * "two months ago" is a month. Weeks count as an approximate day. Undefined where the text is not of this kind.
 */
export function readRelative(text: string, today: string): RelativeParts | undefined {
  const offset = words[text] ?? counted(text)
  if (!offset) return undefined
  const [year, month, day] = moved(today, offset).split('-')
  if (offset.unit === 'year') return { parts: { year }, approximate: false }
  if (offset.unit === 'month') return { parts: { year, month }, approximate: false }
  return { parts: { year, month, day }, approximate: offset.unit === 'week' }
}

function counted(text: string): Offset | undefined {
  const found = ago.exec(text)
  const unit = units[found?.[2] ?? found?.[3] ?? '']
  return found && unit ? { unit, count: -Number(found[1]) } : undefined
}

function moved(today: string, { unit, count }: Offset): string {
  if (unit === 'day') return addDays(today, count)
  if (unit === 'week') return addDays(today, count * 7)
  return addMonths(today, unit === 'month' ? count : count * 12)
}
