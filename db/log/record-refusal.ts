import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { asNobody, asPerson } from '../ctx'
import type { House } from '../house'

export type Attempt = { deed: AuditDeed; code: string; asked: string }

const askedCharactersMax = 200

/** The entry of a refused attempt, in a transaction of its own: the deed, the code and a keyed tag of what was asked. */
export async function recordRefusal(
  house: House,
  by: { session: Uint8Array | null; now: Date },
  { deed, code, asked }: Attempt,
): Promise<void> {
  const write = (ctx: Parameters<typeof record>[0]) => {
    const tag = asked === '' ? undefined : ctx.vault.tag('asked', asked.slice(0, askedCharactersMax)).toString('hex')
    return record(ctx, deed, { outcome: 'refused', details: { code, asked: tag } })
  }
  const asWhomever = () => asNobody(house, by.now, write)
  if (!by.session) {
    await asWhomever()
    return
  }
  await asPerson(house, { hash: by.session, now: by.now }, write).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    return asWhomever()
  })
}
