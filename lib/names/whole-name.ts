import type { Script } from './scripts'

const kanaVoicing = '\u3099\u309A'
const notOfTheName = new RegExp(`[^\\p{L}\\p{N}${kanaVoicing}]|[\\u02B9-\\u02DF\\uA78B\\uA78C]`, 'gu')

const tests: [Script, RegExp][] = [
  ['Hang', /\p{Script=Hangul}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
]

/**
 * The form in which two writings of one whole name are equal: compatibility forms (UAX #15, NFKC) and case folded, the
 * latter by way of upper case so that ß is ss; diacritics, apostrophes, hyphens, blanks, commas and all other signs
 * taken out, the order of the letters kept. The voicing marks of kana stay: they make another syllable.
 * Empty where the text holds no letter or figure: such a name equals nothing and must get no tag.
 */
export function wholeName(text: string): string {
  return lettersOf(lettersOf(text).toLowerCase().toUpperCase().toLowerCase()).replace(/ς/g, 'σ').normalize('NFKC')
}

/** The script most letters of a text are written in; of two as frequent the one that comes first. */
export function scriptOf(text: string): Script {
  const counts = new Map<Script, number>()
  for (const letter of text.normalize('NFC')) {
    if (!/\p{L}/u.test(letter)) continue
    const script = tests.find(([, test]) => test.test(letter))?.[0] ?? 'Zzzz'
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? 'Zzzz'
}

function lettersOf(text: string): string {
  return text.normalize('NFKD').replace(notOfTheName, '')
}
