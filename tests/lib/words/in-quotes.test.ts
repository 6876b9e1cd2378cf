import { expect, test } from 'vitest'
import { inQuotes } from '@/lib/words/in-quotes'

test.each(['“Tomorrow.”', '"Tomorrow."', '‘Tomorrow.’', '「내일」', '『내일』', '«Завтра»'])(
  '%s brings its marks along and gets no second pair',
  (words) => {
    expect(inQuotes(words)).toBe(words)
  },
)

test.each(['내일이라고 했다.', '“Go,” she said', 'he said “no”', '“'])('%s is put between marks', (words) => {
  expect(inQuotes(words)).toBe(`“${words}”`)
})
