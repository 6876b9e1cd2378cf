import { expect, test } from 'vitest'
import { ReadSearch, StepSearch, SubmitSearch } from '@/lib/search/forms'
import { problemsOf } from '@/app/typed-in'

const problemOf = (text: string) => {
  const parsed = SubmitSearch.safeParse({ text })
  return parsed.success ? parsed.data.text : problemsOf(parsed.error)['text']
}

test.each([
  ['', 'required'],
  ['   \u3000 ', 'required'],
  ['a', 'one-letter'],
  ['김', 'one-letter'],
  ['\u1100\u1175\u11B7', 'one-letter'],
  ['金', 'one-letter'],
  ['🌊🌊🌊', 'no-letters'],
  ['!?…', 'no-letters'],
  ['가'.repeat(10_000), 'too-long'],
  ['x'.repeat(201), 'too-long'],
  ['Kim\u202EChol', 'bidi-characters'],
  ['Kim\u0000Chol', 'control-characters'],
])('what nothing can be found by is said at the field: %j', (text, problem) => {
  expect(problemOf(text)).toBe(problem)
})

test.each(['金哲玉', 'Kim 철옥 金', 'محمد علی', '+82 10 5555 0101', 'Ro 🌊', '김철', 'Кім Чхоль'])(
  'what may be a name, a number or a word is searched as it was typed: %s',
  (text) => {
    expect(problemOf(`  ${text} `)).toBe(text.normalize('NFC'))
  },
)

test('a filter that is none is refused at its field, and an empty one is none', () => {
  const sent = { text: '김철옥', kind: 'soul', situation: 'X', risk: 'R9', team: 'all', assignee: '1', year: '21' }
  const parsed = SubmitSearch.safeParse(sent)
  expect(parsed.success ? {} : problemsOf(parsed.error)).toEqual({
    kind: 'not-on-list',
    situation: 'not-on-list',
    risk: 'not-on-list',
    team: 'not-on-list',
    assignee: 'not-an-id',
    year: 'not-a-number',
  })
  const empty = { kind: '', situation: '', risk: '', team: '', assignee: '', year: '' }
  expect(SubmitSearch.parse({ text: '김철옥', ...empty })).toEqual({ text: '김철옥' })
})

test('a step has words and one of three ways; a page that is none is the first', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  expect(StepSearch.safeParse({ id, step: 'first', text: 'river' }).success).toBe(false)
  expect(StepSearch.safeParse({ id, step: 'narrow', text: 'r' }).success).toBe(false)
  expect(ReadSearch.parse({ id, page: "1' or 1" }).page).toBe(1)
  expect(ReadSearch.safeParse({ id: '김철옥' }).success).toBe(false)
})
