import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelKeys, isPhone } from '@/lib/contacts/channel-keys'

const share = (a: string, b: string) => channelKeys(a).some((key) => channelKeys(b).includes(key))

test.each([
  ['+82 10 5555 0101', '010-5555-0101'],
  ['+82 10 5555 0101', '0082 10 5555 0101'],
  ['+86 138 0013 8000', '13800138000'],
  ['+821055550101', '＋８２ １０ ５５５５ ０１０１'],
  ['+850 2 381 1234', '00850 2 3811234'],
  ['Aunt.Of@Example.org', ' aunt.of@example.ORG '],
])('%s and %s are one channel', (a, b) => {
  expect(share(a, b)).toBe(true)
})

test.each([
  ['+82 10 5555 0101', '+82 10 5555 0102'],
  ['+82 10 5555 0101', '+86 10 5555 0101'],
  ['aunt.of', 'aunt.off'],
])('%s and %s are two', (a, b) => {
  expect(share(a, b)).toBe(false)
})

test('a number has figures enough and nothing else in it', () => {
  expect(['+82 10 5555 0101', '381-1234'].map(isPhone)).toEqual([true, true])
  expect(['김철옥', '2021', '12', '1'.repeat(30), 'V-7K3-MQ', ''].map(isPhone)).toEqual(Array(6).fill(false))
})

test('any text has keys that are the same each time, and blanks alone have none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(channelKeys(text)).toEqual(channelKeys(text))
    }),
  )
  expect(channelKeys('  ')).toEqual([])
})
