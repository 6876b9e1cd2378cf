import { prepareName, preparedSimilarity, sameNameFrom } from '../names/match'
import { remembered } from '../names/remembered'
import type { Finding } from './fields'
import { nameShare } from './name-share'
import { bits, odds, soundsPerName } from './weights'

export type Compared = { finding: Finding; weight: number }

const sameWritingFrom = 0.97
const nearFrom = 0.4

const readyMax = 3_000

/** A name made ready once, with how common it is. */
const ready = remembered((text: string) => {
  const name = prepareName(text)
  return { text, name, share: nameShare(name) }
}, readyMax)

type ReadyName = ReturnType<typeof ready>

function compareOne(a: ReadyName, b: ReadyName): Compared {
  const similarity = preparedSimilarity(a.name, b.name)
  const share = Math.max(a.share, b.share)
  if (similarity >= sameWritingFrom) return { finding: 'same-name', weight: bits({ ...odds['same-name'], u: share }) }
  if (similarity >= sameNameFrom)
    return { finding: 'same-sound', weight: bits({ ...odds['same-sound'], u: share * soundsPerName }) }
  if (similarity >= nearFrom) return { finding: 'near-name', weight: bits(odds['near-name']) }
  return { finding: 'other-name', weight: bits(odds['other-name']) }
}

/** The two names of each side that speak most for one person; nothing where one side has none. */
export function compareNames(
  a: readonly string[],
  b: readonly string[],
): (Compared & { pair: [string, string] }) | null {
  let best: (Compared & { pair: [string, string] }) | null = null
  const others = b.map(ready)
  for (const one of a.map(ready))
    for (const other of others) {
      const compared = compareOne(one, other)
      if (best === null || compared.weight > best.weight) best = { ...compared, pair: [one.text, other.text] }
    }
  return best
}
