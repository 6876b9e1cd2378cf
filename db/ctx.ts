import type { Role } from '@/lib/access/grants'
import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import { leftEntry } from './audit'
import type { Tx } from './client'
import { type Entered, enter, lastEntered } from './entered'
import type { House } from './house'
import { Vault } from './vault'

export type Actor = {
  id: string
  role: Role
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

function toActor({ row }: Entered, house: House, db: Tx): Actor {
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

/** Whom a transaction took its asker for turned out to be another, or nobody. */
class Mistaken extends Error {}

type Session = { hash: Uint8Array; now: Date }
type Run<T> = (ctx: Ctx) => Promise<T>

function ctxOf(house: House, db: Tx, { who, now }: { who: Entered; now: Date }): Ctx {
  const actor = toActor(who, house, db)
  return { actor, db, now, vault: new Vault(db, house, actor) }
}

/** Everything handed over so far is on its way to PostgreSQL, in its order. */
const handedOver = () => new Promise<void>((resolve) => process.nextTick(resolve))

type Asked<T> = { session: Session; run: Run<T>; entered?: (ctx: Ctx) => void; tell?: (value: T) => void }

/** `enter` goes ahead, and what is asked follows it without waiting for its answer: row security asks who it is, not we. */
async function enterAndRun<T>(house: House, db: Tx, asked: Asked<T>): Promise<T> {
  const { session, run, entered } = asked
  const { hash, now } = session
  const guess = lastEntered(house, hash)
  const entering = enter(house, db, hash)
  if (!guess) {
    const who = await entering
    if (!who) throw new Refusal('signed-out')
    const ctx = ctxOf(house, db, { who, now })
    entered?.(ctx)
    return run(ctx)
  }
  await handedOver()
  const presumed = ctxOf(house, db, { who: guess, now })
  const [who, [done]] = await Promise.all([entering, Promise.allSettled([run(presumed)])])
  if (who !== guess) throw new Mistaken()
  entered?.(presumed)
  if (done.status === 'rejected') throw done.reason
  return done.value
}

async function transact<T>(house: House, asked: Asked<T>): Promise<T> {
  const once = () =>
    house.db.transaction(async (db) => {
      const value = await enterAndRun(house, db, asked)
      if (!leftEntry(db)) asked.tell?.(value)
      return value
    })
  try {
    return await once()
  } catch (error) {
    if (!(error instanceof Mistaken)) throw error
    return once()
  }
}

/**
 * One transaction as the person whose session has this hash: `enter` checks the session and sets what row security asks
 * for. Whoever it was the last time is presumed, so that its answer is not waited for before more is asked; nothing is
 * told, and nothing stays, unless that answer is to the letter the same. Else all is undone and asked once more.
 * @throws Refusal `signed-out` when the session is unknown, ended, expired or older than the account's rights
 */
export const asPerson = <T>(house: House, session: Session, run: Run<T>): Promise<T> =>
  transact(house, { session, run })

/**
 * The same for who only looks: what left no entry in the log is told while its transaction ends, for nothing hangs on that
 * end. `entered` hears who it is once that is sure, also where the look is refused or fails.
 */
export const lookAsPerson = <T>(house: House, session: Session, look: Pick<Asked<T>, 'run' | 'entered'>): Promise<T> =>
  new Promise((tell, fail) => {
    transact(house, { session, ...look, tell }).then(tell, fail)
  })

/** One transaction as nobody: row security shows nothing. */
export function asNobody<T>(house: House, now: Date, run: (ctx: OutsideCtx) => Promise<T>) {
  return house.db.transaction((db) => run({ actor: null, db, now, vault: new Vault(db, house, null) }))
}
