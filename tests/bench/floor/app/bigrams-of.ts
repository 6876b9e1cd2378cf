/** Every two letters or syllables that stand side by side in a name, in lower case and without spaces and signs. */
export function bigramsOf(text: string): string[] {
  const letters = [...text.normalize('NFC').toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  return [...new Set(letters.slice(1).map((letter, place) => `${letters[place] ?? ''}${letter}`))]
}
