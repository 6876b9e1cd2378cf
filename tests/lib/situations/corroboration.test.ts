import { describe, expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { admitEntry } from '@/lib/situations/admit-entry'
import { bestGraded } from '@/lib/situations/best-graded'
import { type SituationEntry, presentStretch } from '@/lib/situations/current-situation'
import { deciderOf } from '@/lib/situations/life-cycle'
import { type Situation, situations } from '@/lib/situations/situations'

const now = new Date('2023-10-12T08:00:00Z')

const recorded = (...told: [Situation, string | null][]): SituationEntry[] =>
  told.map(([situation, when], index) => ({
    id: `e${index}`,
    situation,
    valid: when === null ? null : fromEdtf(when),
    recordedAt: new Date(now.getTime() - (told.length - index) * 60_000),
  }))

const stretch = (...told: [Situation, string | null][]) => presentStretch(recorded(...told)).map(({ id }) => id)

describe('the present situation said once more', () => {
  test.each(situations)('%s is taken from another source, on that day, on a later one and on none', (situation) => {
    const history = recorded([situation, '2023-09'])
    for (const when of ['2023-09', '2023-10-01', undefined]) {
      const said = {
        situation,
        when: when === undefined ? undefined : fromEdtf(when),
        credibility: '2',
        approvedBy: 'b',
      }
      expect(admitEntry(history, said, now)).toEqual({})
    }
  })

  test('is taken with an earlier date, and needs no second reason for a gap that has one', () => {
    const history = recorded(['HIDING', '2010'], ['RETURNED', '2023-10-09'])
    expect(admitEntry(history, { situation: 'RETURNED', when: fromEdtf('2023-10-08') }, now)).toEqual({})
    const dead = recorded(['DET_ORIGIN', '2012'], ['DECEASED', '2020'])
    const death = { situation: 'DECEASED' as const, when: fromEdtf('2019'), credibility: '2', approvedBy: 'b' }
    expect(admitEntry(dead, death, now)).toEqual({})
  })

  test('decides nothing, so that a caseworker may say it, but of a death', () => {
    expect(deciderOf('MISSING', 'MISSING')).toBe('caseworker')
    expect(deciderOf('RESETTLED', 'RESETTLED')).toBe('caseworker')
    expect(deciderOf('DECEASED', 'DECEASED')).toBe('two-people')
  })
})

describe('the voices of the present situation', () => {
  test('are all who say it since anything else was so', () => {
    expect(stretch(['HIDING', '2010'], ['DET_TRANSIT', '2023-04'], ['DET_TRANSIT', null])).toEqual(['e2', 'e1'])
    expect(stretch(['DET_TRANSIT', '2023-04'], ['DET_TRANSIT', '2023-06'])).toEqual(['e1', 'e0'])
  })

  test('are not those of the same situation before another', () => {
    expect(stretch(['DET_TRANSIT', '2021'], ['REL_TRANSIT', '2022'], ['DET_TRANSIT', '2023'])).toEqual(['e2'])
  })

  test('are not those that a correction has replaced', () => {
    const [one, two, three] = recorded(['DET_TRANSIT', '2023'], ['DET_TRANSIT', null], ['DET_TRANSIT', '2023-05'])
    if (!one || !two || !three) throw new Error('three entries were recorded')
    expect(presentStretch([one, two, { ...three, correctionOf: 'e0' }]).map(({ id }) => id)).toEqual(['e2', 'e1'])
  })

  test('speak with the grade of the best of them, whoever spoke last', () => {
    const grades = ['B3', 'C2', 'F6', 'B2'].map((grade) => ({
      reliability: grade[0] ?? '',
      credibility: grade[1] ?? '',
    }))
    expect(bestGraded(grades)).toEqual({ reliability: 'B', credibility: '2' })
    expect(bestGraded([])).toBeNull()
  })
})
