import { type Town, towns } from './towns'

const marks = /[\u0300-\u036F]/g
const apostrophes = /['’‘ʼʻ`´]/g
const syllabic = /^[\uAC00-\uD7A3\p{Script=Han}]/u
const words = /[\uAC00-\uD7A3]+|\p{Script=Han}+|(?:(?![\uAC00-\uD7A3]|\p{Script=Han})[\p{L}\p{N}])+/gu

/** Case, accents and apostrophes taken off, so that every way to spell one name is the same. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase().replace(apostrophes, '')
const wordsOf = (text: string): string[] => folded(text).match(words) ?? []

const byName = new Map(towns.flatMap((town) => town.names.map((name) => [wordsOf(name).join(''), town] as const)))
const byCode = new Map(towns.map((town) => [town.code, town]))

const syllablesMin = 2
const syllablesMax = Math.max(...[...byName.keys()].filter((name) => syllabic.test(name)).map((name) => name.length))
/** A Latin spelling may part every syllable from the next. */
const partsMax = 3

/** What is written behind a name: that it is a town, a county, a port. */
const ranks = /(?:조선족자치현|자치현|세관|시|군|현|진|구|항|리|朝鲜族自治县|口岸|市|县|縣|镇|鎮)$/u
const rankWords = new Set(
  'city county town port district prefecture crossing customs shi xian zhen si gun ri'.split(' '),
)

/** The town named from a place on, and how much of the text its name takes; the longest name of all. */
function longest(
  lengths: readonly number[],
  nameOf: (length: number) => string,
): { town: Town; length: number } | null {
  for (const length of lengths) {
    const town = byName.get(nameOf(length))
    if (town) return { town, length }
  }
  return null
}

const downFrom = (most: number, least: number) => Array.from({ length: most - least + 1 }, (_, step) => most - step)
const ofSyllables = downFrom(syllablesMax, syllablesMin)
const ofParts = downFrom(partsMax, 1)

function along(size: number, at: (place: number) => ReturnType<typeof longest>): Town[] {
  const found: Town[] = []
  for (let place = 0; place < size;) {
    const named = at(place)
    if (named) found.push(named.town)
    place += named?.length ?? 1
  }
  return found
}

const inSyllables = (word: string) =>
  along(word.length, (from) => longest(ofSyllables, (length) => word.slice(from, from + length)))

/** The towns that stand in what somebody wrote of a place, each once. */
export function townsIn(text: string): Town[] {
  const spelled = wordsOf(text)
  const inLetters = along(spelled.length, (from) =>
    longest(ofParts, (length) => spelled.slice(from, from + length).join('')),
  )
  return [...new Set([...inLetters, ...spelled.filter((word) => syllabic.test(word)).flatMap(inSyllables)])]
}

/** The town that a text names and says nothing else, but what sort of a place it is; null where it says more or less. */
export function townOf(text: string): Town | null {
  const name = wordsOf(text)
    .filter((word, place) => place === 0 || !rankWords.has(word))
    .join('')
  return byName.get(name) ?? byName.get(name.replace(ranks, '')) ?? null
}

/** Whether one town is the other or lies in it. */
export function liesIn(town: Town, larger: Town): boolean {
  let one: Town | undefined = town
  while (one && one !== larger) one = byCode.get(one.within ?? '')
  return one !== undefined
}

/** The one province in which every town lies that a text names; null where it names none, or towns of several. */
export function provinceIn(text: string): Town['province'] | null {
  const [first, ...others] = new Set(townsIn(text).map(({ province }) => province))
  return first && others.length === 0 ? first : null
}
