import { syllableOf } from '@/lib/names/hangul'
import { mandarinOf, soundsOfCharacter } from '@/lib/names/hanja'
import { type Scheme, romanise } from '@/lib/names/schemes'
import frequencies from '@/lib/names/tables/frequencies.json'
import type { Seeded } from '@/lib/seeded'

/** A name as its bearer writes it, in Latin letters, and in characters. */
export type InventedName = { own: string; latin: string; han: string }

type Weighted = { parts: string[]; upTo: number[]; sum: number }

function weighted(entries: readonly (readonly [string, number])[]): Weighted {
  let sum = 0
  const upTo = entries.map(([, weight]) => (sum += weight))
  return { parts: entries.map(([part]) => part), upTo, sum }
}

function draw(seeded: Seeded, { parts, upTo, sum }: Weighted): string {
  const at = (seeded.next() / 2 ** 32) * sum
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return parts[low] ?? ''
}

/** Given names are drawn a syllable at a time; this makes the common ones as common as whole given names are. */
const pairing = 1.35

const counted = (text: string, power: number): [string, number][] =>
  text
    .split(' ')
    .map((entry): [string, number] => [entry.replace(/\d+$/, ''), Number(/\d+$/.exec(entry)?.[0] ?? 0) ** power])

const koreanSurnames = weighted(counted(frequencies.surnames, 1))
const koreanGiven = weighted(counted(frequencies.given, pairing))

/** Per thousand of the people of China, as its ministry of public security counts them. */
const chineseSurnames = weighted(
  counted(
    '王72 李72 张68 刘54 陈45 杨31 黄22 赵23 周21 吴20 徐17 孙15 胡13 朱13 高12 林12 何11 郭11 马10 罗9 梁8 宋8 郑8 谢7 韩7 唐7 冯6 于6 董6 萧6 程6 曹5 袁5 邓5 许5 傅5 沈5 曾5 彭5 吕5',
    1,
  ),
)
const chineseGiven = weighted(
  counted(
    '伟40 芳38 娜30 秀60 敏33 静35 丽50 强34 磊24 军40 洋22 勇30 艳30 杰32 娟24 涛26 明46 超20 兰30 霞24 平40 刚22 桂30 英60 华60 玉44 红40 春30 建44 国44 志40 文50 海36 云32 小40 晓34 金30 梅30 花20 龙20 福20 天18 成22 东22 永22 宇24 雨20 欣18 子34 佳24 婷26 雪20 浩18',
    1,
  ),
)

const chineseShare = 0.1
const shortGivenShare = 0.02
const schemes: readonly Scheme[] = ['dprk', 'dprk', 'rr', 'mr']

const ofSurnames = '金李朴鄭崔姜尹趙張林吳韓申徐權黃安宋柳洪全高文梁孫裵白許南盧河禹'

/** The usual characters of each syllable of a given name, in the order of their frequency. */
const charactersOf = new Map<string, string[]>()
for (const [character] of counted(frequencies.hanja, 1)) {
  const [code] = soundsOfCharacter(character, 'given').codes
  if (code === undefined || ofSurnames.includes(character)) continue
  const syllable = syllableOf(code)
  charactersOf.set(syllable, [...(charactersOf.get(syllable) ?? []), character])
}

const surnameCharacters = new Map(
  [...ofSurnames].map((character) => [syllableOf(soundsOfCharacter(character, 'surname').codes[0] ?? 0), character]),
)

function inCharacters(seeded: Seeded, [surname = '', ...given]: string): string | null {
  const found = [[surnameCharacters.get(surname) ?? []].flat(), ...given.map((one) => charactersOf.get(one) ?? [])]
  return found.some((list) => list.length === 0) ? null : found.map((list) => seeded.pickEarly(list)).join('')
}

const plain = (latin: string) => latin.normalize('NFD').replace(/[\u0300-\u036f']/g, '')

function korean(seeded: Seeded): InventedName {
  const [first, second] = [draw(seeded, koreanGiven), draw(seeded, koreanGiven)]
  const given = first === second || seeded.happens(shortGivenShare) ? first : first + second
  const own = draw(seeded, koreanSurnames) + given
  const latin = romanise(own, seeded.pick(schemes))
  return { own, latin: seeded.happens(0.5) ? plain(latin) : latin, han: inCharacters(seeded, own) ?? latin }
}

const pinyinOf = (characters: string) => [...characters].map((character) => mandarinOf(character)[0] ?? '').join('')
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

function chinese(seeded: Seeded): InventedName {
  const surname = draw(seeded, chineseSurnames)
  const given = draw(seeded, chineseGiven) + (seeded.happens(0.75) ? draw(seeded, chineseGiven) : '')
  const own = surname + given
  return { own, latin: `${capital(pinyinOf(surname))} ${capital(pinyinOf(given))}`, han: own }
}

/** Surnames and syllables by how common they are in life, so that whole names repeat as they do there. */
export function inventName(seeded: Seeded): InventedName {
  return seeded.happens(chineseShare) ? chinese(seeded) : korean(seeded)
}
