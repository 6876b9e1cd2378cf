import { randomUUID } from 'node:crypto'
import type { Actor } from '@/db/ctx'
import { type House, houseKey } from '@/db/house'
import type { AuditDeed } from '@/lib/audit/deeds'
import { keyedTag } from '@/lib/vault/seal'

/** The one-time id of a form, bound to a session and a deed by the house's key. */
export function formId(house: House, of: { id: string; sessionId: string; deed: string }): string {
  const mac = keyedTag(houseKey(house, 'form').key, `${of.id} ${of.sessionId} ${of.deed}`)
  return `${of.id}.${mac.toString('base64url')}`
}

/** New ids for the forms of one page. */
export const drawForm = (house: House, actor: Actor) => (deed: AuditDeed) =>
  formId(house, { id: randomUUID(), sessionId: actor.sessionId, deed })
