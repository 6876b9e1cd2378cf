import { type Tie, generationsOf } from './generations'
import type { Relation } from './relationships'

export const boxWidth = 156
export const boxHeight = 56
const gapX = 24
const laneHeight = 8
const bracket = 10
const gapY = 32

/** The upper left corner of somebody's box. */
export type Box = { id: string; x: number; y: number; generation: number }

/** A line of the tree as corners to be joined; `index` is that of the relation it draws. */
export type Line = { kind: Tie['kind']; index: number; corners: readonly [number, number][] }

export type FamilyTree = {
  width: number
  height: number
  boxes: Box[]
  lines: Line[]
  /** Relations that the tree does not draw: of another kind, of people it does not reach, or at odds with the generations. */
  undrawn: number[]
}

/** People who stand next to each other: couples, and those who have a child together. */
type Unit = { members: string[]; generation: number; children: Unit[]; hasOwner: boolean }

const widthOf = ({ members }: Unit): number => members.length * boxWidth + (members.length - 1) * gapX

/** Those of one unit in an order in which partners stand side by side where they can. */
function unitsOf(generations: ReadonlyMap<string, number>, ties: readonly Tie[]): Map<string, Unit> {
  const couples = ties.filter(({ kind }) => kind === 'couple').map(({ from, to }) => [from, to])
  const parentOf = new Map<string, string>()
  for (const { from, to } of ties.filter(({ kind }) => kind === 'child')) {
    const other = parentOf.get(to)
    if (other !== undefined) couples.push([other, from])
    parentOf.set(to, from)
  }
  const units = new Map<string, Unit>()
  for (const [person, generation] of generations) {
    if (units.has(person)) continue
    const members = [person]
    for (const member of members) {
      const partners = couples.filter((pair) => pair.includes(member)).flat()
      members.push(...new Set(partners.filter((one) => !members.includes(one))))
    }
    const unit = { members, generation, children: [], hasOwner: false }
    for (const member of members) units.set(member, unit)
  }
  return units
}

