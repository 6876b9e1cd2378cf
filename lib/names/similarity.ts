import { wordsAlike } from './folded-words'
import { sameCharacter } from './hanja'
import { nearness } from './nearness'
import { type PreparedName, type Reading } from './prepare'
import { overlap, type Sounds } from './sounds'

export const tuning = {
  tau: 0.25,
  near: 0.012,
  nearHeard: 0.0015,
  otherCharacter: 0.3,
  skip: 0.0005,
  power: 0.1,
  wordsFloor: 0.7,
  wordsSlope: 3.2,
}

function syllables(x: Sounds, y: Sounds, near: number): number {
  const shared = overlap(x, y)
  return shared > near ? shared : Math.max(shared, near * nearness(x.best, y.best))
}

const spelled = ({ style }: Reading) => style !== 'hangul' && style !== 'hanja'

/** The product over syllables; where one name has a syllable more, the best of leaving one of them out. */
function compare(a: Reading, b: Reading): number {
  const more = a.sounds.length >= b.sounds.length ? a : b
  const fewer = more === a ? b : a
  const length = fewer.sounds.length
  const near = a.family === 'mandarin' ? 0 : spelled(a) || spelled(b) ? tuning.near : tuning.nearHeard
  const weight = (a.weight * b.weight) ** tuning.tau
  const at = (i: number, j: number) => {
    const x = more.sounds[i]
    const y = fewer.sounds[j]
    return x && y ? syllables(x, y, near) : 0
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
  for (const a of p.readings) for (const b of q.readings) if (related(a, b)) best = Math.max(best, compare(a, b))
  if (p.characters.length === q.characters.length)
    for (let at = 0; at < p.characters.length; at++)
      if (!sameCharacter(p.characters[at] ?? '', q.characters[at] ?? '')) best *= tuning.otherCharacter
  const heard = Math.min(1, best ** tuning.power)
  if (!p.foreign && !q.foreign) return heard
  return Math.max(heard, (wordsAlike(p.words, q.words) - tuning.wordsFloor) * tuning.wordsSlope)
}
