/** What a text says of one date: digits, `X` for an unspecified one, a season as EDTF's number. */
export type DateParts = { year?: string; month?: string; day?: string; season?: string }

/** `ambiguous` where the text can mean two dates. */
export type Reading = DateParts | 'ambiguous' | undefined

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const dayWord = '(\\d{1,2})(?:st|nd|rd|th)?'
const seasons: Record<string, string> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
  봄: '21',
  여름: '22',
  가을: '23',
  겨울: '24',
}

type Reader = [RegExp, (found: (string | undefined)[]) => Reading]

const readers: Reader[] = [
  [/^(\d{4})[-./ ] ?(\d{1,2})[-./ ] ?(\d{1,2})\.?$/, ([, year, month, day]) => ({ year, month, day })],
  [/^(\d{4})[-./] ?(\d{1,2})\.?$/, ([, year, month]) => ({ year, month })],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, year, month, day]) => ({ year, month, day })],
  [/^(\d{4})\.?$/, ([, year]) => ({ year })],
  [/^(\d{1,2})[-./ ] ?(\d{1,2})[-./ ] ?(\d{4})$/, ([, first, second, year]) => eitherOrder({ first, second, year })],
  [/^(\d{1,2})[-./](\d{4})$/, ([, month, year]) => ({ year, month })],
  [/^(?:\d{1,2}[-./] ?\d{1,2}(?:[-./] ?\d{1,2})?|\d{6})\.?$/, () => 'ambiguous'],
  [/^'?\d{2}(?:년|'?s$|년대)/, () => 'ambiguous'],
  [/^(?:(\d{4})년)? ?(?:(\d{1,2})월)? ?(?:(\d{1,2})일)?$/, ([, year, month, day]) => ({ year, month, day })],
  [/^(\d{2})00(?:'?s|년대) ?\((?:century|세기)\)$/, ([, century]) => ({ year: `${century}XX` })],
  [/^(\d{3})0(?:'?s|년대) ?\((?:decade|10년간)\)$/, ([, decade]) => ({ year: `${decade}X` })],
  [/^(?!2000)\d{2}00(?:'?s|년대)$/, () => 'ambiguous'],
  [/^(\d{3})0(?:'?s|년대)$/, ([, decade]) => ({ year: `${decade}X` })],
  [
    new RegExp(`^${monthWord}(?:[ -]?${dayWord})?(?:,? ?(\\d{4}))?$`),
    ([, month, day, year]) => ({ year, month: monthNumber(month), day }),
  ],
  [
    new RegExp(`^${dayWord}(?: of)?[ ./-]?${monthWord}(?:[, ./-]+(\\d{4}))?$`),
    ([, day, month, year]) => ({ year, month: monthNumber(month), day }),
  ],
  [new RegExp(`^${monthWord}(?: of|[./-])? ?(\\d{4})$`), ([, month, year]) => ({ year, month: monthNumber(month) })],
  [
    new RegExp(`^(\\d{4})[, ./-]+${monthWord}(?:[ ./-]*${dayWord})?$`),
    ([, year, month, day]) => ({ year, month: monthNumber(month), day }),
  ],
  [
    /^(spring|summer|autumn|fall|winter)(?: of| in)?,? (\d{4})$/,
    ([, season, year]) => ({ year, season: seasons[season ?? ''] }),
  ],
  [
    /^(\d{4})년? ?(spring|summer|autumn|fall|winter|봄|여름|가을|겨울)$/,
    ([, year, season]) => ({ year, season: seasons[season ?? ''] }),
  ],
  [new RegExp(`^${dayWord}$`), ([, day]) => ({ day })],
]

/** Reads one date, already spelled plainly and freed of words around it; undefined where it is none. */
export function readParts(text: string): Reading {
  for (const [shape, read] of readers) {
    const found = shape.exec(text)
    if (found && text !== '') return read([...found])
  }
  return undefined
}

function monthNumber(word: string | undefined): string {
  return String(monthNames.indexOf((word ?? '').slice(0, 3)) + 1)
}

type Order = { first: string | undefined; second: string | undefined; year: string | undefined }

function eitherOrder({ first, second, year }: Order): Reading {
  if (first !== second && Number(first) <= 12 && Number(second) <= 12) return 'ambiguous'
  return Number(second) > 12 ? { year, month: first, day: second } : { year, month: second, day: first }
}
