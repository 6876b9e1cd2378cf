import { sha256 } from '@/lib/audit/sha256'

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** The hash of a leaf's bytes: SHA-256(0x00 ‖ leaf), 32 bytes. RFC 6962 §2.1. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(leafPrefix, leaf)
}

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right), 32 bytes. RFC 6962 §2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right)
}

/** The root of the tree without leaves: SHA-256 of nothing. RFC 6962 §2.1. */
export function emptyRoot(): Uint8Array {
  return sha256()
}

/** Whether two hashes are the same bytes. The hashes of a log are public, so this takes no care of time. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
