import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKeys, nameSimilarity, prepareName, preparedSimilarity, sameNameFrom } from '@/lib/names/match'
import { romanise, schemes } from '@/lib/names/schemes'

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍림리량렴녀로']
const given = [...'철옥영숙희정은별성민수호혁국룡련렬률진남현경미순복광명일선화준우재동기태덕']
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((point) => String.fromCodePoint(point))
const koreanName = fc
  .tuple(fc.constantFrom(...surnames), fc.constantFrom(...given), fc.constantFrom(...given))
  .map((letters) => letters.join(''))
const anyHangul = fc.tuple(syllable, syllable, syllable).map((letters) => letters.join(''))
const written = fc.tuple(koreanName, fc.constantFrom(...schemes), fc.boolean()).map(([name, scheme, turned]) => {
  const text = romanise(name, scheme)
  return turned ? text.split(' ').reverse().join(' ') : text
})
const anyName = fc.oneof(
  koreanName,
  anyHangul,
  written,
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary' }),
)

const shareKey = (a: string, b: string) => nameKeys(a).some((key) => nameKeys(b).includes(key))

describe('any two texts', () => {
  test('are as alike one way round as the other, between 0 and 1', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const similarity = nameSimilarity(a, b)
        expect(similarity).toBe(nameSimilarity(b, a))
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(preparedSimilarity(prepareName(a), prepareName(b))).toBe(similarity)
      }),
      { numRuns: 250 },
    )
  })

  test('equal but for normalisation, letter case, diacritics, apostrophes and signs are wholly alike', () => {
    fc.assert(
      fc.property(fc.oneof(koreanName, written), (name) => {
        const writings = [
          name,
          name.normalize('NFD'),
          name.normalize('NFC'),
          name.normalize('NFKD'),
          name.toUpperCase(),
          name.toLowerCase(),
          name.replaceAll("'", '’'),
          name.replaceAll("'", ''),
          name.replaceAll('-', ' '),
          ` ${name}  `,
        ]
        for (const writing of writings) {
          expect(nameSimilarity(name, writing), writing).toBe(1)
          expect(shareKey(name, writing), writing).toBe(true)
        }
      }),
    )
  })
})

describe('equal-sounding spellings always share a key', () => {
  test.each(schemes)('a Hangul name and its %s', (scheme) => {
    fc.assert(
      fc.property(fc.oneof(koreanName, anyHangul), (name) => {
        const latin = romanise(name, scheme)
        expect(shareKey(name, latin), latin).toBe(true)
        const plain = latin.normalize('NFD').replace(/[\u0300-\u036f']/g, '')
        expect(shareKey(name, plain), plain).toBe(true)
        expect(shareKey(name, latin.toUpperCase().replace(' ', ', '))).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  test('North and South', () => {
    for (const [north, south] of [
      ['리철옥', '이철옥'],
      ['로영희', '노영희'],
      ['량은별', '양은별'],
      ['녀운형', '여운형'],
      ['김련희', '김연희'],
    ])
      expect(shareKey(north ?? '', south ?? ''), north).toBe(true)
  })
})

describe('one name, however written', () => {
  const writings = {
    'Hangul in pieces (NFD)': ['김철옥', '김철옥'.normalize('NFD')],
    'initial sound rule': ['리은별', '이은별'],
    'Hanja read as Korean': ['金哲玉', '김철옥'],
    'simplified characters': ['郑银姬', '鄭銀姬'],
    shinjitai: ['崔竜海', '최룡해'],
    'wrong traditional form': ['樸永植', '박영식'],
    'Revised Romanisation': ['Gim Cheol-ok', '김철옥'],
    'McCune–Reischauer': ['Kim Ch’ŏl-ok', '김철옥'],
    'breve as apostrophe': ["KIM, Cho'l-o'k", 'Kim Ch’ŏl-ŏk'],
    'DPRK 1992': ['Ri Un Byol', '리은별'],
    Yale: ['Kim Chel-ok', '김철옥'],
    'passport and ad-hoc': ['Lee Eunbyul', '이은별'],
    'capitals, unsplit': ['KIM CHEOLOK', '김철옥'],
    'surname last': ['Chol Ok Kim', '김철옥'],
    'surname in capitals at the end': ['Chol Ok KIM', '金哲玉'],
    comma: ['KIM, Chol Ok', '김철옥'],
    pinyin: ['Jin Zheyu', '金哲玉'],
    'pinyin beside Hangul': ['Jin Zheyu', '김철옥'],
    'pinyin beside Latin': ['Jin Zheyu', 'Kim Chol Ok'],
    'Mandarin in Hangul': ['장팅옌', 'Zhang Tingyan'],
    'Mandarin characters in Hangul': ['왕샤오위', '王小雨'],
    Cyrillic: ['Ким Чхоль Ок', '김철옥'],
    'Germanic j': ['Pak Jong-jol', 'Pak Yong-yol'],
    'two scripts in one field': ['김철옥 (Kim Chol Ok)', 'Gim Cheol-ok'],
    homoglyphs: ['Кim Сhol-ok', '김철옥'],
    'surname of two syllables': ['Namgung Ok-bun', '남궁옥분'],
    'other cultures': ['Muhammad ʿAlī', 'muhammad ali'],
    'other cultures, order': ['José María López', 'Lopez, Jose Maria'],
    'other scripts': ['Иван Петров', 'Ivan Petrov'],
  }
  test.each(Object.entries(writings))('%s', (_, [a = '', b = '']) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(sameNameFrom)
    expect(shareKey(a, b)).toBe(true)
  })

  test('a typing error, a missing syllable and initials rank before strangers', () => {
    for (const near of ['Kim Cheol-uk', 'Kim Cheol', 'Kim C. O.', '김철', '김철욱'])
      expect(nameSimilarity('김철옥', near), near).toBeGreaterThan(nameSimilarity('김철옥', 'Ryang Song-min') + 0.1)
  })

  test('other names stay apart', () => {
    for (const [a, b] of [
      ['김철옥', 'Kim Chun-ok'],
      ['김영희', 'Kim Yeon-hwa'],
      ['리은별', '리은하'],
      ['Muhammad Ali', 'Ahmad Karimi'],
      ['金哲玉', '金英玉'],
    ])
      expect(nameSimilarity(a ?? '', b ?? ''), a).toBeLessThan(sameNameFrom)
  })
})

describe('what is no name', () => {
  const odd = [
    '',
    ' ',
    '　',
    'a',
    '김',
    '金',
    'K',
    '🙂🙂',
    '010-1234-5678',
    'ㄱㅏ',
    '-,-',
    "'",
    'محمد علي',
    'שלום',
    'Ｋｉｍ',
    '김🙂철옥',
    '\u0000',
    '\ud800',
    'x'.repeat(10_000),
    '김'.repeat(10_000),
    'Kim '.repeat(2_500),
  ]
  test('never makes it fail, and stays quick', () => {
    for (const a of odd) {
      expect(Array.isArray(nameKeys(a))).toBe(true)
      for (const b of [...odd, '김철옥', 'Kim Chol-ok']) expect(nameSimilarity(a, b)).toBeLessThanOrEqual(1)
    }
  })

  test('a lone syllable, a text without letters and a number have no key', () => {
    for (const text of ['', ' ', '김', '金', 'Kim', '🙂🙂', '010-1234-5678']) expect(nameKeys(text), text).toEqual([])
  })
})
