import { expect, test } from 'vitest'
import { coveringConsent } from '@/lib/consents/covering-consent'
import type { ConsentRow } from '@/lib/consents/standing-consents'
import { coverageOf, missingIn } from '@/lib/interventions/coverage'
import { interventionStates, interventionTypes, mechanisms } from '@/lib/interventions/interventions'
import { mayStep } from '@/lib/interventions/may-step'
import { goesTo, scopesOf } from '@/lib/interventions/scopes'

const now = new Date('2026-03-01T00:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

const word = (given: Partial<ConsentRow> & { days: number }): ConsentRow => ({
  id: `${given.givenBy ?? 'sister'} ${given.days}`,
  givenBy: 'sister',
  scope: 'UN_SP',
  capacity: 'NEXT_OF_KIN_SUBJECT_UNREACHABLE',
  decision: 'granted',
  recordedAt: ago(given.days),
  ...given,
})

const asked = { scope: 'UN_SP', subjectId: 'subject', now } as const
const covers = (...words: ConsentRow[]) => coveringConsent(words, asked)?.id ?? null

test('the newest word of anybody decides, and the person’s own outweighs every other', () => {
  expect(covers(word({ days: 9 }))).toBe('sister 9')
  expect(covers(word({ days: 9 }), word({ days: 3, decision: 'withdrawn' }))).toBeNull()
  expect(covers(word({ days: 9 }), word({ days: 3, givenBy: 'brother', decision: 'refused' }))).toBeNull()
  expect(covers(word({ days: 9, givenBy: 'brother', decision: 'refused' }), word({ days: 3 }))).toBe('sister 3')
  expect(covers(word({ days: 9, givenBy: 'subject', decision: 'refused' }), word({ days: 3 }))).toBeNull()
  expect(covers(word({ days: 9, givenBy: 'subject' }), word({ days: 3, decision: 'refused' }))).toBe('subject 9')
  expect(covers(word({ days: 9, scope: 'UN_WGAD' }))).toBeNull()
  expect(covers(word({ days: 9 }), word({ days: 1, decision: 'lapsed' }))).toBeNull()
})

test('leave on vital interest alone counts for thirty days', () => {
  expect(covers(word({ days: 29, capacity: 'NONE_VITAL_INTEREST' }))).toBe('sister 29')
  expect(covers(word({ days: 30, capacity: 'NONE_VITAL_INTEREST' }))).toBeNull()
})

test('an override covers the purposes it names until somebody says no', () => {
  const told = { mechanism: 'SPECIAL_PROCEDURES', fields: ['name'] } as const
  const missing = (words: ConsentRow[], scopes: string[]) =>
    missingIn(coverageOf(told, { words, subjectId: 'subject', override: { scopes, decidedAt: ago(5) }, now }))
  expect(missing([], [])).toEqual(['UN_SP', 'NAME_TO_ACCUSED_STATE'])
  expect(missing([], ['UN_SP'])).toEqual(['NAME_TO_ACCUSED_STATE'])
  expect(missing([], ['UN_SP', 'NAME_TO_ACCUSED_STATE'])).toEqual([])
  expect(missing([word({ days: 9, decision: 'refused' })], ['UN_SP', 'NAME_TO_ACCUSED_STATE'])).toEqual([])
  expect(missing([word({ days: 4, decision: 'withdrawn' })], ['UN_SP', 'NAME_TO_ACCUSED_STATE'])).toEqual(['UN_SP'])
})

test('a name is allowed apart from what happened: to the state it accuses, and to the press', () => {
  expect(scopesOf('WGAD', 'circumstances')).toEqual(['UN_WGAD'])
  expect(scopesOf('WGAD', 'name')).toEqual(['UN_WGAD', 'NAME_TO_ACCUSED_STATE'])
  expect(scopesOf('MEDIA', 'whereabouts')).toEqual(['MEDIA_ANON'])
  expect(scopesOf('MEDIA', 'photo')).toEqual(['MEDIA_NAMED', 'PHOTO_VOICE'])
  expect(scopesOf('UNHCR', 'name')).toEqual(['SHARE_UNHCR'])
})

test('every kind goes to a body, and every body takes a kind', () => {
  for (const type of interventionTypes)
    expect(
      mechanisms.some((body) => goesTo(type, body)),
      type,
    ).toBe(true)
  for (const body of mechanisms)
    expect(
      interventionTypes.some((type) => goesTo(type, body)),
      body,
    ).toBe(true)
})

test('whatever is done, nothing is out that was not approved first, and what is over stays so', () => {
  const before = (to: (typeof interventionStates)[number]) => interventionStates.filter((from) => mayStep(from, to))
  expect(before('approved')).toEqual(['draft'])
  expect(before('submitted')).toEqual(['approved'])
  expect(before('replied')).not.toContain('approved')
  for (const to of interventionStates)
    for (const over of ['closed', 'withdrawn'] as const) expect(mayStep(over, to)).toBe(false)
})
