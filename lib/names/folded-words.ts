import anyAscii from 'any-ascii'

const wordsMax = 8
const lettersMax = 40

/** The words of a name of any script in plain Latin letters, transliterated by Unicode tables, in the order of the alphabet. */
export function foldedWords(text: string): string[] {
  const plain = anyAscii(text.normalize('NFKC')).toLowerCase().replace(/['’`]/g, '')
  return plain
    .split(/[^a-z]+/)
    .filter(Boolean)
    .slice(0, wordsMax)
    .map((word) => word.slice(0, lettersMax))
    .sort()
}

/** Similarity of two words by Jaro (1989) with Winkler's prefix (1990), from 0 to 1. */
function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = one < other ? [one, other] : [other, one]
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const shared: number[] = []
  for (let at = 0; at < a.length; at++)
    for (let place = Math.max(0, at - reach); place <= Math.min(b.length - 1, at + reach); place++)
      if (!taken.has(place) && a[at] === b[place]) {
        taken.add(place)
        shared.push(at)
        break
      }
  if (shared.length === 0) return 0
  const places = [...taken].sort((x, y) => x - y)
  const moved = shared.filter((at, order) => a[at] !== b[places[order] ?? -1]).length / 2
  const jaro = (shared.length / a.length + shared.length / b.length + (shared.length - moved) / shared.length) / 3
  let prefix = 0
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** How alike two lists of words are, each word of the shorter beside its best partner; words left over count against. */
export function wordsAlike(a: readonly string[], b: readonly string[]): number {
  const inOrder = a.length === b.length ? a.join(' ') <= b.join(' ') : a.length < b.length
  const [fewer, more] = inOrder ? [a, b] : [b, a]
  if (fewer.length === 0) return 0
  const pairs = fewer.flatMap((x, i) =>
    more.map((y, j) => ({ i, j, alike: jaroWinkler(x, y), letters: x.length + y.length })),
  )
  pairs.sort((x, y) => y.alike - x.alike || y.letters - x.letters)
  const left = new Set(fewer.keys())
  const right = new Set(more.keys())
  let sum = 0
  for (const { i, j, alike, letters } of pairs)
    if (left.has(i) && right.has(j)) {
      left.delete(i)
      right.delete(j)
      sum += alike * letters
    }
  const letters = [...fewer, ...more].reduce((total, word) => total + word.length, 0)
  const spare = [...right].reduce((total, j) => total + (more[j]?.length ?? 0), 0)
  return (sum + spare * 0.6) / letters
}
