import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { MailFailed } from '@/lib/accounts/mail-failed'
import { type Locale, locales } from '@/lib/words/locales'
import type { Database, Tx } from '../client'
import type { HouseKey } from '../house'
import { accounts } from '../schema'
import { openWithHouseKey } from '../vault'

export type Reminder = { to: string; locale: Locale }

export type Reminding = {
  /** As the notifier's role. */
  db: Database
  /** Opens what accounts say of themselves; this role reads their addresses alone. */
  key: HouseKey
  /** @throws MailFailed when the mail is not taken */
  send: (reminder: Reminder) => Promise<void>
  /** Told of an address that is refused; the others are still written to. */
  failed: (error: MailFailed) => void
}

const Due = z.object({ id: z.uuid() })

async function addressOf(db: Tx, key: HouseKey, id: string): Promise<Reminder | undefined> {
  const [row] = await db
    .select({ email: accounts.email, locale: accounts.locale })
    .from(accounts)
    .where(eq(accounts.id, id))
  const locale = locales.find((one) => one === row?.locale) ?? 'en'
  return (
    row && { to: openWithHouseKey(key, 'account.email', { rowId: id, sealed: row.email }).toString('utf8'), locale }
  )
}

/** Marked before it is sent, in one transaction: no second one follows on that day, and one that was not sent is tried again. */
function remindOne({ db, key, send, failed }: Reminding, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute(sql`select mark_reminded(${id}::uuid) as marked`)
    const reminder = row?.['marked'] === true ? await addressOf(tx, key, id) : undefined
    if (!reminder) return false
    return send(reminder).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof MailFailed && error.isOfAddress)) throw error
        failed(error)
        return false
      },
    )
  })
}

/** Tells everyone whom the clock has written down that tasks of theirs are due; answers how many it told. */
export async function remind(reminding: Reminding): Promise<number> {
  const due = z.array(Due).parse([...(await reminding.db.execute(sql`select remindable() as id`))])
  let told = 0
  for (const { id } of due) if (await remindOne(reminding, id)) told += 1
  return told
}
