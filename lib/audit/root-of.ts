import { emptyRoot, nodeHash } from '@/lib/audit/leaf-hash'

/** The largest power of two smaller than `size`, which must be at least 2. RFC 6962 §2.1 calls it k. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/**
 * The Merkle tree hash of the leaves from `start` up to, not including, `end`: 32 bytes. RFC 6962 §2.1 (MTH).
 * `leaves` are leaf hashes in log order. Throws a RangeError when the range is not within them.
 */
export function rootOf(leaves: readonly Uint8Array[], start = 0, end = leaves.length): Uint8Array {
  if (start < 0 || start > end || end > leaves.length) throw new RangeError('range outside the log')
  if (start === end) return emptyRoot()
  const leaf = leaves[start]
  if (!leaf) throw new RangeError('a leaf is missing')
  if (end - start === 1) return leaf
  const middle = start + splitOf(end - start)
  return nodeHash(rootOf(leaves, start, middle), rootOf(leaves, middle, end))
}
