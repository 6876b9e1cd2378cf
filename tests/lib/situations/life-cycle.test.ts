import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { admitEntry, previousOf, type NewEntry } from '@/lib/situations/admit-entry'
import { currentSituation, standingEntries, type SituationEntry } from '@/lib/situations/current-situation'
import { deciderOf, transition } from '@/lib/situations/life-cycle'
import { nextReviewAt, silenceDue, situations, type Situation } from '@/lib/situations/situations'

const now = new Date('2023-10-12T08:00:00Z')
const minute = 60_000

type Told = [situation: Situation, when: string | null]

/** Entries recorded one minute after the other, in the order given. */
function recorded(...told: Told[]): SituationEntry[] {
  return told.map(([situation, when], index) => ({
    id: `e${index}`,
    situation,
    valid: when === null ? null : fromEdtf(when),
    recordedAt: new Date(now.getTime() - (told.length - index) * minute),
  }))
}

function admitted(history: SituationEntry[], situation: Situation, more: Partial<NewEntry> & { at?: string } = {}) {
  const { at, ...rest } = more
  return admitEntry(history, { situation, when: at === undefined ? undefined : fromEdtf(at), ...rest }, now)
}

const table: [Situation, string][] = [
  ['HIDING', 'MOVING DET_TRANSIT SHELTERED MISSING RETURNED* RESETTLED* DECEASED'],
  ['MOVING', 'HIDING DET_TRANSIT SHELTERED RESETTLED MISSING RETURNED* DECEASED'],
  ['DET_TRANSIT', 'IMMINENT_RETURN RETURNED REL_TRANSIT SHELTERED MISSING DECEASED'],
  ['IMMINENT_RETURN', 'RETURNED DET_TRANSIT REL_TRANSIT SHELTERED MISSING DECEASED'],
  ['RETURNED', 'DET_ORIGIN MISSING REL_ORIGIN DECEASED'],
  ['DET_ORIGIN', 'DET_ORIGIN REL_ORIGIN MISSING DECEASED'],
  ['REL_TRANSIT', 'HIDING MOVING DET_TRANSIT SHELTERED MISSING DECEASED'],
  ['REL_ORIGIN', 'HIDING MOVING DET_ORIGIN MISSING DECEASED'],
  ['SHELTERED', 'MOVING RESETTLED DET_TRANSIT RETURNED* MISSING DECEASED'],
  ['RESETTLED', 'MISSING DET_TRANSIT RETURNED* DECEASED'],
  ['DECEASED', ''],
  ['UNVERIFIED', situations.filter((to) => to !== 'UNVERIFIED').join(' ')],
  ['MISSING', situations.filter((to) => to !== 'MISSING').join(' ')],
]

test.each(table)(
  'from %s a person comes to %s and nowhere else; that it is so still is always taken',
  (from, nexts) => {
    const marks = { allowed: '', gap: '*', impossible: '!' }
    const found = situations.map((to) => to + marks[transition(from, to)]).filter((word) => !word.endsWith('!'))
    const taken = new Set([from, ...nexts.split(' ').filter(Boolean)])
    expect(found.sort()).toEqual([...taken].sort())
  },
)

