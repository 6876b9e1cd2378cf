import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readHouse } from './support/architecture/source'
import { rules } from './support/architecture-rules'

const house = readHouse(fileURLToPath(new URL('..', import.meta.url)))

describe('the house keeps its rules', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    expect(rule.judge(house)).toEqual([])
  })
})

describe('each rule can fail', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s: every sample that breaks it is found', (_, rule) => {
    expect(rule.breaks.length).toBeGreaterThan(0)
    for (const sample of rule.breaks) expect(rule.judge(sample), JSON.stringify(sample)).not.toEqual([])
    expect(rule.judge(rule.holds ?? [])).toEqual([])
  })
})

test('the rules read the real house', () => {
  expect(house.map(({ path }) => path)).toEqual(expect.arrayContaining(['package.json', 'tests/architecture.test.ts']))
})
