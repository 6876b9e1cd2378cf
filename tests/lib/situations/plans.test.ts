import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { admitEntry } from '@/lib/situations/admit-entry'
import { type SituationEntry, currentSituation } from '@/lib/situations/current-situation'
import { entryDate } from '@/lib/situations/entry-date'
import { knownAt } from '@/lib/situations/known-at'
import { lastKnown } from '@/lib/contacts/last-known'
import { lastKnownAlive } from '@/lib/situations/last-known-alive'
import { type Situation, situations } from '@/lib/situations/situations'

const hour = 3_600_000
const first = Date.parse('2024-02-01T00:00:00Z')
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)

type Told = { id: string; at: string; situation: Situation; when: string | null; correctionOf?: string }

const entry = ({ id, at, situation, when, correctionOf }: Told): SituationEntry => ({
  id,
  situation,
  valid: when === null ? null : fromEdtf(when),
  recordedAt: new Date(at),
  correctionOf: correctionOf ?? null,
})

const plan = entry({ id: 'a', at: '2024-02-01T10:00:00Z', situation: 'IMMINENT_RETURN', when: '2024-02-02' })
const returned = (when: string | null) => entry({ id: 'b', at: '2024-02-01T12:00:00Z', situation: 'RETURNED', when })

describe('a planned return', () => {
  test.each([['2024-02-01'], ['2024-02'], ['2024-01-31~'], ['2024'], [null]])(
    'for tomorrow does not hide the return recorded as of %s',
    (when) => {
      expect(currentSituation([plan, returned(when)])?.situation).toBe('RETURNED')
    },
  )

  test.each([['2024-02-09/2024-02-12'], ['2024-03'], ['2024-02-05~'], ['2025'], ['2024-03/..']])(
    'written as %s counts as of the day it was written down',
    (when) => {
      const ahead = { ...plan, valid: fromEdtf(when) }
      expect(entryDate(ahead)?.edtf).toBe('2024-02-01')
      expect(currentSituation([ahead, returned('2024-02-01')])?.situation).toBe('RETURNED')
    },
  )

  test('stays present beside history filled in from before it', () => {
    const detained = entry({ id: 'b', at: '2024-02-01T12:00:00Z', situation: 'DET_TRANSIT', when: '2024-01-20' })
    expect(currentSituation([plan, detained])?.situation).toBe('IMMINENT_RETURN')
  })

  test('that is corrected afterwards, to a day past or ahead, does not hide what came of it', () => {
    for (const when of ['2024-02-01', '2024-02-04', '2024-03-01', null]) {
      const correction = entry({
        ...{ id: 'c', at: '2024-02-05T10:00:00Z', situation: 'IMMINENT_RETURN', when },
        correctionOf: 'a',
      })
      expect(currentSituation([plan, returned('2024-02-01'), correction])?.situation).toBe('RETURNED')
    }
  })

  test('that corrects another situation counts as of its own recording', () => {
    const wrong = entry({ id: 'a', at: '2024-02-01T10:00:00Z', situation: 'RETURNED', when: '2024-01-30' })
    const detained = entry({ id: 'b', at: '2024-02-02T10:00:00Z', situation: 'DET_TRANSIT', when: null })
    const correction = entry({
      ...{ id: 'c', at: '2024-02-03T10:00:00Z', situation: 'IMMINENT_RETURN', when: '2024-02-04' },
      correctionOf: 'a',
    })
    expect(currentSituation([wrong, detained, correction])?.situation).toBe('IMMINENT_RETURN')
  })

  test('was what we believed until the return was recorded', () => {
    const entries = [plan, returned('2024-02-01')]
    expect(currentSituation(knownAt(entries, new Date('2024-02-01T11:00:00Z')))?.situation).toBe('IMMINENT_RETURN')
    expect(currentSituation(knownAt(entries, new Date('2024-02-01T12:00:00Z')))?.situation).toBe('RETURNED')
  })

  test('lets the return follow without a reason', () => {
    const when = fromEdtf('2024-02-01')
    expect(admitEntry([plan], { situation: 'RETURNED', when }, new Date('2024-02-01T12:00:00Z'))).toEqual({})
  })

  test('proves life on the day it was written down at most, on the overview and among family', () => {
    const alive = lastKnownAlive([plan])
    expect(alive?.edtf).toBe('2024-02-01')
    const trace = { kind: 'situation' as const, place: null, province: null, credibility: null }
    const word = { ...trace, recordedAt: plan.recordedAt }
    const year = { ...word, id: 'y', date: fromEdtf('2024') }
    const later = { ...word, id: 'l', date: fromEdtf('2024-02-03'), recordedAt: new Date('2024-02-04T00:00:00Z') }
    expect(lastKnown([year, later]).alive?.id).toBe('l')
  })
})

const others = situations.filter((situation) => situation !== 'IMMINENT_RETURN')

test('no event recorded after a plan, about the day of the plan’s recording or a later one, is ever hidden by it', () => {
  const hours = fc.integer({ min: 0, max: 400 })
  const story = fc.record({
    planned: hours,
    ahead: fc.integer({ min: 1, max: 60 }),
    sign: fc.constantFrom('', '~', '?', '%'),
    recorded: fc.integer({ min: 1, max: 400 }),
    day: fc.nat(),
    situation: fc.constantFrom(...others),
    corrected: fc.option(fc.integer({ min: 1, max: 100 })),
  })
  fc.assert(
    fc.property(story, ({ planned, ahead, sign, recorded, day, situation, corrected }) => {
      const written = first + planned * hour
      const at = written + recorded * hour
      const days = Math.floor(at / (24 * hour)) - Math.floor(written / (24 * hour))
      const when = dayAt(written + (day % (days + 1)) * 24 * hour)
      const aPlan = {
        ...plan,
        valid: fromEdtf(dayAt(written + ahead * 24 * hour) + sign),
        recordedAt: new Date(written),
      }
      const event = entry({ id: 'b', at: new Date(at).toISOString(), situation, when })
      const correction = { ...aPlan, id: 'c', correctionOf: 'a', recordedAt: new Date(at + (corrected ?? 0) * hour) }
      const history = [aPlan, event, ...(corrected === null ? [] : [correction])]
      expect(currentSituation(history)?.id).toBe('b')
    }),
    { numRuns: 1000 },
  )
})

test('no date that is derived begins after its entry was recorded, nor does an interval end after it', () => {
  const written = ['2024-02-02', '2024-03', '2025', '2024-01/2024-12', '../2024-06', '2024-02-20~', '2023-05']
  const said = fc.record({
    situation: fc.constantFrom(...situations),
    when: fc.constantFrom(...written),
    hours: fc.integer({ min: 0, max: 900 }),
  })
  fc.assert(
    fc.property(said, ({ situation, when, hours }) => {
      const recordedAt = new Date(first + hours * hour)
      const date = lastKnownAlive([{ id: 'a', situation, valid: fromEdtf(when), recordedAt }])
      const limit =
        situation === 'IMMINENT_RETURN' ? dayAt(recordedAt.getTime()) : dayAt(recordedAt.getTime() + 14 * hour)
      expect((date?.from ?? '') <= limit).toBe(true)
      if (date?.precision === 'interval') expect((date.to ?? '') <= limit).toBe(true)
    }),
  )
})