describe('what is admitted', () => {
  test('a stage that should have been seen is skipped only with a reason', () => {
    const history = recorded(['HIDING', '2010'])
    expect(admitted(history, 'RETURNED', { at: '2023-10-09' })).toEqual({ gapReason: 'gap-reason-needed' })
    expect(admitted(history, 'RETURNED', { at: '2023-10-09', gapReason: 'the arrest was never reported' })).toEqual({})
  })

  test('an impossible transition is refused, with or without a reason, unless it corrects an earlier entry', () => {
    const history = recorded(['HIDING', '2010'], ['DET_TRANSIT', '2023-04'])
    const refused = { situation: 'impossible-transition' }
    expect(admitted(history, 'REL_ORIGIN', { at: '2023-05' })).toEqual(refused)
    expect(admitted(history, 'REL_ORIGIN', { at: '2023-05', gapReason: 'because' })).toEqual(refused)
    expect(admitted(history, 'REL_ORIGIN', { at: '2023-05', correctionOf: 'e1' })).toEqual({})
  })

  test('a correction names an entry that stands: no unknown one, and none that was corrected before', () => {
    const history = recorded(['HIDING', '2010'], ['MOVING', '2011'])
    const corrected = history.map((entry) => (entry.id === 'e1' ? { ...entry, correctionOf: 'e0' } : entry))
    expect(admitted(corrected, 'HIDING', { correctionOf: 'e0' })).toEqual({ correctionOf: 'not-on-list' })
    expect(admitted(corrected, 'HIDING', { correctionOf: 'elsewhere' })).toEqual({ correctionOf: 'not-on-list' })
    expect(admitted(corrected, 'HIDING', { correctionOf: 'e1' })).toEqual({})
  })

  test('nothing is dated ahead but an expected return', () => {
    const history = recorded(['DET_TRANSIT', '2023-04'])
    expect(admitted(history, 'RETURNED', { at: '2023-10-20' })).toEqual({ when: 'not-yet' })
    expect(admitted(history, 'IMMINENT_RETURN', { at: '2023-10-20' })).toEqual({})
    expect(admitted(history, 'RETURNED', { at: '2023' })).toEqual({})
    expect(admitted(history, 'RETURNED', { at: '2024', correctionOf: 'e0' })).toEqual({ when: 'not-yet' })
  })

  test('death needs a probable claim and a second person, and is never set by a rule, not even as a correction', () => {
    const history = recorded(['DET_ORIGIN', '2012'])
    expect(admitted(history, 'DECEASED', { credibility: '3', approvedBy: 'b' })).toEqual({
      situation: 'evidence-needed',
    })
    expect(admitted(history, 'DECEASED', { credibility: '2' })).toEqual({ situation: 'second-person-needed' })
    expect(admitted(history, 'DECEASED', { credibility: '2', approvedBy: 'b', automatic: true })).toEqual({
      situation: 'never-automatic',
    })
    expect(admitted(history, 'DECEASED', { correctionOf: 'e0' })).toEqual({ situation: 'evidence-needed' })
    expect(admitted(history, 'DECEASED', { credibility: '2', approvedBy: 'b' })).toEqual({})
  })

  test('nothing follows death, and death is not put before later news', () => {
    const dead = recorded(['DECEASED', '2020'])
    for (const situation of situations.filter((one) => one !== 'DECEASED')) {
      expect(admitted(dead, situation, { at: '2021', credibility: '1', approvedBy: 'b' }).situation).toBeDefined()
    }
    const later = recorded(['RETURNED', '2020'], ['DET_ORIGIN', '2021'])
    const death = { at: '2020-12', credibility: '1', approvedBy: 'b' }
    expect(admitted(later, 'DECEASED', { ...death, at: '2019' })).toEqual({ situation: 'impossible-transition' })
  })

  test('a rule never sets MISSING, a person does', () => {
    const history = recorded(['RETURNED', '2023-01'])
    expect(admitted(history, 'MISSING', { automatic: true })).toEqual({ situation: 'never-automatic' })
    expect(admitted(history, 'MISSING')).toEqual({})
  })

  test('nobody is resettled on the first unproved word', () => {
    const weak = { situation: 'evidence-needed' }
    expect(admitted([], 'RESETTLED', { credibility: '6' })).toEqual(weak)
    expect(admitted(recorded(['UNVERIFIED', '2023']), 'RESETTLED', { credibility: '3' })).toEqual(weak)
    expect(admitted(recorded(['UNVERIFIED', '2023']), 'RESETTLED', { credibility: '2' })).toEqual({})
    expect(admitted(recorded(['SHELTERED', '2022']), 'RESETTLED', { credibility: '3' })).toEqual({})
  })

  test('earlier history is filled in where it belongs, a stage still missing towards the later entry as a gap', () => {
    const history = recorded(['UNVERIFIED', '2023-10-01'], ['RETURNED', '2023-10-09'])
    expect(admitted(history, 'DET_TRANSIT', { at: '2023-04' })).toEqual({})
    expect(admitted(history, 'REL_TRANSIT', { at: '2022' })).toEqual({ gapReason: 'gap-reason-needed' })
    expect(previousOf(history, { situation: 'DET_TRANSIT', when: fromEdtf('2023-04') }, now)).toBeNull()
  })
})

describe('where the person is now', () => {
  const currentOf = (...told: Told[]) => currentSituation(recorded(...told))?.situation ?? null

  test('no entry, no situation', () => {
    expect(currentOf()).toBeNull()
  })

  test('the newest by valid date, whatever the order of recording', () => {
    expect(currentOf(['RETURNED', '2023-10-09'], ['DET_TRANSIT', '2023-04'], ['HIDING', '1998/2023'])).toBe('RETURNED')
  })

  test('of two on one day, or two whose dates leave it open, the later recorded', () => {
    expect(currentOf(['IMMINENT_RETURN', '2023-10-09'], ['RETURNED', '2023-10-09'])).toBe('RETURNED')
    expect(currentOf(['DET_TRANSIT', '2023-04'], ['RETURNED', '2023'])).toBe('RETURNED')
    expect(currentOf(['DET_TRANSIT', '2023-04'], ['RETURNED', null])).toBe('RETURNED')
    expect(currentOf(['HIDING', '2011-03'], ['MOVING', '2010~'])).toBe('MOVING')
  })

  test('an entry certainly older than a standing one is never current, though recorded last', () => {
    expect(currentOf(['IMMINENT_RETURN', '2023-06'], ['DET_TRANSIT', '2023'], ['HIDING', '2023-04'])).toBe(
      'DET_TRANSIT',
    )
  })

  test('a corrected entry no longer counts, and correcting the correction does not bring it back', () => {
    const [first, second, third] = recorded(['RETURNED', '2023-10-09'], ['DET_TRANSIT', '2023-04'], ['HIDING', '2022'])
    if (!first || !second || !third) throw new Error('three entries were recorded')
    const corrected = [first, { ...second, correctionOf: first.id }]
    expect(currentSituation(corrected)?.situation).toBe('DET_TRANSIT')
    expect(currentSituation([...corrected, { ...third, correctionOf: second.id }])?.situation).toBe('HIDING')
  })
})

