import type { PreparedName } from '../names/prepare'
import { shareOf } from '../names/sounds'
import { commonest, rarest } from './weights'

const otherwise = 2e-5

/** How many of all people bear this name, as a share: of a Korean reading the product of the shares of its syllables. */
export function nameShare(name: PreparedName): number {
  const reading = name.readings.find(({ family }) => family === 'korean')
  if (!reading || reading.sounds.length < 2 || name.foreign) return otherwise
  const share = reading.sounds.reduce(
    (product, { best }, place) => product * (best < 0 ? 1 : shareOf(best, place === 0 ? 'surname' : 'given')),
    1,
  )
  return Math.min(commonest, Math.max(rarest, share))
}
