import { emptyRoot, nodeHash } from '@/lib/audit/leaf-hash'
import { hashBytes } from '@/lib/audit/sha256'

/**
 * The state of a growing log that is enough to go on: how many leaves it has, and the roots of the full subtrees they
 * fall into, largest first, one for each 1 in the binary form of the size (RFC 6962 §2.1; "compact range" as in
 * transparency-dev/merkle). Appending costs one hash on average, the root at most log2(size).
 */
export class CompactRange {
  private constructor(
    private count: number,
    private readonly roots: Uint8Array[],
  ) {}

  /** The log without leaves. */
  static empty(): CompactRange {
    return new CompactRange(0, [])
  }

  /** The log as `size` and `frontier` of an earlier one were stored. Throws a RangeError when the two do not agree. */
  static restore(size: number, frontier: readonly Uint8Array[]): CompactRange {
    if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('not a size')
    if (frontier.length !== fullSubtrees(size)) throw new RangeError('frontier and size do not agree')
    if (frontier.some((hash) => hash.length !== hashBytes))
      throw new RangeError('frontier of other than 32-byte hashes')
    return new CompactRange(
      size,
      frontier.map((hash) => Uint8Array.from(hash)),
    )
  }

  /** How many leaves the log has; the next leaf's index. */
  get size(): number {
    return this.count
  }

  /** The roots of the full subtrees, largest first: with `size`, all that `restore` needs. A copy. */
  get frontier(): Uint8Array[] {
    return this.roots.map((hash) => Uint8Array.from(hash))
  }

  /** Takes the next leaf's hash and answers its index. Throws a RangeError for other than 32 bytes. */
  append(leaf: Uint8Array): number {
    if (leaf.length !== hashBytes) throw new RangeError('a leaf hash has 32 bytes')
    const index = this.count
    let hash = Uint8Array.from(leaf)
    for (let rest = index; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.roots.pop()
      if (left) hash = Uint8Array.from(nodeHash(left, hash))
    }
    this.roots.push(hash)
    this.count = index + 1
    return index
  }

  /** The Merkle tree hash of all leaves so far: 32 bytes, equal to `rootOf` them. */
  root(): Uint8Array {
    if (this.roots.length === 0) return emptyRoot()
    return Uint8Array.from(this.roots.reduceRight((right, left) => nodeHash(left, right)))
  }
}

function fullSubtrees(size: number): number {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}
