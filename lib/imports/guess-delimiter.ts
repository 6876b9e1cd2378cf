import { type Delimiter, delimiterNames, delimiters } from './import-states'

const linesMax = 50

/** How often a sign stands outside quotes in each of the first records. */
function countsOf(text: string, sign: string): number[] {
  const counts: number[] = []
  let [count, quoted] = [0, false]
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === sign) count += 1
    else if (character === '\n') {
      counts.push(count)
      count = 0
      if (counts.length === linesMax) return counts
    }
  }
  return counts.length === 0 ? [count] : counts
}

/** The sign that divides most records into as many cells as the first has; a comma where none does. */
export function guessDelimiter(text: string): Delimiter {
  const scored = delimiterNames.map((name) => {
    const [first = 0, ...others] = countsOf(text, delimiters[name])
    const same = others.length === 0 ? 1 : others.filter((count) => count === first).length / others.length
    return { name, score: first === 0 ? 0 : same + first / 1000 }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score === 0 ? 'comma' : best.name
}
