import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who signs in to the demo world: one for each role, and a caseworker of the other team. */
export const demoSignIns = [
  { email: 'caseworker@demo.example', role: 'caseworker' },
  { email: 'caseworker2@demo.example', role: 'caseworker, other team' },
  { email: 'coordinator@demo.example', role: 'coordinator' },
  { email: 'auditor@demo.example', role: 'auditor' },
  { email: 'admin@demo.example', role: 'admin' },
] as const

/** The password they share: the one that was set, else one drawn once and kept in the key folder. */
export function demoPassword(keysDir: string, given: string | undefined): string {
  if (given !== undefined) return given
  const file = join(keysDir, 'demo.password')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(9).toString('base64url')}\n`, { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

export const demoLines = (password: string) => [
  'The demo world: its people are invented, and it serves this machine alone. Sign in as',
  ...demoSignIns.map(({ email, role }) => `  ${email.padEnd(26)}${role}`),
  `each with the password  ${password}`,
]
