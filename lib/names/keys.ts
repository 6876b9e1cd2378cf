import { codaOf, onsetOf, onsets, southern, vowelOf, vowels } from './hangul'
import { layoutsOf, type Pieces } from './read-latin'
import { pinyinSyllable } from './pinyin'
import { isWhole } from './is-whole'
import { prepareName, type Reading } from './prepare'
import { remembered } from './remembered'
import { codesWrittenAs, type Scheme, schemes } from './schemes'
import { type Sounds } from './sounds'

const onsetClasses = classesOf(['ㄱㄲㅋ', 'ㄴ', 'ㄷㄸㅌ', 'ㄹ', 'ㅁ', 'ㅂㅃㅍ', 'ㅅㅆ', 'ㅇ', 'ㅈㅉㅊ', 'ㅎ'], onsets)
const vowelClasses = classesOf(['ㅏㅑㅘ', 'ㅓㅗㅜㅡㅝㅕㅛㅠ', 'ㅐㅔㅚㅙㅞㅒㅖ', 'ㅣㅢㅟ'], vowels)
const keysMax = 24
const readingWeightMin = 0.004
const shareMin = 0.001
const givenKeysMax = 12
const givenWeightMin = 0.05
/** The longest names with a surname of two syllables have two more. */
const compoundNameLength = 4

function classesOf(groups: readonly string[], sounds: string): number[] {
  return Array.from(sounds, (sound) => groups.findIndex((group) => group.includes(sound)))
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** The class of sound of a syllable, in three letters. */
function classOf(code: number): string {
  const as = southern(code)
  return (
    (letters[onsetClasses[onsetOf(as)] ?? 0] ?? '') +
    (letters[vowelClasses[vowelOf(as)] ?? 0] ?? '') +
    (letters[codaOf(as)] ?? '')
  )
}

const known = new WeakMap<Sounds, Map<string, number>>()

function classShares(sounds: Sounds): Map<string, number> {
  const before = known.get(sounds)
  if (before) return before
  const shares = new Map<string, number>()
  for (let at = 0; at < sounds.codes.length; at++) {
    const name = classOf(sounds.codes[at] ?? 0)
    shares.set(name, (shares.get(name) ?? 0) + (sounds.weights[at] ?? 0))
  }
  known.set(sounds, shares)
  return shares
}

/** The likeliest whole sequences of classes, none less likely than `shareMin`. */
function combine(syllables: readonly ReadonlyMap<string, number>[], start: number): [string, number][] {
  let found: [string, number][] = [['', start]]
  for (const shares of syllables) {
    found = found
      .flatMap(([key, weight]) => [...shares].map(([name, share]): [string, number] => [key + name, weight * share]))
      .filter(([, weight]) => weight >= shareMin)
      .sort((a, b) => b[1] - a[1])
      .slice(0, keysMax)
  }
  return found
}

const named = (sounds: Sounds) =>
  new Map(Array.from(sounds.codes, (code, at) => [`${pinyinSyllable(code)} `, sounds.weights[at] ?? 0]))

type Said = Pick<Reading, 'family' | 'sounds' | 'weight'>

function keysOfReading({ family, sounds, weight }: Said): string[] {
  if (sounds.length < 2 || sounds.some(({ onsetOnly, codes }) => onsetOnly || codes.length === 0)) return []
  const mandarin = family === 'mandarin'
  const found = combine(sounds.map(mandarin ? named : classShares), mandarin ? 1 : weight)
  return found.map(([key]) => (mandarin ? 'm:' : 'k:') + key)
}

const writtenMax = 5_000
const classesIn = (scheme: Scheme) =>
  remembered((piece: string) => [...new Set(codesWrittenAs(piece, scheme).map(classOf))], writtenMax)
const classesWrittenAs = { rr: classesIn('rr'), mr: classesIn('mr'), dprk: classesIn('dprk'), yale: classesIn('yale') }

/** A name whose pieces are each one syllable of a published scheme, however rare, has the key of that syllable. */
function keysByScheme({ pieces, comma }: Pieces): string[] {
  if (pieces.length < 2 || pieces.length > 4) return []
  const found: string[] = []
  for (const { surname, given } of layoutsOf(pieces, comma))
    for (const scheme of schemes) {
      const classes = [...surname, ...given].map(({ letters: piece }) => classesWrittenAs[scheme](piece))
      if (classes.some((names) => names.length === 0)) continue
      found.push(
        ...classes
          .reduce<string[]>((keys, names) => keys.flatMap((key) => names.map((name) => key + name)), ['k:'])
          .slice(0, keysMax),
      )
    }
  return found
}

/** The consonants of all words, doubled ones once, so that spellings that differ in their vowels meet. */
const skeleton = (words: readonly string[]) =>
  words
    .map(
      (word) =>
        word.slice(0, 1) +
        word
          .slice(1)
          .replace(/[aeiouyhw]/g, '')
          .replace(/(.)\1+/g, '$1'),
    )
    .join(' ')

/**
 * The keys under which a whole name is found: writings of one name that may sound alike share one, whatever the script
 * or scheme. None for a lone syllable or a text without letters.
 */
export function nameKeys(text: string): string[] {
  const name = prepareName(text)
  const likely = name.readings.filter(({ weight }) => weight >= readingWeightMin)
  const keys = new Set([...likely.flatMap(keysOfReading), ...keysByScheme(name.pieces)])
  const other = name.foreign || name.script === 'Hang'
  if (other && name.words.length > 0 && isWhole(name.text)) keys.add(`w:${skeleton(name.words)}`)
  return [...keys]
}

/** A reading without its surname; whole where it has two syllables, for it may be a given name that stands alone. */
function givenPartsOf({ family, sounds, weight }: Reading): Said[] {
  const { length } = sounds
  const cuts = length === 2 ? [0] : length === compoundNameLength ? [1, 2] : [1]
  return cuts.map((cut) => ({ family, sounds: sounds.slice(cut), weight }))
}

/**
 * The keys of the given name within a name, so that it is found without its surname or under another. None for a given
 * name of one syllable, nor for names whose given part cannot be told.
 */
export function givenKeys(text: string): string[] {
  const likely = prepareName(text).readings.filter(({ weight }) => weight >= givenWeightMin)
  return [...new Set(likely.flatMap(givenPartsOf).flatMap(keysOfReading))].slice(0, givenKeysMax)
}
