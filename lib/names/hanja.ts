import readings from './tables/hanja-readings.json'
import variants from './tables/hanja-variants.json'
import pinyin from './tables/hanzi-pinyin.json'
import frequencies from './tables/frequencies.json'
import { southern, syllableCode } from './hangul'
import { remembered } from './remembered'
import { type Role, shareOf, type Sounds, soundsOf } from './sounds'

type Tables = {
  korean: Map<string, number[]>
  variants: Map<string, string>
  pinyin: Map<string, string[]>
  counts: Map<string, number>
}
let loaded: Tables | undefined

export function tables(): Tables {
  if (loaded) return loaded
  const korean = new Map<string, number[]>()
  for (const [syllable, characters] of Object.entries(readings)) {
    const code = syllableCode(syllable)
    for (const character of characters) {
      const codes = korean.get(character)
      if (codes) codes.push(code)
      else korean.set(character, [code])
    }
  }
  const mandarin = new Map<string, string[]>()
  for (const table of [pinyin.main, pinyin.other])
    for (const [syllable, characters] of Object.entries(table))
      for (const character of characters) {
        const syllables = mandarin.get(character)
        if (syllables) syllables.push(syllable)
        else mandarin.set(character, [syllable])
      }
  const counts = new Map(
    frequencies.hanja.split(' ').map((entry) => [[...entry][0] ?? '', Number(entry.replace(/^\D+/u, ''))]),
  )
  loaded = { korean, variants: new Map(Object.entries(variants)), pinyin: mandarin, counts }
  return loaded
}

const ofVariant = 0.4

/** The Korean readings of a character, its own before those of its variant forms, weighted by how usual each is in names. */
function koreanOf(character: string, role: Role): Map<number, number> {
  const { korean, variants } = tables()
  const found = new Map<number, number>()
  const add = (code: number, weight: number) => {
    const as = role === 'surname' ? southern(code) : code
    found.set(as, Math.max(found.get(as) ?? 0, weight * (shareOf(as, role) + 1e-5)))
  }
  for (const code of korean.get(character) ?? []) add(code, 1)
  for (const variant of variants.get(character) ?? '')
    for (const code of korean.get(variant) ?? []) add(code, ofVariant)
  return found
}

const charactersMax = 20_000
const readers = {
  surname: remembered((character: string) => soundsOf(koreanOf(character, 'surname')), charactersMax),
  given: remembered((character: string) => soundsOf(koreanOf(character, 'given')), charactersMax),
}

/** What a character may sound like in a Korean name; no sound at all if the tables do not know it. */
export function soundsOfCharacter(character: string, role: Role): Sounds {
  return readers[role](character)
}

/** The toneless pinyin readings of a character, the usual one first. */
export function mandarinOf(character: string): string[] {
  const { pinyin, variants } = tables()
  const own = pinyin.get(character)
  if (own) return own
  return [...new Set([...(variants.get(character) ?? '')].flatMap((variant) => pinyin.get(variant) ?? []))]
}

export function sameCharacter(a: string, b: string): boolean {
  return a === b || (tables().variants.get(a) ?? '').includes(b) || (tables().variants.get(b) ?? '').includes(a)
}
