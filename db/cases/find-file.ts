import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Held, can } from '@/lib/access/can'
import { type Deed, confidentialities, ownLevels } from '@/lib/access/grants'
import { parseRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { jsonInstant } from '../json-bytes'
import { WrappedKeys } from '../vault'

const text = z.string()

const Found = z.object({
  file: z.object({
    id: text,
    ref: text,
    teamId: text,
    ownerId: text,
    confidentiality: text,
    workflow: text,
    situation: text,
    reliability: text,
    credibility: text,
    risk: text,
    province: text.nullable(),
    silentSince: text,
    reviewDue: jsonInstant.nullable(),
    openedAt: jsonInstant,
    version: z.number().int(),
  }),
  own: z.enum(ownLevels).nullable(),
  keys: WrappedKeys,
})

export type FoundFile = z.output<typeof Found>['file'] & { held: Held }

/** A file with its keys. It says too which file is about to be read: row security then judges it once a statement. */
const asked = sql.raw(`
  select json_build_object('id', id, 'ref', ref, 'teamId', team_id, 'ownerId', owner_id, 'confidentiality', confidentiality,
           'workflow', workflow, 'situation', situation, 'reliability', reliability, 'credibility', credibility, 'risk', risk,
           'province', province, 'silentSince', silent_since, 'reviewDue', review_due, 'openedAt', opened_at,
           'version', version) as file,
         my_level(id) as own, set_config('vigil.file', id::text, true),
         (select coalesce(json_agg(k), '[]') from vault_key k where k.case_id = case_file.id) as keys
    from case_file where ref = `)

/** The file with this ref, its keys loaded into the vault. A file out of reach is not found. */
export async function findFile(ctx: Ctx, refText: string, deed: Deed): Promise<FoundFile> {
  const ref = parseRef(refText)
  if (!ref) throw new Refusal('not-found')
  const [row] = await ctx.db.execute(sql`${asked}${ref}`)
  if (!row) throw new Refusal('not-found')
  const { file, own, keys } = Found.parse(row)
  const confidentiality = confidentialities.find((word) => word === file.confidentiality) ?? 'named'
  const held: Held = { teamId: file.teamId, confidentiality, own, isClosed: file.workflow === 'closed' }
  if (!can(ctx.actor, deed, held)) throw new Refusal(can(ctx.actor, 'case:read', held) ? 'forbidden' : 'not-found')
  ctx.vault.hold({ id: file.id, ...held }, keys)
  return { ...file, held }
}
