import { expect, test } from 'vitest'
import { isWhole } from '@/lib/names/is-whole'

test.each(['김', 'Kim', '金', 'Ri', 'Hwang', '', ' ', '🙂'])('“%s” alone is no whole name and gets no tag', (text) => {
  expect(isWhole(text)).toBe(false)
})

test.each([
  '김철옥',
  '은별',
  'Kim Cheol-ok',
  'Cheolok',
  '金哲玉',
  'Ri Un-byol'.normalize('NFD'),
  '김철옥'.normalize('NFD'),
])('“%s” is one', (text) => {
  expect(isWhole(text)).toBe(true)
})
