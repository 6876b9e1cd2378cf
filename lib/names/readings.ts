import { syllableOf } from './hangul'
import { mandarinOf } from './hanja'
import { prepareName } from './prepare'
import { romanise, type Scheme } from './schemes'

export type HangulReading = { hangul: string; share: number }
export type Writings = { hangul: HangulReading[]; romanised: Record<Scheme, string>; pinyin?: string }

const readingsMax = 12

/** What a name may be in Hangul, the likeliest first; the shares of all that are left out and in sum to at most 1. */
export function hangulReadings(text: string): HangulReading[] {
  const shares = new Map<string, number>()
  const readings = prepareName(text).readings.filter(({ family }) => family === 'korean')
  const sum = readings.reduce((total, { weight }) => total + weight, 0)
  for (const { sounds, weight } of readings) {
    if (sounds.some(({ onsetOnly }) => onsetOnly)) continue
    let found: [string, number][] = [['', weight / sum]]
    for (const { codes, weights } of sounds) {
      const next = found.flatMap(([hangul, share]) =>
        Array.from(codes, (code, at): [string, number] => [hangul + syllableOf(code), share * (weights[at] ?? 0)]),
      )
      found = next.sort(([, a], [, b]) => b - a).slice(0, readingsMax)
    }
    for (const [hangul, share] of found) shares.set(hangul, (shares.get(hangul) ?? 0) + share)
  }
  return [...shares]
    .map(([hangul, share]) => ({ hangul, share }))
    .sort((a, b) => b.share - a.share)
    .slice(0, readingsMax)
}

/** A name as each scheme writes its likeliest reading, and its Mandarin where it stands in characters. */
export function writingsOf(text: string): Writings | undefined {
  const hangul = hangulReadings(text)
  const [likeliest] = hangul
  if (!likeliest) return undefined
  const written = /\p{Script=Hangul}/u.test(text) ? text : likeliest.hangul
  const [surname = '', ...given] = [...text]
    .filter((letter) => /\p{Script=Han}/u.test(letter))
    .map((letter) => mandarinOf(letter)[0] ?? '')
  const romanised = {
    rr: romanise(written, 'rr'),
    mr: romanise(written, 'mr'),
    dprk: romanise(written, 'dprk'),
    yale: romanise(written, 'yale'),
  }
  return surname === '' ? { hangul, romanised } : { hangul, romanised, pinyin: `${surname} ${given.join('')}` }
}
