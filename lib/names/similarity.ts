import { nearness } from './nearness'
import { type PreparedName, type Reading } from './prepare'
import { overlap, type Sounds } from './sounds'

export const tuning = { tau: 0.25, near: 0.004, skip: 0.0005, power: 0.1 }

function syllables(x: Sounds, y: Sounds, korean: boolean): number {
  const shared = overlap(x, y)
  if (shared > tuning.near) return shared
  return Math.max(shared, tuning.near * (korean ? nearness(x.best, y.best) : 0))
}

/** The product over syllables; where one name has a syllable more, the best of leaving one of them out. */
function compare(a: Reading, b: Reading): number {
  const more = a.sounds.length >= b.sounds.length ? a : b
  const fewer = more === a ? b : a
  const length = fewer.sounds.length
  const korean = a.family !== 'mandarin'
  const weight = (a.weight * b.weight) ** tuning.tau
  const at = (i: number, j: number) => {
    const x = more.sounds[i]
    const y = fewer.sounds[j]
    return x && y ? syllables(x, y, korean) : 0
  }
  if (more.sounds.length === length) {
    let product = weight
    for (let i = 0; i < length && product > 1e-7; i++) product *= at(i, i)
    return product
  }
  if (more.sounds.length !== length + 1 || length < 2) return 0
  let best = 0
  for (let left = 0; left <= length; left++) {
    let product = weight * tuning.skip
    for (let j = 0; j < length && product > 1e-7; j++) product *= at(j < left ? j : j + 1, j)
    best = Math.max(best, product)
  }
  return best
}

function related(a: Reading, b: Reading): boolean {
  if (a.family === 'mandarin' || b.family === 'mandarin') return a.family === b.family
  return a.family === 'korean' || b.family === 'korean'
}

/** How likely two prepared names are one name, from 0 to 1; the same either way round. */
export function preparedSimilarity(p: PreparedName, q: PreparedName): number {
  if (p.whole === q.whole) return p.whole === '' ? 0 : 1
  let best = 0
  for (const a of p.readings)
    for (const b of q.readings) if (related(a, b)) best = Math.max(best, compare(a, b))
  return Math.min(1, best ** tuning.power)
}
