import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { sha256 } from '@/lib/audit/sha256'
import { locales } from '@/lib/words/locales'
import { asNobody } from '../ctx'
import type { House } from '../house'

const Rows = z.array(z.object({ locale: z.enum(locales), day: z.string().nullable(), due: z.coerce.number() }))

export const feedHash = (token: string): Uint8Array => sha256(Buffer.from(token, 'utf8'))

/** How many tasks are due on which days, for whoever holds this address; null where it is none. */
export async function feedDays(house: House, { token, now }: { token: string; now: Date }) {
  const hash = feedHash(token)
  const rows = await asNobody(house, now, ({ db }) => db.execute(sql`select * from feed_days(${hash}::bytea)`))
  const found = Rows.parse([...rows])
  const [first] = found
  if (!first) return null
  const days = found.flatMap(({ day, due }) => (day === null ? [] : [{ day, due }]))
  return { locale: first.locale, days, key: Buffer.from(sha256(hash)).toString('hex').slice(0, 12) }
}
