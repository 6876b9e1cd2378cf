import type { PartialDate } from '@/lib/dates/partial-date'

export const ageBands = ['0-17', '18-29', '30-44', '45-59', '60+', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

const bounds = [
  { below: 18, band: '0-17' },
  { below: 30, band: '18-29' },
  { below: 45, band: '30-44' },
  { below: 60, band: '45-59' },
] as const

/** The band of an age at this instant, from the middle of what is known of the birth; `unknown` where nothing bounds it. */
export function ageBandOf(birth: PartialDate, now: Date): AgeBand {
  if (birth.from === null || birth.to === null) return 'unknown'
  const middle = (Date.parse(birth.from) + Date.parse(birth.to)) / 2
  const years = (now.getTime() - middle) / (365.2425 * 86_400_000)
  return bounds.find(({ below }) => years < below)?.band ?? '60+'
}
