import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { boxHeight, boxWidth, familyTree } from '@/lib/people/family-tree'
import { generationsOf, relationTo } from '@/lib/people/generations'
import { birthsOf, isParentTooYoung } from '@/lib/people/is-parent-too-young'
import { type Relation, admitRelation } from '@/lib/people/relationships'

const family: Relation[] = [
  { from: 'mother', to: 'subject', type: 'PARENT' },
  { from: 'subject', to: 'father', type: 'CHILD' },
  { from: 'husband', to: 'subject', type: 'SPOUSE' },
  { from: 'daughter', to: 'subject', type: 'CHILD' },
  { from: 'husband', to: 'daughter', type: 'PARENT' },
  { from: 'brother', to: 'subject', type: 'SIBLING' },
  { from: 'cousin', to: 'subject', type: 'COUSIN' },
  { from: 'grandmother', to: 'mother', type: 'PARENT' },
]

test('parents stand one row above, partners and siblings beside, children one row below', () => {
  const { generations } = generationsOf('subject', family)
  expect(Object.fromEntries(generations)).toEqual({
    subject: 0,
    mother: -1,
    father: -1,
    husband: 0,
    daughter: 1,
    brother: 0,
    grandmother: -2,
  })
})

test('whoever no parent, child, partner or sibling joins to the subject is left to the list', () => {
  const { boxes, undrawn } = familyTree('subject', family)
  expect(boxes.map(({ id }) => id)).not.toContain('cousin')
  expect(undrawn).toEqual([6])
})

test('a subject alone is a tree of one box', () => {
  const { boxes, lines, width } = familyTree('subject', [])
  expect(boxes.map(({ id }) => id)).toEqual(['subject'])
  expect([lines, width]).toEqual([[], boxWidth])
})

test('what somebody is to the subject is said from their own end', () => {
  expect(relationTo('subject', 'father', family)).toBe('PARENT')
  expect(relationTo('subject', 'daughter', family)).toBe('CHILD')
  expect(relationTo('subject', 'grandmother', family)).toBeNull()
})

const people = ['subject', 'a', 'b', 'c', 'd', 'e', 'f', 'g']
const anyone = fc.constantFrom(...people)
const types = fc.constantFrom('PARENT', 'CHILD', 'SPOUSE', 'PARTNER', 'SIBLING', 'COUSIN', 'FRIEND')
const someFamily = fc.array(fc.record({ from: anyone, to: anyone, type: types }), { maxLength: 20 }).map((wanted) => {
  const kept: Relation[] = []
  for (const next of wanted) if (Object.keys(admitRelation(kept, next)).length === 0) kept.push(next)
  return kept
})

test('in whatever family, no two boxes meet, nobody is drawn twice and every box lies in the picture', () => {
  fc.assert(
    fc.property(someFamily, (relations) => {
      const { boxes, width, height } = familyTree('subject', relations)
      expect(new Set(boxes.map(({ id }) => id)).size).toBe(boxes.length)
      for (const [place, one] of boxes.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.x + boxWidth <= width && one.y + boxHeight <= height).toBe(true)
        for (const other of boxes.slice(place + 1)) {
          const apart = Math.abs(one.x - other.x) >= boxWidth || Math.abs(one.y - other.y) >= boxHeight
          expect(apart).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('in whatever family, every line of a child leads one row down, and every relation is drawn, implied or listed', () => {
  fc.assert(
    fc.property(someFamily, (relations) => {
      const { boxes, lines, undrawn, width } = familyTree('subject', relations)
      const rows = new Map(boxes.map(({ id, generation }) => [id, generation]))
      for (const { kind, index, corners } of lines) {
        expect(corners.every(([x]) => x >= 0 && x <= width)).toBe(true)
        const { from = '', to = '', type } = relations[index] ?? {}
        const [parent, child] = type === 'CHILD' ? [to, from] : [from, to]
        const step = (rows.get(child) ?? NaN) - (rows.get(parent) ?? NaN)
        expect(step).toBe(kind === 'child' ? 1 : 0)
      }
      const told = new Set([...lines.map(({ index }) => index), ...undrawn])
      for (const [index, { type }] of relations.entries()) expect(told.has(index) || type === 'SIBLING').toBe(true)
    }),
    { numRuns: 500 },
  )
})

const born = (text: string | null) => (text === null ? null : fromEdtf(text))
const births = new Map([
  ['mother', '1980'],
  ['daughter', '1989'],
  ['aunt', '1979~'],
  ['unknown', null],
])
const asked = (from: string, type: Relation['type'], to: string) => {
  const both = birthsOf({ from, to, type }, (person) => born(births.get(person) ?? null))
  return both !== null && isParentTooYoung(both)
}

test('a parent less than ten years older is asked about, told from either end', () => {
  expect(asked('mother', 'PARENT', 'daughter')).toBe(true)
  expect(asked('daughter', 'CHILD', 'mother')).toBe(true)
  expect(asked('daughter', 'PARENT', 'mother')).toBe(true)
  expect(asked('aunt', 'PARENT', 'daughter')).toBe(false)
  expect(asked('mother', 'SIBLING', 'daughter')).toBe(false)
  expect(asked('unknown', 'PARENT', 'daughter')).toBe(false)
})
