import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { drawBytes } from './draw-bytes'

const formatVersion = 1
const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + 16 + nonceBytes
const stepBytes = 32
const addressBytes = 1 + 3 * 16 + 2
const partBytes = 5
const padMark = 0x80

export class SealBroken extends Error {
  constructor() {
    super('a sealed value does not open under this key and address')
  }
}

/** Where a sealed value lives; bound into its authentication, so that it opens nowhere else. */
export type Address = {
  caseId: string
  keyId: string
  rowId: string
  field: number
  /** Which part of a stream: none can be left out, put elsewhere or made the last without being found. */
  part?: { place: number; isLast: boolean }
}

const keyIdAt = 17
const dashes = /-/g
const uuidHex = (id: string) => id.replace(dashes, '')

function authenticated({ caseId, keyId, rowId, field, part }: Address): Buffer {
  const bytes = Buffer.allocUnsafe(addressBytes + (part ? partBytes : 0))
  bytes.writeUInt8(formatVersion)
  bytes.write(uuidHex(caseId) + uuidHex(keyId) + uuidHex(rowId), 1, 'hex')
  bytes.writeUInt16BE(field, addressBytes - 2)
  if (part) {
    bytes.writeUInt32BE(part.place, addressBytes)
    bytes.writeUInt8(part.isLast ? 1 : 0, addressBytes + 4)
  }
  return bytes
}

/** ISO/IEC 7816-4 padding to the next 32-byte step: the length of a name is not told by its sealed bytes. */
const paddedBytes = (plain: Uint8Array) => Math.ceil((plain.length + 1) / stepBytes) * stepBytes

function unpad(padded: Buffer): Buffer {
  const end = padded.lastIndexOf(padMark)
  if (end < 0) throw new SealBroken()
  return padded.subarray(0, end)
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce.
 * @param key 32 bytes
 * @returns version (1) ‖ key id (16) ‖ nonce (12) ‖ ciphertext ‖ tag (16)
 */
export function sealBytes(key: Uint8Array, address: Address, plain: Uint8Array): Buffer {
  const end = headBytes + paddedBytes(plain)
  const sealed = Buffer.allocUnsafe(end + tagBytes)
  const nonce = sealed.subarray(headBytes - nonceBytes, headBytes)
  nonce.set(drawBytes(nonceBytes))
  const padded = sealed.subarray(headBytes, end)
  padded.set(plain)
  padded.fill(0, plain.length)
  padded[plain.length] = padMark
  const bound = authenticated(address)
  bound.copy(sealed, 0, 0, 1)
  bound.copy(sealed, 1, keyIdAt, keyIdAt + 16)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound)
  padded.set(cipher.update(padded))
  cipher.final()
  sealed.set(cipher.getAuthTag(), end)
  return sealed
}

/** @throws SealBroken when the key, the address or a single byte is not the one it was sealed with */
export function openBytes(key: Uint8Array, address: Address, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < headBytes + stepBytes + tagBytes || bytes[0] !== formatVersion) throw new SealBroken()
  const bound = authenticated(address)
  if (bound.compare(bytes, 1, 17, keyIdAt, keyIdAt + 16) !== 0) throw new SealBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(17, headBytes))
  decipher.setAAD(bound)
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  try {
    const padded = decipher.update(bytes.subarray(headBytes, bytes.length - tagBytes))
    // Of GCM nothing comes last: it only says whether the tag is right.
    decipher.final()
    return unpad(padded)
  } catch (cause) {
    throw cause instanceof SealBroken ? cause : new SealBroken()
  }
}

/** The id of the key that sealed these bytes, as a uuid. */
export function keyIdOf(sealed: Uint8Array): string {
  const hex = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).toString('hex', 1, 17)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Keyed tag for equality without opening: HMAC-SHA-256 (RFC 2104), 32 bytes. */
export const keyedTag = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest()
