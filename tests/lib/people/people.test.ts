import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelAfter, channelStates, contactOutcomes } from '@/lib/people/channels'
import { admitRelation, inverseOf, relationships, type Relation } from '@/lib/people/relationships'

test('relationship types come in inverse pairs', () => {
  for (const type of relationships) expect(inverseOf(inverseOf(type))).toBe(type)
  expect(inverseOf('PARENT')).toBe('CHILD')
  expect(inverseOf('LAWYER')).toBe('LAWYER_CLIENT')
  expect(inverseOf('COUSIN')).toBe('COUSIN')
})

test('nobody is related to himself', () => {
  expect(admitRelation([], { from: 'a', to: 'a', type: 'COUSIN' })).toEqual({ to: 'relation-to-oneself' })
})

test('a relationship is said once, whichever end it is told from', () => {
  const mother: Relation = { from: 'mother', to: 'daughter', type: 'PARENT' }
  expect(admitRelation([mother], { from: 'daughter', to: 'mother', type: 'CHILD' })).toEqual({
    type: 'already-there',
  })
  expect(admitRelation([mother], mother)).toEqual({ type: 'already-there' })
  const cousins: Relation = { from: 'x', to: 'y', type: 'COUSIN' }
  expect(admitRelation([cousins], { from: 'y', to: 'x', type: 'COUSIN' })).toEqual({ type: 'already-there' })
  expect(admitRelation([cousins], { from: 'y', to: 'x', type: 'FRIEND' })).toEqual({})
})

test('nobody is made his own ancestor, told from either end', () => {
  const line: Relation[] = [
    { from: 'a', to: 'b', type: 'PARENT' },
    { from: 'c', to: 'b', type: 'CHILD' },
  ]
  expect(admitRelation(line, { from: 'c', to: 'a', type: 'PARENT' })).toEqual({ type: 'parent-cycle' })
  expect(admitRelation(line, { from: 'a', to: 'c', type: 'CHILD' })).toEqual({ type: 'parent-cycle' })
  expect(admitRelation(line, { from: 'a', to: 'c', type: 'GRANDPARENT' })).toEqual({})
})

test('however relationships are added, no line of parents ever comes back to where it began', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const relation = fc.record({ from: person, to: person, type: fc.constantFrom('PARENT', 'CHILD') })
  fc.assert(
    fc.property(fc.array(relation), (wanted) => {
      const kept: Relation[] = []
      for (const next of wanted) if (Object.keys(admitRelation(kept, next)).length === 0) kept.push(next)
      const parents = kept.map(({ from, to, type }) => (type === 'PARENT' ? { from, to } : { from: to, to: from }))
      let left = parents
      for (let size = -1; size !== left.length;) {
        size = left.length
        const current = left
        left = current.filter(({ from }) => current.some(({ to }) => to === from))
      }
      expect(left).toEqual([])
    }),
  )
})

test('a stranger on the line or suspected duress closes a channel, and no later call opens it', () => {
  for (const outcome of ['third_party_answered', 'duress_suspected'] as const) {
    expect(channelAfter(outcome, { state: 'working', failuresBefore: 0 })).toBe('compromised')
    expect(channelAfter(outcome, { state: 'lost', failuresBefore: 0 })).toBe('compromised')
  }
  for (const outcome of contactOutcomes) {
    for (const state of ['compromised', 'do_not_use'] as const) {
      expect(channelAfter(outcome, { state, failuresBefore: 0 })).toBe(state)
    }
  }
})

test('a channel falls silent at the third failure in a row, and works once somebody is reached', () => {
  expect(channelAfter('no_answer', { state: 'working', failuresBefore: 1 })).toBe('working')
  expect(channelAfter('disconnected', { state: 'working', failuresBefore: 2 })).toBe('silent')
  expect(channelAfter('reached', { state: 'silent', failuresBefore: 5 })).toBe('working')
  for (const state of channelStates) {
    expect(channelStates).toContain(channelAfter('no_answer', { state, failuresBefore: 9 }))
  }
})
