import { boundsOf, isInterval, isSeason, parseEdtf, serialiseEdtf, type Edtf, type EdtfDate } from './edtf'
import { yes, type Answer, type PartialDate, type Precision } from './partial-date'

/** Reads strict EDTF (levels 0 and 1, see `parseEdtf`) into a partial date. */
export function readEdtf(text: string): Answer<PartialDate> {
  const parsed = parseEdtf(text)
  return parsed.ok ? yes(partialDateOf(parsed.value)) : parsed
}

/** The partial date of an EDTF text that was checked when it was stored; throws RangeError where it is not one. */
export function fromEdtf(text: string): PartialDate {
  const read = readEdtf(text)
  if (!read.ok) throw new RangeError('not an EDTF date of levels 0 and 1')
  return read.value
}

export function partialDateOf(edtf: Edtf): PartialDate {
  const dates = isInterval(edtf) ? [edtf.start, edtf.end].filter((end) => typeof end !== 'string') : [edtf]
  return {
    edtf: serialiseEdtf(edtf),
    ...boundsOf(edtf),
    precision: isInterval(edtf) ? 'interval' : precisionOf(edtf),
    approximate: dates.some((date) => date.qualifier === '~' || date.qualifier === '%'),
    uncertain: dates.some((date) => date.qualifier === '?' || date.qualifier === '%'),
  }
}

function precisionOf(date: EdtfDate): Precision {
  if (isSeason(date)) return 'season'
  if (date.year.endsWith('XX')) return 'century'
  if (date.year.endsWith('X')) return 'decade'
  if (date.month === undefined || date.month === 'XX') return 'year'
  return date.day === undefined || date.day === 'XX' ? 'month' : 'day'
}
