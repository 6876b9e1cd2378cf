import { expect, test } from 'vitest'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { isGapFilled } from '@/lib/situations/is-gap-filled'
import type { SituationEntry } from '@/lib/situations/current-situation'

const now = new Date('2026-11-24T00:00:00Z')

type Told = [id: string, situation: SituationEntry['situation'], when: string, correctionOf?: string]

const entry = (...[id, situation, when, correctionOf]: Told) => ({
  id,
  situation,
  valid: fromEdtf(when),
  recordedAt: new Date(now.getTime() + Number(id) * 1000),
  ...(correctionOf && { correctionOf }),
})

const overGap = [entry('1', 'HIDING', '2020'), entry('2', 'RETURNED', '2023-10')]

test('a return straight from hiding stays a gap until the detention between them is known', () => {
  expect(isGapFilled(overGap, '2')).toBe(false)
  expect(isGapFilled([...overGap, entry('3', 'DET_ORIGIN', '2024')], '2')).toBe(false)
  expect(isGapFilled([...overGap, entry('3', 'DET_TRANSIT', '2023-04')], '2')).toBe(true)
})

test('a correction of the entry itself, or of the one before it, fills the gap', () => {
  expect(isGapFilled([...overGap, entry('3', 'DET_TRANSIT', '2023-10', '2')], '2')).toBe(true)
  expect(isGapFilled([...overGap, entry('3', 'DET_TRANSIT', '2020', '1')], '2')).toBe(true)
})

test('that another source says the same return, on that day or on none, does not fill the gap before it', () => {
  expect(isGapFilled([...overGap, entry('3', 'RETURNED', '2023-10')], '2')).toBe(false)
  expect(isGapFilled([...overGap, { ...entry('3', 'RETURNED', '2023-10'), valid: null }], '2')).toBe(false)
})
