import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawRef, parseRef } from '@/lib/cases/ref'

const random = (count: number) => new Uint8Array(randomBytes(count))
const signs = [...'0123456789ACDEFGHJKMNPQRTVWXY']
const bytes = fc.infiniteStream(fc.integer({ min: 0, max: 255 }))
const ref = fc
  .tuple(bytes, fc.constantFrom(5 as const, 6 as const))
  .map(([stream, count]) => drawRef((n) => Uint8Array.from({ length: n }, () => Number(stream.next().value)), count))

/** Where the random and check signs of a ref stand, the V and the dashes left out. */
function places(text: string) {
  return [...text].map((sign, index) => (index > 0 && sign !== '-' ? index : -1)).filter((index) => index >= 0)
}

test('a ref has the written form and reads back as itself', () => {
  fc.assert(
    fc.property(ref, (text) => {
      expect(text).toMatch(/^V-[0-9A-Z]{3}-[0-9A-Z]{2,3}$/)
      expect(parseRef(text)).toBe(text)
    }),
  )
})

test('no ref holds a sign that is easily taken for another', () => {
  fc.assert(
    fc.property(ref, (text) => {
      expect(text.slice(2)).not.toMatch(/[OILZSBU]/)
    }),
  )
})

test('any one wrong sign is found', () => {
  fc.assert(
    fc.property(ref, fc.nat(), fc.constantFrom(...signs), (text, nth, sign) => {
      const place = places(text)[nth % places(text).length] ?? 0
      fc.pre(text[place] !== sign)
      expect(parseRef(text.slice(0, place) + sign + text.slice(place + 1))).toBeNull()
    }),
    { numRuns: 3000 },
  )
})

test('any two exchanged signs are found, neighbours or not', () => {
  fc.assert(
    fc.property(ref, fc.nat(), fc.nat(), (text, first, second) => {
      const spots = places(text)
      const a = spots[first % spots.length] ?? 0
      const b = spots[second % spots.length] ?? 0
      const letters = [...text]
      fc.pre(letters[a] !== letters[b])
      ;[letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? '']
      expect(parseRef(letters.join(''))).toBeNull()
    }),
    { numRuns: 3000 },
  )
})

test('a ref said aloud or copied carelessly is understood', () => {
  const text = drawRef(random)
  const body = text.slice(2)
  for (const typed of [
    text.toLowerCase(),
    ` ${text} `,
    text.replaceAll('-', ''),
    text.replaceAll('-', ' '),
    text.replaceAll('-', '–'),
    body,
    body.replace('-', ''),
    text.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('5', 'S').replaceAll('8', 'B'),
  ]) {
    expect(parseRef(typed)).toBe(text)
  }
})

test.each(['', 'V', 'V-', 'V-7K3-M', 'V-7K3-MQ4A', 'Z-7K3-MQ', '김철옥', 'V-7K3-M*', `V-${'7'.repeat(1000)}`])(
  '"%s" is no ref',
  (typed) => {
    expect(parseRef(typed)).toBeNull()
  },
)

test('refs are drawn evenly: each sign stands in each place about as often', () => {
  const counts = new Map<string, number>()
  const draws = 29 * 400
  for (let index = 0; index < draws; index += 1) {
    for (const [place, sign] of [...drawRef(random).replaceAll('-', '').slice(1)].entries()) {
      counts.set(`${place}${sign}`, (counts.get(`${place}${sign}`) ?? 0) + 1)
    }
  }
  expect(counts.size).toBe(29 * 5)
  for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(140)
})
