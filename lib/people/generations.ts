import { type Relation, inverseOf } from './relationships'

/** A tie that a family tree draws: a parent above a child, or two side by side. */
export type Tie = { kind: 'child' | 'couple' | 'sibling'; from: string; to: string; index: number }

/** A relation as a tie of the tree, `from` being the parent; null for any other kind of relation. */
function tieOf({ from, to, type }: Relation, index: number): Tie | null {
  if (type === 'PARENT') return { kind: 'child', from, to, index }
  if (type === 'CHILD') return { kind: 'child', from: to, to: from, index }
  if (type === 'SPOUSE' || type === 'PARTNER') return { kind: 'couple', from, to, index }
  return type === 'SIBLING' ? { kind: 'sibling', from, to, index } : null
}

const step = (tie: Tie, of: string): number => (tie.kind !== 'child' ? 0 : tie.from === of ? 1 : -1)

/**
 * The generation of everyone whom parents, children, couples and siblings join to the first person, who is of
 * generation 0; parents are one less. `ties` are those that agree with the generations found, so that in them a
 * parent always stands exactly one above the child. Walks from the first person outwards, in the order of the relations.
 */
export function generationsOf(first: string, relations: readonly Relation[]) {
  const all = relations.map(tieOf).filter((tie) => tie !== null)
  const generations = new Map([[first, 0]])
  for (const [person, generation] of generations) {
    for (const tie of all.filter(({ from, to }) => from === person || to === person)) {
      const other = tie.from === person ? tie.to : tie.from
      if (!generations.has(other)) generations.set(other, generation + step(tie, person))
    }
  }
  const ties = all.filter((tie) => {
    const [from, to] = [generations.get(tie.from), generations.get(tie.to)]
    return from !== undefined && to !== undefined && to - from === (tie.kind === 'child' ? 1 : 0)
  })
  return { generations, ties }
}

/** What somebody is to the first person in one word of the list, where the two are related directly. */
export function relationTo(first: string, person: string, relations: readonly Relation[]): Relation['type'] | null {
  for (const { from, to, type } of relations) {
    if (from === person && to === first) return type
    if (from === first && to === person) return inverseOf(type)
  }
  return null
}
