/** Longer spellings first; ñ stands for a final н, which may be ㄴ or ㅇ, and нъ is ㄴ alone (Kontsevich 1960s, and the press). */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/чх/g, "ch'"],
  [/кх/g, "k'"],
  [/тх/g, "t'"],
  [/пх/g, "p'"],
  [/дж/g, 'j'],
  [/нг/g, 'ng'],
  [/нъ/g, 'n'],
  [/н(?![аеёиоуыэюяй])/g, 'ñ'],
  [/(?<![бвгджзклмнпрстфхцчш])е/g, 'ye'],
  [/ый/g, 'ui'],
  [/[йи]/g, 'i'],
]
const single = new Map(
  Array.from('абвгдеёжзклмнопрстуфхцчшщыэюяіїєґў').map((letter, at) => [
    letter,
    "a b w g d e yo j j k l m n o p r s t u p' h ch' ch s s u e yu ya i yi ye g u".split(' ')[at] ?? '',
  ]),
)

/** Letters that look the same in Latin and Cyrillic, for a word in which the two are mixed. */
const alike = new Map(Array.from('аеосрхукмтвніј').map((letter, at) => [letter, 'aeocpxykmtbhij'[at] ?? '']))

/** A piece of a Korean name in Cyrillic as Latin letters near McCune–Reischauer. */
export function latinOfCyrillic(piece: string): string {
  let text = piece.normalize('NFC').toLowerCase()
  for (const [from, to] of spellings) text = text.replace(from, to)
  return [...text]
    .map((letter) => single.get(letter) ?? letter)
    .join('')
    .replace(/[^a-zñ']/g, '')
}

/** A Latin word with look-alike Cyrillic letters in it, those made Latin. */
export function unmixed(word: string): string {
  return /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)
    ? [...word.toLowerCase()].map((letter) => alike.get(letter) ?? letter).join('')
    : word
}
