import type { Clause } from './terms'
import { foldedText, wordTests } from './word-tests'

const charactersMax = 160
const sentence = /[^.!?。！？\n]+[.!?。！？]?/gu

/** The part of a record in which the words of a search stand, no longer than a line or two. */
export function excerptOf(text: string, clauses: readonly Clause[]): string {
  const tests = clauses.filter(({ step }) => step !== 'exclude').flatMap((clause) => wordTests(clause.text))
  const parts = (text.match(sentence) ?? [text]).map((part) => part.trim()).filter((part) => part !== '')
  const found = parts.find((part) => tests.some((test) => test(foldedText(part)))) ?? parts[0] ?? ''
  const signs = [...found]
  return signs.length > charactersMax ? `${signs.slice(0, charactersMax).join('')}…` : found
}
