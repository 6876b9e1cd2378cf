import romanisations from './tables/romanisations.json'
import { codaOf, isSyllable, onsetOf, onsets, syllableCode, vowelOf } from './hangul'

/** Revised Romanisation 2000, McCune–Reischauer 1939, DPRK 1992, Yale. */
export const schemes = ['rr', 'mr', 'dprk', 'yale'] as const
export type Scheme = (typeof schemes)[number]

type Table = { onset: string[]; voiced: string[]; vowel: string[]; coda: string[] }

const tables = new Map<Scheme, Table>()
const firstSyllable = 0xac00
const voicedAfter = new Set([0, 2, 4, 5, 7])
const nasal = onsets.indexOf('ㄴ')
const liquid = onsets.indexOf('ㄹ')

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

/** What a run of letters stands for in one scheme, in either voicing, with or without its breves and apostrophes. */
export function codesWrittenAs(letters: string, scheme: Scheme): number[] {
  return [...(writtenAs(scheme).get(letters) ?? [])]
}

const written = new Map<Scheme, Map<string, Set<number>>>()

function writtenAs(scheme: Scheme): Map<string, Set<number>> {
  const known = written.get(scheme)
  if (known) return known
  const found = new Map<string, Set<number>>()
  const { onset, voiced, vowel, coda } = tableOf(scheme)
  for (let place = 0; place < onset.length * vowel.length * coda.length; place++) {
    const letter = String.fromCodePoint(firstSyllable + place)
    const code = syllableCode(letter)
    const body = (vowel[vowelOf(code)] ?? '') + (coda[place % 28] ?? '')
    for (const head of new Set([onset[onsetOf(code)] ?? '', voiced[onsetOf(code)] ?? ''])) {
      const full = head + body
      for (const form of new Set([full, full.replace("'", ''), full.replace('ŏ', 'o').replace('ŭ', 'u'), full.replace("'", '').replace('ŏ', 'o').replace('ŭ', 'u')])) {
        const codes = found.get(form)
        if (codes) codes.add(code)
        else found.set(form, new Set([code]))
      }
    }
  }
  written.set(scheme, found)
  return found
}

export const nasalOrLiquid = [nasal, liquid]
