import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/dates/calendar'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { type MatchSubject, evidence } from '@/lib/matches/evidence'
import { type Finding, type MatchField, matchFields } from '@/lib/matches/fields'
import { readScores, scoreText } from '@/lib/matches/score-text'
import { isKept, strengthOf } from '@/lib/matches/strength'
import { sexes } from '@/lib/people/people'

const someone = (given: Partial<MatchSubject> = {}): MatchSubject => ({
  names: [],
  sex: 'U',
  birth: null,
  origins: [],
  arrests: [],
  relatives: [],
  channels: [],
  ...given,
})

const names = ['김철옥', 'Kim Chol-ok', '金哲玉', '리은별', 'Ri Un-byol', '리은하', '왕샤오위', 'Maria Lopez']
const named = (...texts: string[]) => texts
const dates = ['1987', '1987-03', '1987-03-04', '1987-04-03', '1987-04-10', '1988~', '1986-03-04', '1960', '199X'].map(
  fromEdtf,
)
const places = ['Musan', '무산', 'Helong', '화룡 근처']

const subjects: fc.Arbitrary<MatchSubject> = fc.record({
  names: fc.subarray(names, { maxLength: 3 }),
  sex: fc.constantFrom(...sexes),
  birth: fc.option(fc.constantFrom(...dates)),
  origins: fc.subarray(places, { maxLength: 2 }),
  arrests: fc.array(
    fc.record({
      date: fc.option(fc.constantFrom(...dates)),
      place: fc.option(fc.constantFrom(...places)),
      province: fc.option(fc.constantFrom('CN-JL', 'CN-LN')),
    }),
    { maxLength: 2 },
  ),
  relatives: fc.subarray(names, { maxLength: 3 }),
  channels: fc.subarray(['a', 'b', 'c'], { maxLength: 2 }),
})

const scoreOf = (a: MatchSubject, b: MatchSubject, field: MatchField) =>
  evidence(a, b).scores.find((score) => score.field === field) ?? expect.fail(`${field} is not scored`)

describe('evidence', () => {
  test('is the same whichever of two is named first', () => {
    fc.assert(
      fc.property(subjects, subjects, (a, b) => {
        expect(evidence(a, b)).toEqual(evidence(b, a))
      }),
    )
  })

  test('is the sum of its fields, each scored once, and what is missing weighs nothing', () => {
    fc.assert(
      fc.property(subjects, subjects, (a, b) => {
        const { scores, total } = evidence(a, b)
        expect(scores.map(({ field }) => field)).toEqual(matchFields)
        expect(total).toBeCloseTo(scores.reduce((sum, { weight }) => sum + weight, 0))
        for (const { verdict, weight } of scores) if (verdict === 'missing') expect(weight).toBe(0)
      }),
    )
  })

  test('never falls where a name, a channel, a relative or a place that both share is learnt', () => {
    fc.assert(
      fc.property(subjects, subjects, (a, b) => {
        const before = evidence(a, b)
        const [name] = named('맹하늘솔')
        const shared = (one: MatchSubject): MatchSubject => ({ ...one, names: [...one.names, ...(name ? [name] : [])] })
        expect(evidence(shared(a), shared(b)).total).toBeGreaterThanOrEqual(before.total - 1e-9)
        const reached = (one: MatchSubject): MatchSubject => ({ ...one, channels: [...one.channels, 'z'] })
        expect(evidence(reached(a), reached(b)).total).toBeGreaterThanOrEqual(before.total - 1e-9)
      }),
    )
  })

  test('weighs what agrees more than what is close, and that more than what differs', () => {
    const birth = (text: string) => someone({ birth: fromEdtf(text) })
    const weight = (a: string, b: string) => scoreOf(birth(a), birth(b), 'birth').weight
    expect(weight('1987-03-04', '1987-03-04')).toBeGreaterThan(weight('1987-03-04', '1987-03'))
    expect(weight('1987-03-04', '1987-03')).toBeGreaterThan(weight('1987', '1987'))
    expect(weight('1987-03-04', '1987-04-03')).toBeGreaterThan(weight('1987-03-04', '1987-04-10'))
    expect(weight('1987-03-04', '1987-04-10')).toBeGreaterThan(weight('1987', '1989'))
    expect(weight('1987', '1989')).toBeGreaterThan(weight('1987', '1991'))
    expect(weight('1987', '1991')).toBeGreaterThan(weight('1987', '1999'))
  })

  test('a longer range of birth never weighs more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (short, more) => {
        const from = '1987-03-04'
        const range = (days: number) => someone({ birth: fromEdtf(`${from}/${addDays(from, days + 1)}`) })
        const known = someone({ birth: fromEdtf(from) })
        expect(scoreOf(known, range(short), 'birth').weight).toBeGreaterThanOrEqual(
          scoreOf(known, range(short + more), 'birth').weight - 1e-9,
        )
      }),
    )
  })

  const cases: [string, string, Finding][] = [
    ['1987-03-04', '1987-03-04', 'same-day'],
    ['1987', '1987-03-04', 'dates-meet'],
    ['1987-03-04', '1987-04-03', 'day-and-month-swapped'],
    ['1987-03-04', '1988-03-04', 'same-day-other-year'],
    ['1987-03-04', '1987-04-10', 'lunar-calendar'],
    ['1987', '1989', 'age-counted-otherwise'],
    ['1987', '1991', 'few-years-apart'],
    ['1987', '2001', 'far-apart'],
  ]
  test.each(cases)('a birth of %s and one of %s: %s', (a, b, finding) => {
    expect(scoreOf(someone({ birth: fromEdtf(a) }), someone({ birth: fromEdtf(b) }), 'birth').finding).toBe(finding)
  })
})

