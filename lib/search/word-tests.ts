import { stemmer } from 'stemmer'

/** Whether a word stands in a text that `foldedText` has folded. */
type WordTest = (text: string) => boolean

const marked = /[^\u0020-\u007E\uAC00-\uD7A3\u4E00-\u9FFF\n\t]/
const marks = /[\u0300-\u036F]/g
const spelled = '(?:(?![\\uAC00-\\uD7A3]|\\p{Script=Han})[\\p{L}\\p{N}])'
const runs = new RegExp(`[\\uAC00-\\uD7A3]+|\\p{Script=Han}+|${spelled}+`, 'gu')

/** Longest first: a particle is what follows a noun, and one that stands on others is taken off with them. */
const particles = [
  '에게서는',
  '으로부터',
  '에서는',
  '에서도',
  '에서의',
  '으로는',
  '으로도',
  '에게서',
  '한테서',
  '에서',
  '으로',
  '에게',
  '한테',
  '까지',
  '부터',
  '처럼',
  '보다',
  '께서',
  '이랑',
  '하고',
  '에는',
  '에도',
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '에',
  '의',
  '로',
  '와',
  '과',
  '도',
  '만',
  '께',
]

/** The form in which two writings of a word are equal: compatibility forms and case folded, accents taken off. */
export function foldedText(text: string): string {
  const plain = marked.test(text) ? text.normalize('NFKD').replace(marks, '').normalize('NFC') : text
  return plain.toLowerCase()
}

/** The word without its particle; one that would leave a lone syllable behind a one-syllable particle is kept whole. */
function withoutParticle(word: string): string {
  const particle = particles.find((one) => word.endsWith(one) && word.length - one.length >= (one.length > 1 ? 1 : 2))
  return particle ? word.slice(0, -particle.length) : word
}

/** Words of one stem (Porter 1980) begin alike but for what the algorithm puts in place of their last letter. */
function stemTest(word: string): WordTest {
  const stem = stemmer(word)
  const head = stem.slice(0, Math.max(2, stem.length - 1))
  const begun = new RegExp(`(?<!${spelled})${head}[a-z]*`, 'gu')
  return (text) => text.includes(head) && (text.match(begun) ?? []).some((one) => one === word || stemmer(one) === stem)
}

function testOf(word: string): WordTest {
  if (/^[a-z]{3,}$/.test(word)) return stemTest(word)
  if (/^[\uAC00-\uD7A3]/.test(word)) {
    const noun = withoutParticle(word)
    return (text) => text.includes(noun)
  }
  if (/^\p{Script=Han}/u.test(word)) return (text) => text.includes(word)
  const begun = new RegExp(`(?<!${spelled})${word}`, 'u')
  return (text) => begun.test(text)
}

/**
 * One test for every word of what is searched. A Korean word is found with any particle behind it and within a longer
 * one, an English word in any form of its stem, a Chinese word anywhere; other words and figures where a word begins.
 */
export const wordTests = (searched: string): WordTest[] =>
  [...new Set(foldedText(searched).match(runs) ?? [])].map(testOf)
