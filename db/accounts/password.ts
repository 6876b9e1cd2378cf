import { hash, verify } from '@node-rs/argon2'

const argon2id = 2
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id (RFC 9106) with the parameters of OWASP's minimum: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

export const passwordFits = (hashed: string, password: string): Promise<boolean> => verify(hashed, password)

let absent: Promise<string> | undefined

/** Spends the time of a true comparison where there is no account, so that time tells nothing. */
export async function spendComparison(password: string): Promise<false> {
  absent ??= hashPassword('nobody has this password')
  await passwordFits(await absent, password)
  return false
}
