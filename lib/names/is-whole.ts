import { scriptOf, wholeName } from './whole-name'

const syllabic = ['Hang', 'Hani', 'Kana']
const lettersOfOneWordMin = 6

/**
 * Whether a text can be a whole name: two syllables or characters, two words, or one long word. A lone surname or
 * syllable gets no tag, for its tag would tell by its frequency what it is.
 */
export function isWhole(text: string): boolean {
  const letters = [...wholeName(text).normalize('NFC')]
  if (syllabic.includes(scriptOf(text))) return letters.length >= 2
  return text.trim().split(/[\s,]+/u).length >= 2 || letters.length >= lettersOfOneWordMin
}
