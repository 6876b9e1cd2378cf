import { createHash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) of the parts laid end to end: 32 bytes. The one place where the log hashes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const hashBytes = 32
