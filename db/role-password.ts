import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { LoginRole } from '@/lib/env'

export type KeptRole = LoginRole | 'postgres'

const fileOf = (keysDir: string, role: KeptRole) => join(keysDir, 'roles', `${role}.password`)

export const hasRolePassword = (keysDir: string, role: KeptRole) => existsSync(fileOf(keysDir, role))

/** The password of a database role, drawn at random when it is first asked for and kept in the key folder alone. */
export function rolePassword(keysDir: string, role: KeptRole): string {
  const file = fileOf(keysDir, role)
  if (!existsSync(file)) {
    mkdirSync(join(keysDir, 'roles'), { recursive: true, mode: 0o700 })
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, `${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(handle)
    closeSync(handle)
  }
  return readFileSync(file, 'utf8').trim()
}

const rounds = 4096

/**
 * What PostgreSQL stores for a password under SCRAM-SHA-256 (RFC 5802, RFC 7677), so that the password itself
 * is neither in a statement nor in a file of the data folder. For passwords of plain ASCII, which need no SASLprep.
 */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const keyFor = (label: string) => createHmac('sha256', salted).update(label).digest()
  const stored = createHash('sha256').update(keyFor('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyFor('Server Key').toString('base64')}`
}
