import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { startRange } from '@/lib/dates/compare'
import { type NewEntry, admitEntry, previousOf } from '@/lib/situations/admit-entry'
import {
  type SituationEntry,
  beganBefore,
  currentSituation,
  placedEntries,
  standingEntries,
} from '@/lib/situations/current-situation'
import { deciderOf, transition } from '@/lib/situations/life-cycle'
import { situations } from '@/lib/situations/situations'

const now = new Date('2024-02-01T00:00:00Z')

/** What somebody tries to record: on any day, in any order, as news or as a correction of some entry before, with or without a reason. */
const attempt = fc.record({
  situation: fc.constantFrom(...situations),
  when: fc.option(
    fc
      .tuple(fc.constantFrom('', '~'), fc.integer({ min: 0, max: 60 }))
      .map(([sign, days]) =>
        fromEdtf(new Date(Date.UTC(2023, 11, 10) + days * 86_400_000).toISOString().slice(0, 10) + sign),
      ),
    { nil: undefined },
  ),
  gapReason: fc.constantFrom(undefined, 'nobody saw it'),
  corrects: fc.option(fc.nat(30), { nil: undefined }),
  credibility: fc.constantFrom('1', '2', '3', '6'),
  approvedBy: fc.constantFrom(undefined, 'a second person'),
  automatic: fc.boolean(),
})
type Attempt = typeof attempt extends fc.Arbitrary<infer Drawn> ? Drawn : never

type Recorded = SituationEntry & Pick<NewEntry, 'credibility' | 'approvedBy' | 'automatic' | 'gapReason'>

const entryOf = (history: readonly Recorded[], { corrects, ...said }: Attempt): NewEntry => {
  const corrected = corrects === undefined ? undefined : history[corrects % Math.max(1, history.length)]
  return { ...said, ...(corrected && { correctionOf: corrected.id }) }
}

/** Whatever of these attempts is admitted, written down one after the other; `each` looks at every step. */
function written(
  attempts: readonly Attempt[],
  each: (before: readonly Recorded[], added: Recorded) => void,
): Recorded[] {
  return attempts.reduce<Recorded[]>((history, tried, turn) => {
    const entry = entryOf(history, tried)
    if (Object.keys(admitEntry(history, entry, now)).length > 0) return history
    const { situation, when, gapReason, credibility, approvedBy, automatic } = entry
    const added: Recorded = {
      ...{ situation, gapReason, credibility, approvedBy, automatic },
      id: `e${String(turn).padStart(3, '0')}`,
      valid: when ?? null,
      recordedAt: new Date(now.getTime() + turn),
      correctionOf: entry.correctionOf ?? null,
    }
    each(history, added)
    return [...history, added]
  }, [])
}

const attempts = fc.array(attempt, { maxLength: 40 })
const always = (holds: (before: readonly Recorded[], added: Recorded) => void) =>
  fc.assert(
    fc.property(attempts, (tried) => void written(tried, holds)),
    { numRuns: 400 },
  )
const present = (history: readonly Recorded[]) => currentSituation(history)

test('most ways of trying leave a history to look at', () => {
  const lengths = fc.sample(attempts, 200).map((tried) => written(tried, () => undefined).length)
  expect(Math.max(...lengths)).toBeGreaterThan(4)
})

test('2. the present situation is that of a standing entry: none that stands began certainly later, and of the others it is the last recorded', () => {
  always((before, added) => {
    const history = [...before, added]
    const current = present(history) ?? expect.fail('a history has a present')
    const standing = placedEntries(history)
    const here = standing.find(({ entry }) => entry === current) ?? expect.fail('the present one stands')
    expect(standing.filter((other) => beganBefore(here, other))).toEqual([])
    const rivals = standing.filter((one) => !standing.some((other) => beganBefore(one, other)))
    expect(rivals.every(({ asOf }) => asOf <= here.asOf)).toBe(true)
  })
})

test('3. what was recorded stays as it was: each step adds one entry and changes none', () => {
  fc.assert(
    fc.property(attempts, (tried) => {
      const kept: string[] = []
      const history = written(tried, (before, added) => {
        expect(before.map((entry) => JSON.stringify(entry))).toEqual(kept)
        kept.push(JSON.stringify(added))
      })
      expect(history.map((entry) => JSON.stringify(entry))).toEqual(kept)
    }),
  )
})

test('7. a death rests on a claim that is at least probable and on a second person, and nothing but its like or a correction comes after it', () => {
  always((before, added) => {
    if (added.situation === 'DECEASED') {
      expect(['1', '2']).toContain(added.credibility)
      expect(added.approvedBy).toBeDefined()
    }
    if (added.correctionOf) return
    const entry = { situation: added.situation, ...(added.valid && { when: added.valid }) }
    if (added.situation !== 'DECEASED') expect(previousOf(before, entry, now)?.situation).not.toBe('DECEASED')
  })
})

test('8. every step follows the life-cycle, with a reason where it skips a stage, or corrects an entry that stood', () => {
  always((before, added) => {
    if (added.correctionOf) {
      expect(standingEntries(before).map(({ id }) => id)).toContain(added.correctionOf)
      return
    }
    const entry = { situation: added.situation, ...(added.valid && { when: added.valid }) }
    const step = transition(previousOf(before, entry, now)?.situation ?? null, added.situation)
    const isSaidAlready = standingEntries(before).some(({ situation }) => situation === added.situation)
    if (step === 'gap' && isSaidAlready) return
    expect(step === 'impossible' && !isSaidAlready).toBe(false)
    if (step === 'gap') expect(added.gapReason).toBeDefined()
  })
})

test('12. nothing lies ahead but an expected return', () => {
  always((_, { situation, valid }) => {
    const first = valid && startRange(valid).from
    if (first && valid.from && valid.from > '2024-02-01') expect(situation).toBe('IMMINENT_RETURN')
  })
})

test('MISSING and DECEASED are never what a rule writes, and each has its deciders', () => {
  always((before, added) => {
    if (added.situation !== 'MISSING' && added.situation !== 'DECEASED') return
    expect(added.automatic).toBe(false)
    const decider = deciderOf(present(before)?.situation ?? null, added.situation)
    const isNoNews = before.length === 0 || present(before)?.situation === 'MISSING'
    expect(decider === 'caseworker').toBe(added.situation === 'MISSING' && isNoNews)
  })
})

test('an entry is corrected once at most, and what is corrected is never present again', () => {
  fc.assert(
    fc.property(attempts, (tried) => {
      const gone = new Set<string>()
      const history = written(tried, (before, added) => {
        if (added.correctionOf) {
          expect(gone.has(added.correctionOf)).toBe(false)
          gone.add(added.correctionOf)
        }
        expect(gone.has(present([...before, added])?.id ?? '')).toBe(false)
      })
      expect(standingEntries(history)).toHaveLength(history.length - gone.size)
    }),
  )
})
