import type { Connection } from '@/lib/database-url'
import type { LoginRole, ServerEnv } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'

/** How this process reaches the database as that role; a process holds only the passwords of the roles it works as. */
export function connectionOf(role: LoginRole, env: ServerEnv): Connection {
  const password = env.passwords[role]
  if (password === undefined) throw new StartFailure(`This process holds no password for ${role}.`)
  return { ...env.database, username: role === 'vigil_owner' ? env.ownerName : role, password }
}
