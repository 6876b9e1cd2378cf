import { codesWrittenAs, type Scheme, schemes } from './schemes'
import { southern } from './hangul'
import { closestReadings, preparedSimilarity, sameNameFrom } from './match'
import { prepareName, type PreparedName, type Reading } from './prepare'
import { type Sounds } from './sounds'

/** Why two names may be one; each has its words in every language. */
export const nameReasons = [
  'same-writing',
  'same-in-mr',
  'same-in-rr',
  'same-in-dprk',
  'same-in-yale',
  'same-in-usual-spelling',
  'initial-sound-rule',
  'korean-reading',
  'mandarin-reading',
  'mandarin-in-hangul',
  'cyrillic',
  'surname-last',
  'other-characters',
  'initials',
  'syllable-missing',
  'near-sound',
  'alike-letters',
  'unlike',
] as const
export type NameReason = (typeof nameReasons)[number]
export type NameExplanation = { similarity: number; same: boolean; reasons: NameReason[] }

const shownFrom = 0.3

/** The syllable on which two sets of sounds agree best; undefined if on none. */
function agreed(x: Sounds, y: Sounds): number | undefined {
  let best: number | undefined
  let most = 0
  for (const [at, code] of x.codes.entries()) {
    const place = y.codes.indexOf(code)
    const shared = place < 0 ? 0 : (x.weights[at] ?? 0) * (y.weights[place] ?? 0)
    if (shared > most) {
      most = shared
      best = code
    }
  }
  return best
}

function writtenIn(reading: Reading, codes: readonly (number | undefined)[]): NameReason[] {
  if (reading.style !== 'south' && reading.style !== 'north') return []
  const fits = (scheme: Scheme) =>
    reading.chunks.every((chunk, at) => {
      const code = codes[at]
      return code !== undefined && codesWrittenAs(chunk, scheme).some((as) => southern(as) === southern(code))
    })
  const found = schemes.filter(fits).map((scheme): NameReason => `same-in-${scheme}`)
  return found.length > 0 ? found : ['same-in-usual-spelling']
}

function soundReasons(a: Reading, b: Reading): NameReason[] {
  if (a.sounds.length !== b.sounds.length) return ['syllable-missing']
  if (a.family === 'mandarin') return ['mandarin-reading']
  const initials = [...a.sounds, ...b.sounds].some(({ onsetOnly }) => onsetOnly)
  const codes = a.sounds.map((sounds, at) => {
    const other = b.sounds[at]
    return other && agreed(sounds, other)
  })
  const near = codes.includes(undefined)
  const found: NameReason[] = initials ? ['initials'] : near ? ['near-sound'] : []
  if (!initials && !near) found.push(...writtenIn(a, codes), ...writtenIn(b, codes))
  if (a.family === 'transcribed' || b.family === 'transcribed') found.push('mandarin-in-hangul')
  else if (a.style === 'pinyin' || b.style === 'pinyin') found.push('mandarin-reading')
  if (a.style === 'hanja' || b.style === 'hanja') found.push('korean-reading')
  if (a.style === 'hangul' && b.style === 'hangul' && !near) found.push('initial-sound-rule')
  return found
}

const turned = ({ pieces }: PreparedName, { chunks }: Reading) =>
  pieces.pieces.length > 1 && pieces.comma < 0 && chunks[0] === pieces.pieces.at(-1)?.letters

/** Why two names may be one name, in codes that have words in every language, the strongest first. */
export const explain = (a: string, b: string): NameExplanation => explainPrepared(prepareName(a), prepareName(b))

/** The same of names that are read already. */
export function explainPrepared(p: PreparedName, q: PreparedName): NameExplanation {
  const similarity = preparedSimilarity(p, q)
  const same = similarity >= sameNameFrom
  const closest = closestReadings(p, q)
  if (similarity < shownFrom) return { similarity, same, reasons: ['unlike'] }
  if (p.whole === q.whole) return { similarity, same, reasons: ['same-writing'] }
  const found = new Set<NameReason>(closest ? soundReasons(closest.a, closest.b) : ['alike-letters'])
  if (closest && (turned(p, closest.a) || turned(q, closest.b))) found.add('surname-last')
  if (p.script === 'Cyrl' || q.script === 'Cyrl') found.add('cyrillic')
  if (p.characters.length > 0 && q.characters.length > 0) found.add('other-characters')
  if (found.size === 0 || p.foreign || q.foreign) found.add('alike-letters')
  return { similarity, same, reasons: nameReasons.filter((reason) => found.has(reason)) }
}