const edtf = fc.constantFrom(
  '2010',
  '2010-03',
  '2010-03-09',
  '2010~',
  '2009/2011',
  '../2010',
  '2011-05',
  '2012-XX',
  '201X',
)
const anyEntry = fc.record({
  id: fc.uuid(),
  situation: fc.constantFrom(...situations),
  valid: fc.option(edtf.map(fromEdtf)),
  recordedAt: fc.integer({ min: 0, max: 5 }).map((minutes) => new Date(now.getTime() + minutes * minute)),
})
const someHistory = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 8 })

test('the current entry does not depend on the order in which entries are read, and always stands', () => {
  fc.assert(
    fc.property(someHistory, fc.func(fc.integer()), (history, rank) => {
      const shuffled = [...history].sort((a, b) => rank(a.id) - rank(b.id))
      const current = currentSituation(history)
      expect(currentSituation(shuffled)).toEqual(current)
      if (history.length > 0) expect(standingEntries(history)).toContain(current)
    }),
  )
})

test('a file written entry by entry only ever moves as the life-cycle allows, and stays where death left it', () => {
  const step = fc.record({
    situation: fc.constantFrom(...situations),
    gapReason: fc.constantFrom(undefined, 'nobody saw it'),
    credibility: fc.constantFrom('2', '6'),
    approvedBy: fc.constantFrom(undefined, 'coordinator'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const history: SituationEntry[] = []
      for (const [day, entry] of steps.entries()) {
        const when = fromEdtf(`2023-01-${String(day + 1).padStart(2, '0')}`)
        const before = currentSituation(history)?.situation ?? null
        if (Object.keys(admitEntry(history, { ...entry, when }, now)).length > 0) continue
        history.push({ id: `e${day}`, situation: entry.situation, valid: when, recordedAt: now })
        expect(currentSituation(history)?.id).toBe(`e${day}`)
        expect(transition(before, entry.situation)).not.toBe('impossible')
        if (transition(before, entry.situation) === 'gap') expect(entry.gapReason).toBeDefined()
        if (entry.situation !== 'DECEASED') expect(before).not.toBe('DECEASED')
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever is admitted ahead of today is an expected return', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => fromEdtf(`2024-02-${String(number).padStart(2, '0')}`))
  fc.assert(
    fc.property(someHistory, fc.constantFrom(...situations), day, (history, situation, when) => {
      const problems = admitEntry(history, { situation, when, gapReason: 'x', credibility: '1', approvedBy: 'b' }, now)
      expect(problems.when).toBe(situation === 'IMMINENT_RETURN' ? undefined : 'not-yet')
    }),
  )
})

test('who decides: two people on death, a coordinator on a disappearance and on the end of safety', () => {
  expect(deciderOf('DET_ORIGIN', 'DECEASED')).toBe('two-people')
  expect(deciderOf('RETURNED', 'MISSING')).toBe('coordinator')
  expect(deciderOf('RESETTLED', 'DET_TRANSIT')).toBe('coordinator')
  expect(deciderOf(null, 'MISSING')).toBe('caseworker')
  expect(deciderOf('DET_TRANSIT', 'IMMINENT_RETURN')).toBe('caseworker')
})

test('every situation but death has a clock, and the shortest is twelve hours', () => {
  for (const situation of situations) expect(silenceDue(situation) === null).toBe(situation === 'DECEASED')
  expect(Math.min(...situations.map((situation) => silenceDue(situation) ?? Infinity))).toBe(12)
  expect(silenceDue('RETURNED')).toBe(14 * 24)
  expect(nextReviewAt('IMMINENT_RETURN', now)?.toISOString()).toBe('2023-10-12T20:00:00.000Z')
  expect(nextReviewAt('DECEASED', now)).toBeNull()
})
