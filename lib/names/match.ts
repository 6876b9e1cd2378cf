import { wordsAlike } from './folded-words'
import { sameCharacter } from './hanja'
import { nearness } from './nearness'
import { prepareName, type PreparedName, type Reading } from './prepare'
import { overlap, type Sounds } from './sounds'

/** A pair at or above this is taken for one name: chosen on attested writings, where it finds 99 % at 98.8 % precision. */
export const sameNameFrom = 0.59

/** A likelier reading counts more, by this power of its weight. */
const readingPower = 0.7
/** What is left of a syllable that is only near, where a spelling stands between, and where both are written as heard. */
const nearSpelled = 0.012
const nearWritten = 0.0015
const otherCharacter = 0.3
const syllableMissing = 0.0005
/** Spreads the products over 0 to 1, which changes no order. */
const productPower = 0.1
const negligible = 1e-7
const wordsAlikeFrom = 0.7
const wordsSlope = 3.2

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
  const near = a.family === 'mandarin' ? 0 : spelled(a) || spelled(b) ? nearSpelled : nearWritten
  const weight = (a.weight * b.weight) ** readingPower
  const at = (i: number, j: number) => {
    const x = more.sounds[i]
    const y = fewer.sounds[j]
    return x && y ? syllables(x, y, near) : 0
  }
  if (more.sounds.length === length) {
    let product = weight
    for (let i = 0; i < length && product > negligible; i++) product *= at(i, i)
    return product
  }
  if (more.sounds.length !== length + 1 || length < 2) return 0
  let best = 0
  for (let left = 0; left <= length; left++) {
    let product = weight * syllableMissing
    for (let j = 0; j < length && product > negligible; j++) product *= at(j < left ? j : j + 1, j)
    best = Math.max(best, product)
  }
  return best
}

function related(a: Reading, b: Reading): boolean {
  if (a.family === 'mandarin' || b.family === 'mandarin') return a.family === b.family
  return a.family === 'korean' || b.family === 'korean'
}

/** The two readings that agree best, and how well. */
export function closestReadings(
  p: PreparedName,
  q: PreparedName,
): { a: Reading; b: Reading; product: number } | undefined {
  let closest: { a: Reading; b: Reading; product: number } | undefined
  for (const a of p.readings)
    for (const b of q.readings) {
      const product = related(a, b) ? compare(a, b) : 0
      if (product > (closest?.product ?? 0)) closest = { a, b, product }
    }
  return closest
}

function charactersAlike(p: PreparedName, q: PreparedName): number {
  if (p.characters.length !== q.characters.length) return 1
  const unlike = p.characters.filter((character, at) => !sameCharacter(character, q.characters[at] ?? ''))
  return otherCharacter ** unlike.length
}

/**
 * How likely two prepared names are one name, from 0 to 1, the same either way round. Each name is a few weighted
 * sequences of syllables; the score is the product over syllables of the cosine of what each may sound like, of the best
 * pair of sequences. Names of other tongues are compared by their words (Jaro–Winkler).
 */
export function preparedSimilarity(p: PreparedName, q: PreparedName): number {
  if (p.whole === q.whole) return p.whole === '' ? 0 : 1
  let best = 0
  for (const a of p.readings) for (const b of q.readings) if (related(a, b)) best = Math.max(best, compare(a, b))
  if (p.characters.length > 0) best *= charactersAlike(p, q)
  const heard = Math.min(1, best ** productPower)
  if (!p.foreign && !q.foreign) return heard
  return Math.max(heard, (wordsAlike(p.words, q.words) - wordsAlikeFrom) * wordsSlope)
}

/** How likely two names are one name however each was written, from 0 to 1; any text may be given. */
export function nameSimilarity(a: string, b: string): number {
  return preparedSimilarity(prepareName(a), prepareName(b))
}

export { nameKeys } from './keys'
export { type PreparedName, prepareName } from './prepare'
