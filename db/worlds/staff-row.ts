import type { Role } from '@/lib/access/grants'
import { emailKey } from '@/lib/accounts/forms'
import { newId } from '../new-id'
import type { Vault } from '../vault'

export type NewStaff = {
  role: Role
  teamId: string | null
  email: string
  name: string
  passwordHash?: string
  at: Date
}

/** An account made where the server runs, in force at once: there is nobody yet who could confirm it. */
export function staffRow(vault: Vault, staff: NewStaff) {
  const id = newId()
  const seal = (field: 'account.email' | 'account.name' | 'account.password_hash', text: string) =>
    vault.sealForHouse(field, id, Buffer.from(text, 'utf8'))
  return {
    id,
    teamId: staff.teamId,
    role: staff.role,
    state: 'active',
    emailTag: vault.tag('email', emailKey(staff.email)),
    email: seal('account.email', staff.email),
    name: seal('account.name', staff.name),
    passwordHash: staff.passwordHash === undefined ? null : seal('account.password_hash', staff.passwordHash),
    createdAt: staff.at,
  }
}

export function teamRow(vault: Vault, name: string, at: Date) {
  const id = newId()
  return { id, name: vault.sealForHouse('team.name', id, Buffer.from(name, 'utf8')), createdAt: at }
}
