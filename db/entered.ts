import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '@/lib/access/grants'
import type { Tx } from './client'
import type { House } from './house'

const instant = z.string().transform((text) => new Date(text))

const Row = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  team_id: z.uuid().nullable(),
  session_id: z.uuid(),
  name: z.instanceof(Uint8Array),
  team_name: z.instanceof(Uint8Array).nullable(),
  locale: z.enum(['en', 'ko']),
  time_zone: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  names_list: z.string().nullable(),
  names_until: instant.nullable(),
  absolute_until: instant,
})

/** Whom a session let in, and the same as PostgreSQL said it, to be held against what it says the next time. */
export type Entered = { row: z.output<typeof Row>; said: string }

const sessionsMax = 1000
const entered = new WeakMap<House, Map<string, Entered>>()

const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString('base64')
const saidIn = (row: object) =>
  JSON.stringify(
    Object.values(row).map((value: unknown) => (value instanceof Uint8Array ? keyOf(value) : String(value))),
  )

function kept(house: House): Map<string, Entered> {
  const before = entered.get(house) ?? new Map<string, Entered>()
  if (before.size >= sessionsMax) before.clear()
  entered.set(house, before)
  return before
}

/** Whom this session let in the last time: a guess, which `enter` is to confirm before anything that rests on it is told. */
export const lastEntered = (house: House, hash: Uint8Array): Entered | undefined => entered.get(house)?.get(keyOf(hash))

/** The one way in: checks the session, and lets row security know of it. None where the session does not stand. */
export async function enter(house: House, db: Tx, hash: Uint8Array): Promise<Entered | null> {
  const [found] = await db.execute(sql`select * from enter(${hash}::bytea)`)
  const known = lastEntered(house, hash)
  const said = found && saidIn(found)
  if (known && known.said === said) return known
  entered.get(house)?.delete(keyOf(hash))
  if (!found || said === undefined) return null
  const fresh = { row: Row.parse(found), said }
  kept(house).set(keyOf(hash), fresh)
  return fresh
}
