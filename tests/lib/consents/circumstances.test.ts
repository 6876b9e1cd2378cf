import { expect, test } from 'vitest'
import { readCircumstances } from '@/lib/consents/circumstances'

test('what was stored of a consent is read back as what was said', () => {
  const said = { language: '한국어', limits: 'Nothing to newspapers.', assent: false }
  expect(readCircumstances(JSON.stringify(said))).toEqual(said)
})

test('nothing stored is nothing said', () => {
  expect(readCircumstances(null)).toEqual({})
})
