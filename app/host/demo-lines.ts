import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoSignIns } from '@/lib/accounts/demo-sign-ins'

/** The password the demo's people share: the one that was set, else the last one, else one drawn now. */
export function demoPassword(keysDir: string, given: string | undefined): string {
  const file = join(keysDir, 'demo.password')
  const last = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  const password = given ?? last ?? randomBytes(9).toString('base64url')
  if (password !== last) writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

/** How somebody who started the demo gets in. */
export const demoLines = (password: string) => [
  'The demo world: its people are invented, and it serves this machine alone. Sign in as',
  ...demoSignIns.map(
    ({ email, role, team }) => `  ${email.padEnd(26)}${role}${team === 'other' ? ', other team' : ''}`,
  ),
  `each with the password  ${password}`,
]
