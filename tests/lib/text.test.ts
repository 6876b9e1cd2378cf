import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { partialDate } from '@/lib/dates/form'
import { Refusal, statuses } from '@/lib/refusal'
import { checkbox, choice, line, prose, uuid, whole } from '@/lib/text'

function answer(schema: z.ZodType, value: unknown) {
  const result = z.object({ field: schema }).safeParse(value === undefined ? {} : { field: value })
  return result.success
    ? { value: result.data.field }
    : { problem: result.error.issues.map(({ message }) => message).join() }
}

const name = line({ max: 10, required: true })
const note = prose({ max: 20 })

describe('a line of text', () => {
  test('is stored composed and trimmed: Hangul typed in separate jamo is the same text', () => {
    expect(answer(name, `  ${'김철옥'.normalize('NFD')} `)).toEqual({ value: '김철옥' })
  })

  test.each([undefined, '', '   ', '\n', null, 7, {}, ['a']])('%j is no answer to a required question', (value) => {
    expect(answer(name, value)).toEqual({ problem: 'required' })
  })

  test.each([undefined, '', '   '])('%j leaves an optional one out', (value) => {
    expect(answer(line({ max: 10 }), value)).toEqual({ value: undefined })
  })

  test.each(['a\u0000b', 'a\nb', 'a\tb', 'a\u001Bb', 'a\u0085b', 'a\u2028b', 'a\uD800b'])(
    '%j holds control characters',
    (text) => {
      expect(answer(name, text)).toEqual({ problem: 'control-characters' })
    },
  )

  test.each([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'])('%j turns the direction of text', (sign) => {
    expect(answer(name, `a${sign}b`)).toEqual({ problem: 'bidi-characters' })
    expect(answer(note, `a${sign}b`)).toEqual({ problem: 'bidi-characters' })
  })

  test('Arabic and Hebrew, and the marks that only order them, are text like any other', () => {
    expect(answer(name, 'שלום\u200Fعلي')).toEqual({ value: 'שלום\u200Fعلي' })
  })

  test('is limited in characters and in bytes, after composing', () => {
    expect(answer(name, '가'.repeat(10).normalize('NFD'))).toEqual({ value: '가'.repeat(10) })
    expect(answer(name, 'a'.repeat(11))).toEqual({ problem: 'too-long' })
    expect(answer(name, '𠮷'.repeat(7))).toEqual({ value: '𠮷'.repeat(7) })
    expect(answer(name, '𠮷'.repeat(8))).toEqual({ problem: 'too-long' })
    expect(answer(line({ max: 10, bytesMax: 5 }), 'ㄱㄱ')).toEqual({ problem: 'too-long' })
    expect(answer(name, ' '.repeat(5_000_000))).toEqual({ problem: 'too-long' })
  })
})

test('prose keeps its lines and tabs, with one kind of line break', () => {
  expect(answer(note, 'a\r\nb\rc\td\u2028e')).toEqual({ value: 'a\nb\nc\td\ne' })
  expect(answer(note, 'a\u0007b')).toEqual({ problem: 'control-characters' })
  expect(answer(note, undefined)).toEqual({ value: undefined })
})

test('a choice is a word of its list', () => {
  const sex = choice(['F', 'M'], { required: true })
  expect(answer(sex, 'F')).toEqual({ value: 'F' })
  expect(answer(sex, 'toString')).toEqual({ problem: 'not-on-list' })
  expect(answer(sex, ['F'])).toEqual({ problem: 'not-on-list' })
  expect(answer(sex, '')).toEqual({ problem: 'required' })
  expect(answer(choice(['F', 'M']), '')).toEqual({ value: undefined })
})

test('a box is ticked or not', () => {
  expect(answer(checkbox(), 'on')).toEqual({ value: true })
  expect(answer(checkbox(), undefined)).toEqual({ value: false })
  expect(answer(checkbox(), 'off')).toEqual({ value: false })
})

test('an id and a number are what they say', () => {
  const id = '0190c1de-0000-7000-8000-00000000000a'
  expect(answer(uuid({ required: true }), ` ${id.toUpperCase()}`)).toEqual({ value: id })
  expect(answer(uuid({ required: true }), `${id}'--`)).toEqual({ problem: 'not-an-id' })
  expect(answer(uuid(), undefined)).toEqual({ value: undefined })
  const version = whole({ min: 1, max: 100 })
  expect(answer(version, '7')).toEqual({ value: 7 })
  for (const wrong of ['0', '101', '1.5', '1e1', '0x1', 'one', NaN]) {
    expect(answer(version, wrong)).toEqual({ problem: 'not-a-number' })
  }
  expect(answer(version, undefined)).toEqual({ problem: 'required' })
})

test('a date field says what is wrong with a date, and takes "unknown" for no date', () => {
  const past = partialDate({ required: true })
  expect(answer(past, '2023년 4월'.normalize('NFD'))).toMatchObject({ value: { edtf: '2023-04' } })
  expect(answer(past, '2023')).toMatchObject({ value: { edtf: '2023' } })
  expect(answer(past, '2023-02-30')).toEqual({ problem: 'impossible-date' })
  expect(answer(past, '04/05/2023')).toEqual({ problem: 'ambiguous-date' })
  expect(answer(past, 'soon')).toEqual({ problem: 'not-a-date' })
  expect(answer(past, '모름')).toEqual({ problem: 'required' })
  expect(answer(past, '')).toEqual({ problem: 'required' })
  expect(answer(past, 'a\u202Eb')).toEqual({ problem: 'bidi-characters' })
  expect(answer(partialDate(), '모름')).toEqual({ value: undefined })
  expect(answer(partialDate(), undefined)).toEqual({ value: undefined })
})

test('a refusal carries its code and word keys, and its message nothing else', () => {
  const refusal = new Refusal('conflict', { name: 'taken' }, { name: '리은별' })
  expect(refusal.message).toBe('conflict')
  expect(`${refusal}`).toBe('Refusal: conflict')
  expect(statuses[refusal.code]).toBe(409)
})
