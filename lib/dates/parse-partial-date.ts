import { weekdayOf } from './calendar'
import { readParts, type DateParts } from './date-parts'
import { readEdtf } from './from-edtf'
import { no, yes, type Answer, type PartialDate } from './partial-date'
import { readRelative } from './relative-parts'
import { spelled } from './spelling'
import { trimmed, type Trimmed } from './trimmed'

export type ParseOptions = { today?: string }

const charactersMax = 100
const unknownWords =
  /^(?:(?:an? )?unknown(?: date)?|not known|(?:i )?(?:don't|do not) know|not sure|n\/?a|\?+|모름|모른다|모르겠(?:음|어요|다)|미상|불명|알 수 없(?:음|는 날)|불상|不明|不详)$/
const ranges = [
  /^between (.+?) and (.+)$/,
  /^(.+?)(?:와|과|에서) ?(.+?) ?사이에?$/,
  /^(.+?) ?부터 (.+?)(?: ?까지)?$/,
  /^(?:from )?(.+?) (?:to|until|till|through|thru) (.+)$/,
  /^(.+?) ?~ ?(.+?)(?: ?까지)?$/,
  /^(.+?) - (.+)$/,
  /^([^-]+)-([^-]+)$/,
]
const before = [
  /^(?:before|until|till|up to|no later than|prior to) (.+)$/,
  /^(.+) or (?:earlier|before)$/,
  /^(.+?) ?(?:이전|전|까지)에?$/,
]
const after = [
  /^(?:after|since|from|no earlier than) (.+)$/,
  /^(.+) (?:or later|or after|onwards?)$/,
  /^(.+?) ?(?:이후|이래|후|부터)에?$/,
]

/**
 * Reads a date as people write it, in English or Korean, into EDTF levels 0 and 1 (see `parseEdtf`). It never claims
 * more than was said: "early 2010" is 2010, "before 2010" and "after 2010" include 2010 itself.
 * `today` (YYYY-MM-DD) is what "yesterday" and "3일 전" count from; without it they are no dates.
 * Refuses with `ambiguous-date` what can be two dates (04/05/2023, a month without its year, 2010-21),
 * `impossible-date` (30 February, an interval that runs backwards, a weekday that the day was not),
 * `unknown-date` ("모름"), and `not-a-date`.
 */
export function parsePartialDate(text: string, options: ParseOptions = {}): Answer<PartialDate> {
  if (text.length > charactersMax) return no('not-a-date')
  const plain = spelled(text)
  if (!plain.ok) return plain
  if (unknownWords.test(plain.value)) return no('unknown-date')
  if (/^\d{4}-2[1-4]$/.test(plain.value)) return no('ambiguous-date')
  const strict = readEdtf(plain.value.toUpperCase())
  if (strict.ok || strict.reason !== 'not-a-date') return strict
  const one = readSide(plain.value, options)
  if (one.parts) return finished(one)
  if (one.ambiguous) return no('ambiguous-date')
  return readRange(plain.value, options)
}

type Side = Trimmed & { parts?: DateParts; ambiguous?: boolean }

function readSide(text: string, { today }: ParseOptions): Side {
  const whole = { text, approximate: false, uncertain: false, unspecified: {} }
  const side = trimmed(text)
  for (const wording of today === undefined ? [] : [whole, side]) {
    const relative = readRelative(wording.text, today ?? '')
    if (relative) return { ...wording, ...relative, approximate: wording.approximate || relative.approximate }
  }
  const parts = readParts(side.text)
  return parts === 'ambiguous' ? { ...side, ambiguous: true } : { ...side, parts }
}

function readRange(text: string, options: ParseOptions): Answer<PartialDate> {
  if (/^~.|.~$/.test(text)) return no('ambiguous-date')
  for (const shape of ranges) {
    const [, start, end] = shape.exec(text) ?? []
    if (start === undefined || end === undefined) continue
    const answer = readTwo([start, end], options)
    if (answer.ok || answer.reason !== 'not-a-date') return answer
  }
  const earliest = firstMatch(after, text)
  if (earliest !== undefined) return interval(sideText(readSide(earliest, options)), yes('..'))
  const latest = firstMatch(before, text)
  if (latest !== undefined) return interval(yes('..'), sideText(readSide(latest, options)))
  return no('not-a-date')
}

function readTwo(sides: [string, string], options: ParseOptions): Answer<PartialDate> {
  const [start, end] = sides
  if (unknownWords.test(start)) return interval(yes(''), sideText(readSide(end, options)))
  if (unknownWords.test(end)) return interval(sideText(readSide(start, options)), yes(''))
  const first = readSide(start, options)
  const last = readSide(end, options)
  if (first.ambiguous || last.ambiguous) return no('ambiguous-date')
  if (!first.parts || !last.parts) return no('not-a-date')
  const [from, to] = shared(first.parts, last.parts)
  return interval(sideText({ ...first, parts: from }), sideText({ ...last, parts: to }))
}

/** "3 to 5 April 2023" and "2023년 4월~5월" say the month or the year once: the other side borrows it. */
function shared(from: DateParts, to: DateParts): [DateParts, DateParts] {
  if (from.year === undefined && to.year !== undefined) {
    const month = from.month ?? (from.day === undefined ? undefined : to.month)
    return [{ ...from, year: to.year, month }, to]
  }
  if (to.year === undefined && from.year !== undefined) {
    const month = to.month ?? (to.day === undefined ? undefined : from.month)
    return [from, { ...to, year: from.year, month }]
  }
  return [from, to]
}

function interval(start: Answer<string>, end: Answer<string>): Answer<PartialDate> {
  if (!start.ok) return start
  if (!end.ok) return end
  return readEdtf(`${start.value}/${end.value}`)
}

function finished(side: Side): Answer<PartialDate> {
  const text = sideText(side)
  return text.ok ? readEdtf(text.value) : text
}

function sideText({ parts, ambiguous, ...side }: Side): Answer<string> {
  if (ambiguous) return no('ambiguous-date')
  if (!parts) return no('not-a-date')
  if (parts.year === undefined) return no(parts.month === undefined ? 'not-a-date' : 'ambiguous-date')
  if (parts.day !== undefined && parts.month === undefined) return no('ambiguous-date')
  if (Number(parts.month ?? 1) > 12) return no('impossible-date')
  const month = parts.season ?? parts.month?.padStart(2, '0') ?? side.unspecified.month
  const day = parts.day?.padStart(2, '0') ?? side.unspecified.day
  const date = [parts.year, month, day].filter((part) => part !== undefined).join('-')
  const read = readEdtf(date + qualifierOf(side))
  if (!read.ok) return read
  const wrongWeekday = side.weekday !== undefined && parts.day !== undefined && side.weekday !== weekdayOf(date)
  return wrongWeekday ? no('impossible-date') : yes(read.value.edtf)
}

function qualifierOf({ approximate, uncertain }: Trimmed): string {
  if (approximate && uncertain) return '%'
  if (approximate) return '~'
  return uncertain ? '?' : ''
}

function firstMatch(shapes: RegExp[], text: string): string | undefined {
  for (const shape of shapes) {
    const found = shape.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}
