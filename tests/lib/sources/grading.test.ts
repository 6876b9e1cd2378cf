import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gradeOf, independentOrigins, isProbable, mayConfirm, newReliability, type Voice } from '@/lib/sources/grading'
import { credibilities, reliabilities, stances } from '@/lib/sources/sources'

const daughter: Voice = { originGroup: 'daughter', reliability: 'C', stance: 'asserts' }
const sister: Voice = { originGroup: 'daughter', reliability: 'B', stance: 'asserts' }
const pastor: Voice = { originGroup: 'pastor', reliability: 'B', stance: 'asserts' }

test('a new source starts at F, and a grade is its letter and the item’s figure', () => {
  expect(newReliability).toBe('F')
  expect(gradeOf('B', '2')).toBe('B2')
  expect(credibilities.filter(isProbable)).toEqual(['1', '2'])
})

test('two relatives who repeat one daughter are one independent origin and confirm nothing', () => {
  expect(independentOrigins([daughter, sister])).toBe(1)
  expect(mayConfirm([daughter, sister])).toBe(false)
  expect(mayConfirm([daughter, pastor])).toBe(true)
})

test('sources nobody can judge confirm nothing, and a denial is no assertion', () => {
  const unjudged = [daughter, pastor].map((voice) => ({ ...voice, reliability: 'F' as const }))
  expect(mayConfirm(unjudged)).toBe(false)
  expect(mayConfirm([daughter, { ...pastor, stance: 'denies' }])).toBe(false)
})

test('hearing the same origin again never adds independence', () => {
  const voice = fc.record({
    originGroup: fc.constantFrom('a', 'b', 'c'),
    reliability: fc.constantFrom(...reliabilities),
    stance: fc.constantFrom(...stances),
  })
  fc.assert(
    fc.property(fc.array(voice, { minLength: 1 }), (voices) => {
      expect(independentOrigins([...voices, ...voices])).toBe(independentOrigins(voices))
      if (mayConfirm(voices)) expect(independentOrigins(voices)).toBeGreaterThanOrEqual(2)
    }),
  )
})
