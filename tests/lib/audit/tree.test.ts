import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CompactRange } from '@/lib/audit/compact-range'
import { consistencyProof, verifyConsistency } from '@/lib/audit/consistency-proof'
import { inclusionProof, verifyInclusion } from '@/lib/audit/inclusion-proof'
import { emptyRoot, leafHash } from '@/lib/audit/leaf-hash'
import { rootOf } from '@/lib/audit/root-of'
import { sha256 } from '@/lib/audit/sha256'
import consistencies from '../../fixtures/tlog/consistency.json'
import inclusions from '../../fixtures/tlog/inclusion.json'

const bytes = (base64: string | null) => new Uint8Array(Buffer.from(base64 ?? '', 'base64'))
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(new TextEncoder().encode(`${index}`)))
const flipped = (hash: Uint8Array, bit: number) =>
  hash.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

test.each(inclusions.map((vector) => [vector.file, vector] as const))(
  'the published inclusion case %s gets the published verdict',
  (_, { leafIdx, treeSize, leafHash: leaf, proof, root, wantErr }) => {
    const claim = {
      index: leafIdx,
      size: treeSize,
      leaf: bytes(leaf),
      proof: (proof ?? []).map(bytes),
      root: bytes(root),
    }
    expect(verifyInclusion(claim)).toBe(!wantErr)
  },
)

test.each(consistencies.map((vector) => [vector.file, vector] as const))(
  'the published consistency case %s gets the published verdict',
  (_, { size1, size2, root1, root2, proof, wantErr }) => {
    const claim = { size1, size2, root1: bytes(root1), root2: bytes(root2), proof: (proof ?? []).map(bytes) }
    expect(verifyConsistency(claim)).toBe(!wantErr)
  },
)

test('the empty tree and the empty leaf have the roots of RFC 6962', () => {
  expect(hex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(hex(leafHash(new Uint8Array()))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  expect(hex(rootOf([]))).toBe(hex(emptyRoot()))
  expect(hex(CompactRange.empty().root())).toBe(hex(emptyRoot()))
})

test('the eight leaves of the certificate-transparency reference tree have its roots', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  const log = CompactRange.empty()
  const reached = inputs.map((input) => {
    log.append(leafHash(new Uint8Array(Buffer.from(input, 'hex'))))
    return hex(log.root())
  })
  expect(reached).toEqual(roots)
})

test('a log grown leaf by leaf has the root of the whole, at every size, also after it was stored and restored', () => {
  const all = leaves(130)
  let log = CompactRange.empty()
  for (const [index, leaf] of all.entries()) {
    expect(log.append(leaf)).toBe(index)
    expect(hex(log.root())).toBe(hex(rootOf(all, 0, index + 1)))
    log = CompactRange.restore(log.size, log.frontier)
  }
  expect(log.size).toBe(130)
})

test('a stored state that is not one is refused', () => {
  const log = CompactRange.empty()
  for (const leaf of leaves(5)) log.append(leaf)
  expect(() => CompactRange.restore(6, log.frontier.slice(1))).toThrow(RangeError)
  expect(() => CompactRange.restore(-1, [])).toThrow(RangeError)
  expect(() => CompactRange.restore(1, [new Uint8Array(31)])).toThrow(RangeError)
  expect(() => log.append(new Uint8Array(31))).toThrow(RangeError)
})

test('nobody can change a log through what it handed out', () => {
  const log = CompactRange.empty()
  for (const leaf of leaves(3)) log.append(leaf)
  const before = hex(log.root())
  for (const hash of log.frontier) hash.fill(0)
  expect(hex(log.root())).toBe(before)
})

test('every leaf of every small log is proven, and no other leaf in its place', () => {
  for (let size = 1; size <= 40; size += 1) {
    const all = leaves(size)
    const root = rootOf(all)
    for (const [index, leaf] of all.entries()) {
      const claim = { index, size, leaf, proof: inclusionProof(all, index), root }
      expect(verifyInclusion(claim)).toBe(true)
      expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1)
    }
  }
})

test('every earlier log is proven to be the beginning of every later one', () => {
  for (let size2 = 1; size2 <= 40; size2 += 1) {
    const all = leaves(size2)
    for (let size1 = 1; size1 <= size2; size1 += 1) {
      const proof = consistencyProof(all, size1)
      const claim = { size1, size2, root1: rootOf(all, 0, size1), root2: rootOf(all), proof }
      expect(verifyConsistency(claim)).toBe(true)
    }
  }
})

test('one changed bit anywhere in a proof makes it false', () => {
  const some = fc.record({ size: fc.integer({ min: 2, max: 90 }), at: fc.nat(), hash: fc.nat(), bit: fc.nat(255) })
  fc.assert(
    fc.property(some, ({ size, at, hash, bit }) => {
      const all = leaves(size)
      const index = at % size
      const proof = inclusionProof(all, index)
      const bent = proof.map((sibling, place) => (place === hash % proof.length ? flipped(sibling, bit) : sibling))
      const claim = {
        index,
        size,
        leaf: leafHash(new TextEncoder().encode(`${index}`)),
        proof: bent,
        root: rootOf(all),
      }
      expect(verifyInclusion(claim)).toBe(false)
      expect(verifyInclusion({ ...claim, proof, root: flipped(claim.root, bit) })).toBe(false)
    }),
  )
})

test('a log with one rewritten entry is not the continuation of what was seen before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.nat(), (size1, more, at) => {
      const all = leaves(size1 + more)
      const rewritten = all.map((leaf, index) => (index === at % size1 ? sha256(leaf) : leaf))
      const proof = consistencyProof(rewritten, size1)
      const sizes = { size1, size2: size1 + more, root2: rootOf(rewritten), proof }
      expect(verifyConsistency({ ...sizes, root1: rootOf(all, 0, size1) })).toBe(false)
    }),
  )
})

test('proofs of what is not in the log are not made', () => {
  expect(() => inclusionProof(leaves(3), 3)).toThrow(RangeError)
  expect(() => inclusionProof([], 0)).toThrow(RangeError)
  expect(() => consistencyProof(leaves(3), 0)).toThrow(RangeError)
  expect(() => consistencyProof(leaves(3), 4)).toThrow(RangeError)
  expect(() => rootOf(leaves(3), 2, 4)).toThrow(RangeError)
})
