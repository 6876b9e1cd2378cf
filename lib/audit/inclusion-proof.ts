import { nodeHash, sameHash } from '@/lib/audit/leaf-hash'
import { rootOf, splitOf } from '@/lib/audit/root-of'
import { hashBytes } from '@/lib/audit/sha256'

/** What someone shows who says that a leaf stands in the log: `size` counts leaves, `index` starts at 0. */
export type Inclusion = {
  index: number
  size: number
  leaf: Uint8Array
  proof: readonly Uint8Array[]
  root: Uint8Array
}

/**
 * The audit path of the leaf at `index`, nearest sibling first. RFC 6962 §2.1.1 (PATH).
 * `leaves` are leaf hashes in log order. Throws a RangeError when there is no such leaf.
 */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf')
  const path: Uint8Array[] = []
  let start = 0
  let end = leaves.length
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      path.push(rootOf(leaves, middle, end))
      end = middle
    } else {
      path.push(rootOf(leaves, start, middle))
      start = middle
    }
  }
  return path.reverse()
}

/** Whether the proof shows that `leaf` is the log's leaf `index` under `root`. Never throws. RFC 9162 §2.1.3.2. */
export function verifyInclusion({ index, size, leaf, proof, root }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if ([leaf, root, ...proof].some((hash) => hash.length !== hashBytes)) return false
  let place = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameHash(hash, root)
}
