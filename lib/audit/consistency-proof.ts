import { nodeHash, sameHash } from '@/lib/audit/leaf-hash'
import { rootOf, splitOf } from '@/lib/audit/root-of'
import { hashBytes } from '@/lib/audit/sha256'

/** What someone shows who says that the log only grew from `size1` leaves under `root1` to `size2` under `root2`. */
export type Consistency = {
  size1: number
  size2: number
  root1: Uint8Array
  root2: Uint8Array
  proof: readonly Uint8Array[]
}

/**
 * The proof that the log of all these leaf hashes begins with its first `size1`. RFC 6962 §2.1.2 (PROOF).
 * Empty when `size1` is the whole log. Throws a RangeError when `size1` is not from 1 to the log's size.
 */
export function consistencyProof(leaves: readonly Uint8Array[], size1: number): Uint8Array[] {
  if (!Number.isSafeInteger(size1) || size1 < 1 || size1 > leaves.length) throw new RangeError('no such earlier log')
  const path: Uint8Array[] = []
  let start = 0
  let end = leaves.length
  while (size1 !== end) {
    const middle = start + splitOf(end - start)
    if (size1 <= middle) {
      path.push(rootOf(leaves, middle, end))
      end = middle
    } else {
      path.push(rootOf(leaves, start, middle))
      start = middle
    }
  }
  if (start !== 0) path.push(rootOf(leaves, start, end))
  return path.reverse()
}

/**
 * Whether the proof shows that the second log begins with the first. Never throws. RFC 9162 §2.1.4.2.
 * The empty log has no proof: it says nothing about what follows, so `size1` 0 is false.
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: Consistency): boolean {
  if (!Number.isSafeInteger(size1) || !Number.isSafeInteger(size2) || size1 < 1 || size1 > size2) return false
  if ([root1, root2, ...proof].some((hash) => hash.length !== hashBytes)) return false
  if (size1 === size2) return proof.length === 0 && sameHash(root1, root2)
  let place = size1 - 1
  let last = size2 - 1
  while (place % 2 === 1) {
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  const [seed, ...path] = place === 0 ? [root1, ...proof] : proof
  return seed !== undefined && climb({ place, last, seed, path }, root1, root2)
}

type Climb = { place: number; last: number; seed: Uint8Array; path: readonly Uint8Array[] }

function climb({ place, last, seed, path }: Climb, root1: Uint8Array, root2: Uint8Array): boolean {
  let earlier = seed
  let later = seed
  for (const sibling of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      earlier = nodeHash(sibling, earlier)
      later = nodeHash(sibling, later)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      later = nodeHash(later, sibling)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameHash(earlier, root1) && sameHash(later, root2)
}
