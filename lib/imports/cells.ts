import { addDays } from '@/lib/dates/calendar'

const builtInDates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]

/** Whether a number format shows a day: those of ECMA-376 part 1 §18.8.30, and any of its own with a year or a day in it. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.includes(id)
  return /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}

/** The place of a cell by its name, A1 being 0; null where it has none. */
export function columnOf(name: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(name)?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The day a serial number means, as YYYY-MM-DD; days are counted from the end of 1899, with a 29 February 1900 that never was. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial)) return ''
  return addDays('1899-12-30', Math.floor(serial) + (from1904 ? 1462 : 0))
}
