import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '@/lib/access/grants'
import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import type { Tx } from './client'
import type { House } from './house'
import { Vault } from './vault'

const instant = z.string().transform((text) => new Date(text))

const Entered = z.object({
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

export type Actor = {
  id: string
  role: (typeof roles)[number]
  teamId: string | null
  sessionId: string
  name: string
  teamName: string | null
  locale: 'en' | 'ko'
  timeZone: string
  theme: 'system' | 'light' | 'dark'
  namesShown: { list: string; until: Date } | null
  /** When the session ends however much is done. */
  sessionUntil: Date
}

/** All that a verb may know of the world. */
export type Ctx = { actor: Actor; db: Tx; now: Date; vault: Vault }

/** A verb before anyone is signed in: signing in, joining by a one-time link. */
export type OutsideCtx = { actor: null; db: Tx; now: Date; vault: Vault }

export type Verb<C, Input, Output> = ((ctx: C, input: Input) => Promise<Output>) & { deed: AuditDeed }

/** Names the deed that a refused attempt at this verb is recorded as. */
export const verb = <C, Input, Output>(
  deed: AuditDeed,
  run: (ctx: C, input: Input) => Promise<Output>,
): Verb<C, Input, Output> => Object.assign(run, { deed })

function toActor(row: z.infer<typeof Entered>, house: House, db: Tx): Actor {
  const vault = new Vault(db, house, null)
  const shown = row.names_list !== null && row.names_until !== null
  return {
    id: row.id,
    role: row.role,
    teamId: row.team_id,
    sessionId: row.session_id,
    name: vault.nameForHouse('account.name', row.id, row.name),
    teamName: row.team_id && row.team_name ? vault.nameForHouse('team.name', row.team_id, row.team_name) : null,
    locale: row.locale,
    timeZone: row.time_zone,
    theme: row.theme,
    sessionUntil: row.absolute_until,
    namesShown: shown ? { list: row.names_list ?? '', until: row.names_until ?? new Date(0) } : null,
  }
}

/**
 * One transaction as the person whose session has this hash: one round trip checks the session and sets what row security asks for.
 * @throws Refusal `signed-out` when the session is unknown, ended, expired or older than the account's rights
 */
export function asPerson<T>(house: House, session: { hash: Uint8Array; now: Date }, run: (ctx: Ctx) => Promise<T>) {
  return house.db.transaction(async (db) => {
    const [row] = await db.execute(sql`select * from enter(${session.hash}::bytea)`)
    if (!row) throw new Refusal('signed-out')
    const actor = toActor(Entered.parse(row), house, db)
    return run({ actor, db, now: session.now, vault: new Vault(db, house, actor) })
  })
}

/** One transaction as nobody: row security shows nothing. */
export function asNobody<T>(house: House, now: Date, run: (ctx: OutsideCtx) => Promise<T>) {
  return house.db.transaction((db) => run({ actor: null, db, now, vault: new Vault(db, house, null) }))
}
