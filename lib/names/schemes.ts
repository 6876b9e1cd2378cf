import romanisations from './tables/romanisations.json'
import { codaOf, codeOf, isSyllable, onsetOf, syllableCode, vowelOf } from './hangul'

/** Revised Romanisation 2000, McCune–Reischauer 1939, DPRK 1992, Yale. */
export const schemes = ['rr', 'mr', 'dprk', 'yale'] as const
export type Scheme = (typeof schemes)[number]

type Table = { onset: string[]; voiced: string[]; vowel: string[]; coda: string[] }

const tables = new Map<Scheme, Table>()
const firstSyllable = 0xac00
const voicedAfter = new Set([0, 2, 4, 5, 7])

export function tableOf(scheme: Scheme): Table {
  const known = tables.get(scheme)
  if (known) return known
  const { onset, voiced, vowel, coda } = romanisations[scheme]
  const table = { onset: onset.split(' '), voiced: voiced.split(' '), vowel: vowel.split(' '), coda: coda.split(' ') }
  tables.set(scheme, table)
  return table
}

/** One syllable as a scheme writes it; `voiced` is how a consonant stands between vowels in the older schemes. */
export function romaniseSyllable(letter: string, scheme: Scheme, voiced: boolean): string {
  const { onset, voiced: softened, vowel, coda } = tableOf(scheme)
  const code = syllableCode(letter)
  const final = ((letter.codePointAt(0) ?? firstSyllable) - firstSyllable) % 28
  const head = (voiced ? softened : onset)[onsetOf(code)] ?? ''
  return head + (vowel[vowelOf(code)] ?? '') + (coda[final] ?? '')
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * A Hangul name as a scheme writes it: surname, then the given name with its syllables parted by hyphens. Sounds change
 * across the hyphen only in the voicing of McCune–Reischauer and DPRK 1992, as those schemes do in names.
 */
export function romanise(name: string, scheme: Scheme): string {
  const letters = [...name.normalize('NFC')].filter(isSyllable)
  const written = letters.map((letter, at) => {
    const before = at < 2 ? undefined : letters[at - 1]
    return romaniseSyllable(letter, scheme, before !== undefined && voicedAfter.has(codaOf(syllableCode(before))))
  })
  const [surname = '', ...given] = written
  return [capital(surname), capital(given.join('-'))].filter(Boolean).join(' ')
}

type Written = { onset: Map<string, number[]>; vowel: Map<string, number[]>; coda: Map<string, number[]> }

const written = new Map<Scheme, Written>()

function bySpelling(lists: readonly (readonly string[])[], soundAt: (at: number) => number): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const list of lists)
    for (const [at, spelling] of list.entries())
      for (const form of new Set([spelling, unmarked(spelling)]))
        found.set(form, [...new Set([...(found.get(form) ?? []), soundAt(at)])])
  return found
}

const unmarked = (text: string) => text.replace("'", '').replace('ŏ', 'o').replace('ŭ', 'u')

function writtenIn(scheme: Scheme): Written {
  const known = written.get(scheme)
  if (known) return known
  const { onset, voiced, vowel, coda } = tableOf(scheme)
  const found = {
    onset: bySpelling([onset, voiced], (at) => at),
    vowel: bySpelling([vowel], (at) => at),
    coda: bySpelling([coda], (at) => codaOf(syllableCode(String.fromCodePoint(firstSyllable + at)))),
  }
  written.set(scheme, found)
  return found
}

/** What a run of letters stands for in one scheme, in either voicing, with or without its breves and apostrophes. */
export function codesWrittenAs(letters: string, scheme: Scheme): number[] {
  const { onset, vowel, coda } = writtenIn(scheme)
  const found: number[] = []
  for (let head = 0; head <= Math.min(3, letters.length); head++)
    for (let tail = 0; tail <= Math.min(3, letters.length - head); tail++)
      for (const v of vowel.get(letters.slice(head, letters.length - tail)) ?? [])
        for (const o of onset.get(letters.slice(0, head)) ?? [])
          for (const c of coda.get(letters.slice(letters.length - tail)) ?? []) found.push(codeOf(o, v, c))
  return found
}
