import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from '@/lib/search/excerpt-of'
import { placesOf } from '@/lib/search/places-of'
import { foldedText, wordTests } from '@/lib/search/word-tests'

const stands = (searched: string, text: string) => {
  const tests = wordTests(searched)
  return tests.length > 0 && tests.every((one) => one(foldedText(text)))
}

test.each([
  ['두만강을', '두만강에서 보았다'],
  ['두만강에서는', '두만강 근처'],
  ['언니와', '언니가 전화했다'],
  ['강에서', '강가에 있다'],
  ['rivers', 'held near the River'],
  ['running', 'he runs'],
  ['families', 'The family rang'],
  ['ZOË', 'zoe went'],
  ['Ｊｉｌｉｎ', 'jilin'],
  ['金哲', '姓金哲玉'],
  ['Чхоль', 'Ким Чхольок'],
  ['2021', 'in 2021, March'],
  ['강 river', 'the river 두만강'],
])('%s is found in “%s”', (searched, text) => {
  expect(stands(searched, text)).toBe(true)
})

test.each([
  ['river', 'driver'],
  ['언니', '오빠가 전화했다'],
  ['영도', '영영 모른다'],
  ['river bridge', 'a river'],
  ['21', 'in 2021'],
  ['🌊', 'a wave 🌊'],
])('%s is not found in “%s”', (searched, text) => {
  expect(stands(searched, text)).toBe(false)
})

test('any text can be searched in any other, and a word is found in itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme' }), (searched, text) => {
      expect(typeof stands(searched, text)).toBe('boolean')
      if (wordTests(searched).length > 0) expect(stands(searched, searched)).toBe(true)
    }),
  )
})

test('a province is named in either language by the beginning of its words', () => {
  expect(placesOf('Jilin')).toEqual(['CN-JL'])
  expect(placesOf('지린')).toEqual(['CN-JL'])
  expect(placesOf('함경')).toEqual(['KP-08', 'KP-09'])
  for (const text of ['J', '', '🌊', 'Helong', 'Kim Chol-ok']) expect(placesOf(text), text).toEqual([])
})

test('an excerpt is the sentence in which a searched word stands, a line or two at most', () => {
  const clauses = [{ step: 'first' as const, text: 'rivers' }]
  expect(excerptOf('She rang. They crossed the river by night. Nothing since.', clauses)).toBe(
    'They crossed the river by night.',
  )
  expect([...excerptOf(`river ${'x'.repeat(400)}`, clauses)]).toHaveLength(161)
  expect(excerptOf('', clauses)).toBe('')
})
