import { describe, expect, test } from 'vitest'
import { parseEdtf, serialiseEdtf } from '@/lib/dates/edtf'
import { fromEdtf, readEdtf } from '@/lib/dates/from-edtf'

// The examples of the Library of Congress EDTF specification (4 February 2019; ISO 8601-2:2019), levels 0 and 1.
const published: [string, string | null, string | null][] = [
  ['1985-04-12', '1985-04-12', '1985-04-12'],
  ['1985-04', '1985-04-01', '1985-04-30'],
  ['1985', '1985-01-01', '1985-12-31'],
  ['1964/2008', '1964-01-01', '2008-12-31'],
  ['2004-06/2006-08', '2004-06-01', '2006-08-31'],
  ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-02-28'],
  ['2004-02-01/2005', '2004-02-01', '2005-12-31'],
  ['2005/2006-02', '2005-01-01', '2006-02-28'],
  ['2001-21', '2001-03-01', '2001-05-31'],
  ['1984?', '1984-01-01', '1984-12-31'],
  ['2004-06~', '2004-06-01', '2004-06-30'],
  ['2004-06-11%', '2004-06-11', '2004-06-11'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2004-XX', '2004-01-01', '2004-12-31'],
  ['1985-04-XX', '1985-04-01', '1985-04-30'],
  ['1985-XX-XX', '1985-01-01', '1985-12-31'],
  ['1985-04-12/..', '1985-04-12', null],
  ['1985-04/..', '1985-04-01', null],
  ['1985/..', '1985-01-01', null],
  ['../1985-04-12', null, '1985-04-12'],
  ['../1985-04', null, '1985-04-30'],
  ['../1985', null, '1985-12-31'],
  ['1985-04-12/', '1985-04-12', null],
  ['1985-04/', '1985-04-01', null],
  ['1985/', '1985-01-01', null],
  ['/1985-04-12', null, '1985-04-12'],
  ['/1985-04', null, '1985-04-30'],
  ['/1985', null, '1985-12-31'],
  ['1984~/2004-06', '1984-01-01', '2004-06-30'],
  ['1984/2004-06~', '1984-01-01', '2004-06-30'],
  ['1984?/2004%', '1984-01-01', '2004-12-31'],
  ['1984-06-02?/2004-08-08~', '1984-06-02', '2004-08-08'],
]

test.each(published)(
  'the published example %s is read within %s and %s and written back as it was',
  (edtf, from, to) => {
    const date = fromEdtf(edtf)
    expect([date.edtf, date.from, date.to]).toEqual([edtf, from, to])
    const parsed = parseEdtf(edtf)
    expect(parsed.ok && serialiseEdtf(parsed.value)).toBe(edtf)
  },
)

test.each([
  ['1985-04-12T23:20:30', 'a time of day is an instant, not a partial date'],
  ['Y170000002', 'years beyond four digits are left out'],
  ['-1985', 'years before 1 are left out'],
  ['156X-12-25', 'unspecified digits inside a date are level 2'],
  ['2004-06-~11', 'qualifying one part is level 2'],
  ['[1667,1668]', 'sets are level 2'],
  ['../..', 'an interval without any end says nothing'],
  ['/', 'an interval without any end says nothing'],
  ['2004-XX-12', 'a day of an unknown month'],
  ['19850412', 'the basic format is not permitted'],
])('%s is not taken: %s', (edtf) => {
  expect(readEdtf(edtf)).toEqual({ ok: false, reason: 'not-a-date' })
})

test.each([
  '2023-02-29',
  '2023-13',
  '2023-00',
  '2023-04-31',
  '2023-04-00',
  '0000',
  '2001-25',
  '2001-21-01',
  '2012/2010',
])('%s has the form of a date and cannot be', (edtf) => {
  expect(readEdtf(edtf)).toEqual({ ok: false, reason: 'impossible-date' })
})

test('29 February is a day of leap years alone, 1900 not among them', () => {
  expect(readEdtf('2024-02-29').ok).toBe(true)
  expect(readEdtf('2000-02-29').ok).toBe(true)
  expect(readEdtf('1900-02-29').ok).toBe(false)
})

describe('seasons are those of the northern hemisphere', () => {
  test.each([
    ['2010-21', '2010-03-01', '2010-05-31'],
    ['2010-22', '2010-06-01', '2010-08-31'],
    ['2010-23', '2010-09-01', '2010-11-30'],
    ['2010-24', '2010-12-01', '2011-02-28'],
    ['9999-24', '9999-12-01', '9999-12-31'],
  ])('%s', (edtf, from, to) => {
    expect(fromEdtf(edtf)).toMatchObject({ from, to, precision: 'season' })
  })
})

test('the precision and the qualifiers of a date are read from it', () => {
  expect(fromEdtf('2023-04-09').precision).toBe('day')
  expect(fromEdtf('2023-04-XX').precision).toBe('month')
  expect(fromEdtf('2023-XX').precision).toBe('year')
  expect(fromEdtf('201X').precision).toBe('decade')
  expect(fromEdtf('20XX').precision).toBe('century')
  expect(fromEdtf('2010/2012~')).toMatchObject({ precision: 'interval', approximate: true, uncertain: false })
  expect(fromEdtf('2010%')).toMatchObject({ approximate: true, uncertain: true })
})

test('a stored text that is no EDTF date is an error without the text in it', () => {
  expect(() => fromEdtf('김철옥')).toThrow(/^not an EDTF date of levels 0 and 1$/)
})
