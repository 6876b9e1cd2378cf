import type { Locale } from '@/lib/words/locales'
import { isInterval, isSeason, parseEdtf, type Edtf, type EdtfDate, type EdtfEnd } from './edtf'
import type { PartialDate } from './partial-date'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const seasonWords: Record<Locale, Record<string, string>> = {
  en: { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' },
  ko: { '21': '봄', '22': '여름', '23': '가을', '24': '겨울' },
}
const tellers = {
  en: { date: dateInEnglish, interval: intervalInEnglish },
  ko: { date: dateInKorean, interval: intervalInKorean },
} satisfies Record<Locale, { date: (date: EdtfDate) => string; interval: (start: EdtfEnd, end: EdtfEnd) => string }>

/**
 * The date in words, without loss: `parsePartialDate` reads them back to the same EDTF.
 * An open end is "or later" / "이후", "or earlier" / "이전"; both include the date named.
 */
export function presentPartialDate(date: PartialDate, locale: Locale): string {
  const parsed = parseEdtf(date.edtf)
  return parsed.ok ? presented(parsed.value, locale) : date.edtf
}

function presented(edtf: Edtf, locale: Locale): string {
  const teller = tellers[locale]
  return isInterval(edtf) ? teller.interval(edtf.start, edtf.end) : teller.date(edtf)
}

function intervalInEnglish(start: EdtfEnd, end: EdtfEnd): string {
  const [first, last] = [start, end].map((side) => (typeof side === 'string' ? 'an unknown date' : dateInEnglish(side)))
  if (start === 'open') return `${last} or earlier`
  return end === 'open' ? `${first} or later` : `${first} to ${last}`
}

function intervalInKorean(start: EdtfEnd, end: EdtfEnd): string {
  const [first, last] = [start, end].map((side) => (typeof side === 'string' ? '모름' : dateInKorean(side)))
  if (start === 'open') return `${last} 이전`
  return end === 'open' ? `${first} 이후` : `${first} ~ ${last}`
}

function dateInEnglish(date: EdtfDate): string {
  const about = isApproximate(date) ? 'about ' : ''
  const doubt = isUncertain(date) ? ' (uncertain)' : ''
  return about + plainEnglish(date) + doubt
}

function plainEnglish({ year, month, day, ...date }: EdtfDate): string {
  if (year.endsWith('XX')) return `${year.slice(0, 2)}00s (century)`
  if (year.endsWith('X')) return `${year.slice(0, 3)}0s${isRoundCentury(year) ? ' (decade)' : ''}`
  if (month === undefined) return year
  if (month === 'XX') return `${year} ${day === 'XX' ? '(month and day unknown)' : '(month unknown)'}`
  if (isSeason({ year, month, ...date })) return `${seasonWords.en[month]} ${year}`
  const name = `${months[Number(month) - 1]} ${year}`
  if (day === undefined) return name
  return day === 'XX' ? `${name} (day unknown)` : `${Number(day)} ${name}`
}

function dateInKorean(date: EdtfDate): string {
  return plainKorean(date) + (isApproximate(date) ? '경' : '') + (isUncertain(date) ? '(불확실)' : '')
}

function plainKorean({ year, month, day, ...date }: EdtfDate): string {
  if (year.endsWith('XX')) return `${year.slice(0, 2)}00년대(세기)`
  if (year.endsWith('X')) return `${year.slice(0, 3)}0년대${isRoundCentury(year) ? '(10년간)' : ''}`
  if (month === undefined) return `${year}년`
  if (month === 'XX') return `${year}년${day === 'XX' ? '(월·일 모름)' : '(월 모름)'}`
  if (isSeason({ year, month, ...date })) return `${year}년 ${seasonWords.ko[month]}`
  const name = `${year}년 ${Number(month)}월`
  if (day === undefined) return name
  return day === 'XX' ? `${name}(일 모름)` : `${name} ${Number(day)}일`
}

function isRoundCentury(year: string): boolean {
  return year.endsWith('0X') && year !== '200X'
}

function isApproximate({ qualifier }: EdtfDate): boolean {
  return qualifier === '~' || qualifier === '%'
}

function isUncertain({ qualifier }: EdtfDate): boolean {
  return qualifier === '?' || qualifier === '%'
}
