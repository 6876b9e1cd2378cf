import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from '@/lib/csv'

const dangerous = /^[\s"]*[=+\-@\t\r]|^[\t\r]/
const nasty = fc.array(
  fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    ' ',
    '"',
    "'",
    ',',
    ';',
    '|',
    '\u00a0',
    '＝',
    '\ufeff',
    'a',
    '가',
  ),
)
const cell = fc.oneof(
  nasty.map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.constant('=cmd|calc'),
)

/** RFC 4180 §2 read letter by letter; `comma` stands for what a spreadsheet of another locale takes for one. */
function read(text: string, comma = ','): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let value = ''
  let inside = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (inside && letter === '"' && text.charAt(at + 1) === '"') {
      value += '"'
      at += 1
    } else if (letter === '"' && (inside || value === '')) inside = !inside
    else if (!inside && (letter === comma || letter === '\r' || letter === '\n')) {
      record.push(value)
      value = ''
      if (letter === comma) continue
      if (letter === '\r' && text.charAt(at + 1) === '\n') at += 1
      records.push(record)
      record = []
    } else value += letter
  }
  return records
}

const unguarded = (value: string) =>
  /^'[\s\u200b-\u200d\u2060\ufeff"']*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? value.slice(1) : value

test('no cell begins as a formula, whatever was typed, also behind spaces and quotes', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      for (const value of read(csvRow(cells)).flat()) expect(value).not.toMatch(dangerous)
    }),
    { numRuns: 2000 },
  )
})

test('no cell begins as a formula in a spreadsheet that splits at semicolons, tabs or bars', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(';', '\t', '|'), (cells, comma) => {
      const [first] = read(csvRow([cells.join(';')]), comma).flat()
      expect(first).not.toMatch(dangerous)
      expect(read(csvRow([cells.join(comma)]), comma).flat()).toHaveLength(1)
    }),
    { numRuns: 2000 },
  )
})

test('a row is one record of as many cells, and each gives its text back', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      expect(read(csvRow(cells)).map((record) => record.map(unguarded))).toEqual([cells])
    }),
    { numRuns: 2000 },
  )
})

test('ordinary text is written as it is', () => {
  expect(csvRow(['Kim Cheol-ok', '김철옥', 25, null, '2023-04', 'a = b'])).toBe(
    'Kim Cheol-ok,김철옥,25,,2023-04,a = b\r\n',
  )
  expect(csvRow(['two\nlines', 'a "word"', 'one, two'])).toBe('"two\nlines","a ""word""","one, two"\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['+82 10', "'+82 10"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['  =1', "'  =1"],
  ['"=1', '"\'""=1"'],
  ["'=1", "''=1"],
  ['＝1', "'＝1"],
])('the cell %j is written %j', (typed, written) => {
  expect(csvRow([typed])).toBe(`${written}\r\n`)
})

test('a number that is none is refused', () => {
  expect(() => csvRow([Number.NaN])).toThrow(RangeError)
  expect(csvRow([-5])).toBe("'-5\r\n")
})
