import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scriptOf, wholeName } from '@/lib/names/whole-name'

test.each([
  ['리은별', '리은별'.normalize('NFD')],
  ['리은별', ' 리 은별 '],
  ["Ch'oe Ŭn-byŏl", 'choe eunbyol'.replace('eu', 'u')],
  ['RI, Un-byol', 'ri un byol'],
  ['Ri Un‐byŏl', 'Ri Unbyol'],
  ['Ｒｉ　Ｕｎ', 'ri un'],
  ['李银星', '\uF9E1银星'],
  ['金', '\uF90A'],
  ['ＷＥＩẞ', 'weiss'],
  ['Οδυσσέας', 'ΟΔΥΣΣΕΑΣ'],
  ['オウ・シャオユ', 'ｵｳ ｼｬｵﾕ'],
  ['Ch’ŏl-ok', 'Chʼol ok'],
])('%s and %s are one whole name', (a, b) => {
  expect(wholeName(a)).toBe(wholeName(b))
  expect(wholeName(a)).not.toBe('')
})

test.each([
  ['리은별', '이은별'],
  ['Ri Un-byol', 'Un-byol Ri'],
  ['Cheol-ok', 'Chol Ok'],
  ['かき', 'がき'],
  ['王丽', '王麗'],
])('%s and %s are two: equality is exact, likeness is the business of search', (a, b) => {
  expect(wholeName(a)).not.toBe(wholeName(b))
})

test.each(['', ' ', "-'", '???', '…'])('"%s" holds no name', (text) => {
  expect(wholeName(text)).toBe('')
})

test('the normal form of a normal form is itself, however the text was composed', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, (name) => {
      const normal = wholeName(name)
      expect(wholeName(normal)).toBe(normal)
      expect(wholeName(name.normalize('NFD'))).toBe(normal)
      expect(wholeName(name.normalize('NFC'))).toBe(normal)
    }),
    { numRuns: 1500 },
  )
})

test.each([
  ['김철옥', 'Hang'],
  ['김철옥'.normalize('NFD'), 'Hang'],
  ['王丽', 'Hani'],
  ["Ch'ŏl-ok", 'Latn'],
  ['オウ', 'Kana'],
  ['Ким', 'Cyrl'],
  ['김철옥 (Kim)', 'Hang'],
  ['สมชาย', 'Zzzz'],
  ['123', 'Zzzz'],
])('%s is written in %s', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})
