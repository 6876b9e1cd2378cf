import { expect, test } from 'vitest'
import { explain } from '@/lib/names/explain'
import { hangulReadings, writingsOf } from '@/lib/names/readings'

test.each([
  ['김철옥', 'Kim Ch’ŏl-ok', 'same-in-mr'],
  ['김철옥', 'Gim Cheol-ok', 'same-in-rr'],
  ['김철옥', 'Kim Chol Ok', 'same-in-dprk'],
  ['김철옥', 'Kim Chel-ok', 'same-in-yale'],
  ['이은별', 'Lee Eunbyul', 'same-in-usual-spelling'],
  ['리은별', '이은별', 'initial-sound-rule'],
  ['金哲玉', '김철옥', 'korean-reading'],
  ['Jin Zheyu', '김철옥', 'mandarin-reading'],
  ['장팅옌', 'Zhang Tingyan', 'mandarin-in-hangul'],
  ['Ким Чхоль Ок', '김철옥', 'cyrillic'],
  ['Chol Ok Kim', '김철옥', 'surname-last'],
  ['김철옥', '김철', 'syllable-missing'],
  ['김철옥', 'KIM CHEOLOK', 'same-in-usual-spelling'],
  ['김철옥', '김 철옥', 'same-writing'],
  ['Muhammad Ali', 'Mohammad Ali', 'alike-letters'],
  ['김철옥', 'Ryang Song-min', 'unlike'],
])('%s and %s: %s', (a, b, reason) => {
  expect(explain(a, b).reasons).toContain(reason)
  expect(explain(b, a).similarity).toBe(explain(a, b).similarity)
})

test('a name is read in Hangul and written in every scheme', () => {
  expect(hangulReadings('Kim Chol Ok')[0]?.hangul).toBe('김철옥')
  expect(hangulReadings('金哲玉')[0]?.hangul).toBe('김철옥')
  expect(hangulReadings('🙂')).toEqual([])
  expect(writingsOf('🙂')).toBeUndefined()
  expect(writingsOf('金哲玉')).toMatchObject({
    romanised: { rr: 'Gim Cheol-ok', mr: "Kim Ch'ŏl-ok", dprk: 'Kim Chŏl-ok', yale: 'Kim Chel-ok' },
    pinyin: 'jin zheyu',
  })
})
