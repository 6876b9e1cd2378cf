import type { Place } from './scale'

/**
 * The row of each place, so that marks which would cover each other stand one above the other: the first row that is
 * free, and where all `rows` are taken the one that has been free the longest. `width` is the narrowest mark, as a part of the scale.
 */
export function stagger(places: readonly Place[], { rows, width }: { rows: number; width: number }): number[] {
  const ends = Array.from({ length: rows }, () => -1)
  const found = places.map(() => 0)
  const inOrder = [...places.keys()].sort((a, b) => (places[a]?.start ?? 0) - (places[b]?.start ?? 0) || a - b)
  for (const n of inOrder) {
    const place = places[n]
    if (!place) continue
    const free = ends.findIndex((end) => end <= place.start)
    const row = free === -1 ? ends.indexOf(Math.min(...ends)) : free
    found[n] = row
    ends[row] = Math.max(ends[row] ?? 0, place.end, place.start + width)
  }
  return found
}
