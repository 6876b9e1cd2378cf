import { KeyringError } from '@/db/keyring'
import { StartFailure } from '@/lib/start-failure'

const known: Record<string, string> = {
  'keys-missing': 'The keys are missing: put the key folder back, or name it with VIGIL_KEYS.',
  'keys-wrong': 'The keys do not fit this database: name the right key folder with VIGIL_KEYS.',
  ECONNREFUSED: 'The database is not reachable: nothing answers at the address in DATABASE_URL.',
  ENOTFOUND: 'The database is not reachable: the host in DATABASE_URL is not known.',
  EAI_AGAIN: 'The database is not reachable: the host in DATABASE_URL is not known.',
  EHOSTUNREACH: 'The database is not reachable: there is no way to the host in DATABASE_URL.',
  ENETUNREACH: 'The database is not reachable: there is no way to the host in DATABASE_URL.',
  ETIMEDOUT: 'The database is not reachable: the host in DATABASE_URL does not answer.',
  CONNECT_TIMEOUT: 'The database is not reachable: the host in DATABASE_URL does not answer.',
  CONNECTION_CLOSED: 'The database closed the connection.',
  '28P01': 'The database refuses the name or the password it was given.',
  '28000': 'The database refuses this connection.',
  '3D000': 'The database that DATABASE_URL names does not exist on that server.',
  '42501': 'The owner of the database may not do what the migration needs: it has to own the database and make roles.',
  ENOSPC: 'The disk is full.',
}

/** A bug: told by its class and code alone, since its message may hold what must not be in a log (walls.md §3). */
const unknown = (error: Error, code: string) => `An unexpected ${error.name}${code && ` (${code})`} ended it.`

export function wordsFor(error: unknown): string {
  if (error instanceof StartFailure) return error.message
  if (!(error instanceof Error)) return 'Something that is no error ended it.'
  const code = error instanceof KeyringError || 'code' in error ? String(error.code) : ''
  const inner =
    error.cause instanceof Error && error.cause !== error && !known[code] ? wordsFor(error.cause) : undefined
  return known[code] ?? inner ?? unknown(error, code)
}

/** Runs a program; what ends it before its time is one line on stderr, never a stack, and the exit code is 1. */
export async function inWords(program: () => Promise<void>) {
  try {
    await program()
  } catch (error) {
    process.stderr.write(`Vigil: ${wordsFor(error)}\n`)
    process.exit(1)
  }
}
