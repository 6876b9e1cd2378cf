import { canonicalJson, type Json } from '@/lib/audit/canonical-json'
import { sha256 } from '@/lib/audit/sha256'

export const saltBytes = 32

/**
 * The commitment to an entry's sealed details: SHA-256(salt ‖ canonical details in UTF-8), 32 bytes. Whoever may open
 * the details can check it; once the salt's key is destroyed nobody can test guesses against it (a hash commitment
 * with a 32-byte random salt). Throws a RangeError for a salt of another length, a TypeError for what is not JSON.
 */
export function commitDetails(salt: Uint8Array, details: Json): Uint8Array {
  if (salt.length !== saltBytes) throw new RangeError('a salt has 32 bytes')
  return sha256(salt, new TextEncoder().encode(canonicalJson(details)))
}
