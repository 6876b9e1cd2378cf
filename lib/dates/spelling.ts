import { no, yes, type Answer } from './partial-date'

const jucheYearZero = 1911

/**
 * A typed date in one spelling: NFKC (full-width digits, Hangul in separate jamo), small letters, one kind of dash and
 * of tilde, Hanja of year, month and day as Hangul, Juche years (n = n + 1911) as years of the common era.
 * A Juche year that contradicts the year in brackets beside it cannot be.
 */
export function spelled(text: string): Answer<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u301C\u223C\u02DC]/g, '~')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/年/g, '년')
    .replace(/月/g, '월')
    .replace(/[日号號]/g, '일')
    .replace(/[约約]/g, '약')
    .replace(/\s+/g, ' ')
    .trim()
  return withoutJuche(plain)
}

const jucheFirst = /(?:juche|chuch'?e|주체)(?: year)? ?(\d{1,3})(?!\d)(?: ?\( ?(\d{4}) ?년? ?\))?/
const jucheInBrackets = /(\d{4})(년?) ?\( ?(?:juche|chuch'?e|주체) ?(\d{1,3})년? ?\)/

function withoutJuche(text: string): Answer<string> {
  const bracketed = jucheInBrackets.exec(text)
  const found = bracketed ?? jucheFirst.exec(text)
  if (!found) return yes(text)
  const juche = Number(bracketed ? found[3] : found[1])
  const common = bracketed ? found[1] : found[2]
  const year = String(juche + jucheYearZero)
  if (juche === 0 || (common !== undefined && common !== year)) return no('impossible-date')
  return yes(text.replace(found[0], year + (bracketed ? (found[2] ?? '') : '')))
}
