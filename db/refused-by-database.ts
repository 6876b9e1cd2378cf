import { Refusal, type RefusalCode } from '@/lib/refusal'

/** What the walls answer, as SQLSTATEs: our own (class VG) and PostgreSQL's (appendix A of its manual). */
const refusals: Readonly<Record<string, RefusalCode>> = {
  VG403: 'forbidden',
  VG404: 'not-found',
  VG423: 'forbidden',
  VG429: 'too-many',
  '42501': 'forbidden',
  '23505': 'conflict',
  '40P01': 'conflict',
}

const causesMax = 5

/** The SQLSTATE of the database's error, however many other errors wrap it. */
function sqlStateOf(error: unknown): string | null {
  let inner = error
  for (let depth = 0; depth < causesMax; depth += 1) {
    if (!(inner instanceof Error)) return null
    if (inner.name === 'PostgresError' && 'code' in inner && typeof inner.code === 'string') return inner.code
    inner = inner.cause
  }
  return null
}

/** The refusal that an error of the database stands for; null where it is a fault. Nothing of its text is carried over. */
export function refusedByDatabase(error: unknown): Refusal | null {
  const state = sqlStateOf(error)
  const code = state === null ? undefined : refusals[state]
  return code === undefined ? null : new Refusal(code)
}

/** Whether the database refused a value it was given (classes 22 and 23), rather than the deed or for want of itself. */
export const isRefusedValue = (error: unknown): boolean => /^2[23]/.test(sqlStateOf(error) ?? '')