/** Hangs each unit below one unit of parents, the first named; siblings without known parents below those of their sibling. */
function hang(units: ReadonlyMap<string, Unit>, ties: readonly Tie[]): Unit[] {
  const below = (parent: Unit | undefined, child: Unit | undefined) => {
    if (!parent || !child || child.hasOwner) return
    child.hasOwner = true
    parent.children.push(child)
  }
  for (const { from, to } of ties.filter(({ kind }) => kind === 'child')) below(units.get(from), units.get(to))
  const all = [...new Set(units.values())]
  for (let isNew = true; isNew;) {
    const before = all.filter(({ hasOwner }) => hasOwner).length
    for (const { from, to } of ties.filter(({ kind }) => kind === 'sibling')) {
      const [one, other] = [units.get(from), units.get(to)]
      below(
        all.find(({ children }) => other && children.includes(other)),
        one,
      )
      below(
        all.find(({ children }) => one && children.includes(one)),
        other,
      )
    }
    isNew = all.filter(({ hasOwner }) => hasOwner).length > before
  }
  return all.filter(({ hasOwner }) => !hasOwner)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

const spanOf = (unit: Unit): number =>
  Math.max(widthOf(unit), sum(unit.children.map(spanOf)) + gapX * Math.max(0, unit.children.length - 1))

/** Every unit keeps a span of its own, as wide as itself or as all below it: so no two boxes of a row meet. */
function place(unit: Unit, left: number, rowOf: (generation: number) => number): Box[] {
  const span = spanOf(unit)
  const start = left + (span - widthOf(unit)) / 2
  const own = unit.members.map((id, order) => ({
    id,
    x: start + order * (boxWidth + gapX),
    y: rowOf(unit.generation),
    generation: unit.generation,
  }))
  const below = sum(unit.children.map(spanOf)) + gapX * Math.max(0, unit.children.length - 1)
  let next = left + (span - below) / 2
  const rest = unit.children.flatMap((child) => {
    const boxes = place(child, next, rowOf)
    next += spanOf(child) + gapX
    return boxes
  })
  return [...own, ...rest]
}

type Drawing = { boxes: ReadonlyMap<string, Box>; units: ReadonlyMap<string, Unit>; lanes: ReadonlyMap<Unit, number> }

const middle = ({ x }: Box): number => x + boxWidth / 2

function cornersOf(tie: Tie, { boxes, units, lanes }: Drawing): [number, number][] {
  const [from, to] = [boxes.get(tie.from), boxes.get(tie.to)]
  if (!from || !to) return []
  const [left, right] = from.x <= to.x ? [from, to] : [to, from]
  const unit = units.get(tie.from)
  if (tie.kind === 'child') {
    const bus = from.y + boxHeight + bracket + laneHeight * (1 + ((unit && lanes.get(unit)) ?? 0))
    return [
      [middle(from), from.y + boxHeight],
      [middle(from), bus],
      [middle(to), bus],
      [middle(to), to.y],
    ]
  }
  if (tie.kind === 'couple' && right.x - left.x === boxWidth + gapX)
    return [
      [left.x + boxWidth, left.y + boxHeight / 2],
      [right.x, right.y + boxHeight / 2],
    ]
  const [edge, out] = tie.kind === 'couple' ? [boxHeight, bracket] : [0, -bracket]
  return [left, right].flatMap((box, side): [number, number][] => {
    const corners: [number, number][] = [
      [middle(box), box.y + edge],
      [middle(box), box.y + edge + out],
    ]
    return side === 0 ? corners : corners.reverse()
  })
}

/** Units with children below them, each with a height of its own for the line that joins them, in every generation. */
function lanesOf(units: ReadonlyMap<string, Unit>, ties: readonly Tie[]): Map<Unit, number> {
  const lanes = new Map<Unit, number>()
  for (const { from } of ties.filter(({ kind }) => kind === 'child')) {
    const unit = units.get(from)
    if (!unit || lanes.has(unit)) continue
    lanes.set(unit, [...lanes.keys()].filter(({ generation }) => generation === unit.generation).length)
  }
  return lanes
}

/** Siblings who have a parent in common are joined by that parent's line already. */
function isDrawn(tie: Tie, ties: readonly Tie[]): boolean {
  if (tie.kind !== 'sibling') return true
  const parentsOf = (id: string) => ties.filter(({ kind, to }) => kind === 'child' && to === id).map(({ from }) => from)
  const theirs = parentsOf(tie.to)
  return !parentsOf(tie.from).some((parent) => theirs.includes(parent))
}

/**
 * A family tree around the first person, in units of a pixel: a row for each generation, parents above their children,
 * couples side by side. No two boxes meet, and every box lies within `width` and `height`. People whom no parent,
 * child, partner or sibling joins to the first are left out. The order of people and relations alone decides the order
 * of the boxes. Layered drawing of a tree with a span for each subtree, after Wetherell and Shannon (1979).
 */
export function familyTree(first: string, relations: readonly Relation[]): FamilyTree {
  const { generations, ties } = generationsOf(first, relations)
  const units = unitsOf(generations, ties)
  const lanes = lanesOf(units, ties)
  const top = Math.min(...generations.values())
  const mostLanes = Math.max(0, ...lanes.values()) + 1
  const rowHeight = boxHeight + gapY + bracket + mostLanes * laneHeight
  const rowOf = (generation: number) => bracket + (generation - top) * rowHeight
  let left = 0
  const boxes = hang(units, ties).flatMap((root) => {
    const placed = place(root, left, rowOf)
    left += spanOf(root) + gapX
    return placed
  })
  const drawing = { boxes: new Map(boxes.map((box) => [box.id, box])), units, lanes }
  const shown = ties.filter((tie) => isDrawn(tie, ties))
  const kept = new Set(ties.map(({ index }) => index))
  return {
    width: left - gapX,
    height: bracket + Math.max(...boxes.map(({ y }) => y)) + boxHeight + bracket,
    boxes,
    lines: shown.map((tie) => ({ kind: tie.kind, index: tie.index, corners: cornersOf(tie, drawing) })),
    undrawn: relations.flatMap((_, index) => (kept.has(index) ? [] : [index])),
  }
}