describe('names', () => {
  test('one name in three scripts is the same sound, and a rarer name weighs more than a common one', () => {
    const of = (text: string) => someone({ names: named(text) })
    expect(scoreOf(of('김철옥'), of('Kim Chol Ok'), 'names').verdict).toBe('agrees')
    expect(scoreOf(of('김철옥'), of('金哲玉'), 'names').verdict).toBe('agrees')
    expect(scoreOf(of('탁봄솔'), of('탁봄솔'), 'names').weight).toBeGreaterThan(
      scoreOf(of('김영숙'), of('김영숙'), 'names').weight,
    )
  })
})

describe('places', () => {
  const from = (place: string) => someone({ origins: [place] })
  const heldIn = (place: string) => someone({ arrests: [{ date: null, place, province: null }] })

  test.each([
    ['Musan', '무산군', 'agrees'],
    ['허룽시 구류소', 'the detention house of Helong', 'agrees'],
    ['圖們', '도문 근처', 'agrees'],
    ['Musan', '회령', 'differs'],
    ['Yanbian', '화룡', 'differs'],
    ['a village', '마을', 'differs'],
  ])('%s and %s: %s', (one, other, verdict) => {
    expect(scoreOf(from(one), from(other), 'origin').verdict).toBe(verdict)
    expect(scoreOf(heldIn(one), heldIn(other), 'arrest-place').verdict).toBe(verdict)
  })
})

describe('how strong a pair is', () => {
  const sister = { sex: 'F', origins: ['Musan'], channels: ['a'], relatives: named('왕샤오위') } as const
  const arrest = { date: fromEdtf('2021-03-03'), place: 'Helong', province: 'CN-JL' }

  test('two sisters who share home, family, telephone and arrest are never called likely', () => {
    const [a, b] = [
      someone({ ...sister, names: named('리은별'), birth: fromEdtf('1987'), arrests: [arrest] }),
      someone({ ...sister, names: named('리은하'), birth: fromEdtf('1990'), arrests: [arrest] }),
    ]
    expect(['weak', 'possible']).toContain(strengthOf(evidence(a, b), 2))
  })

  test('namesakes of a common name are not called likely among a hundred thousand files', () => {
    const [a, b] = [someone({ names: named('김영숙'), sex: 'F' }), someone({ names: named('김영숙'), sex: 'F' })]
    expect(['weak', 'possible']).toContain(strengthOf(evidence(a, b), 100_000))
  })

  test('one woman with name, year of birth, home and arrest in common is called strong', () => {
    const one = someone({ ...sister, names: named('리은별'), birth: fromEdtf('1987-03'), arrests: [arrest] })
    const other = someone({ ...sister, names: named('Ri Un-byol'), birth: fromEdtf('1987'), arrests: [arrest] })
    expect(strengthOf(evidence(one, other), 10_000)).toBe('strong')
  })

  test('what names, sex and birth rule out is not kept whatever else agrees', () => {
    const a = someone({ names: named('김철옥'), sex: 'F', birth: fromEdtf('1980') })
    const b = someone({ names: named('Maria Lopez'), sex: 'M', birth: fromEdtf('2001') })
    expect(isKept(evidence(a, b).total, 10)).toBe(false)
  })
})

test('scores are kept as codes and figures, and read back as they were', () => {
  fc.assert(
    fc.property(subjects, subjects, (a, b) => {
      const { scores } = evidence(a, b)
      const text = scoreText(scores)
      expect(text).toMatch(/^[a-z0-9 ;-]+$/)
      expect(readScores(text)).toEqual(
        scores.map((score) => ({ ...score, weight: Math.round(score.weight * 10) / 10 })),
      )
    }),
  )
})
