const apostrophes = /['’‘‛ʼʻʽʾʿ`´′＇]/gu

/** Spellings whose sign says more than a mark to be dropped: Czech and German letters, and the breve. */
const folded: readonly (readonly [RegExp, string])[] = [
  [/o[\u0306\u030c\u0302]/g, 'ŏ'],
  [/u[\u0306\u030c\u0302]/g, 'ŭ'],
  [/c\u030c/g, 'ch'],
  [/s\u030c/g, 'sh'],
  [/z\u030c/g, 'zh'],
  [/a\u0308/g, 'ae'],
  [/o\u0308/g, 'oe'],
  [/u\u0308/g, 'v'],
]

/**
 * The letters of one piece of a Latin name: a–z, ŏ and ŭ, and ' after a consonant that it aspirates. An apostrophe after
 * o or u is the breve of typewriters (Cho'ng for Chŏng); any other is left out.
 */
export function latinLetters(piece: string): string {
  let text = piece.normalize('NFKD').toLowerCase().replace(apostrophes, "'")
  for (const [from, to] of folded) text = text.replace(from, to)
  return text
    .replace(/\p{M}/gu, '')
    .replace(/wh/g, 'hw')
    .replace(/o'/g, 'ŏ')
    .replace(/u'/g, 'ŭ')
    .replace(/(?<!ch|[kpt])'/g, '')
    .replace(/[^a-zŏŭ']/g, '')
}

export function pinyinLetters(piece: string): string {
  return piece
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u\u0308/g, 'v')
    .replace(/[^a-z]/g, '')
}
