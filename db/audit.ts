import { sql } from 'drizzle-orm'
import { type Json, canonicalJson } from '@/lib/audit/canonical-json'
import { drawBytes } from '@/lib/vault/draw-bytes'
import { commitDetails, saltBytes } from '@/lib/audit/commit-details'
import type { AuditDeed, Outcome } from '@/lib/audit/deeds'
import type { Actor, Ctx } from './ctx'
import { newId } from './new-id'
import { auditEntries } from './schema'
import type { Vault } from './vault'

/** What a deed touched. Details hold field codes, versions, counts and the reason, never the value of a sealed field. */
export type Deeds = {
  caseId?: string
  teamId?: string | null
  objectIds?: readonly string[]
  outcome?: Outcome
  details?: { readonly [member: string]: Json | undefined }
}

type Recorder = Pick<Ctx, 'db' | 'now' | 'vault'> & { actor: Pick<Actor, 'id' | 'teamId'> | null }

/** Writes the entry in the deed's own transaction: if it cannot be written, the deed does not happen. */
export async function record(ctx: Recorder, deed: AuditDeed, about: Deeds = {}): Promise<string> {
  const row = entryOf(ctx, deed, about)
  await ctx.db.insert(auditEntries).values(row)
  return row.id
}

/** Writes the entry of a view, unless it is the re-render after the viewer's own deed on the file: that entry says they saw it. */
export async function recordView(ctx: Ctx, file: { caseId: string; teamId: string }): Promise<void> {
  const row = entryOf(ctx, 'case.read', file)
  await ctx.db.execute(sql`
    with own as (
      update form_use set shown = true where session_id = ${ctx.actor.sessionId}::uuid and case_id = ${file.caseId}::uuid
         and not shown and at > now() - interval '1 minute' returning id)
    insert into audit_entry (id, at, actor_id, deed, outcome, case_id, team_id, object_ids, details, details_commitment)
    select ${row.id}::uuid, ${row.at.toISOString()}::timestamptz, ${row.actorId}::uuid, ${row.deed}, ${row.outcome},
           ${row.caseId}::uuid, ${row.teamId}::uuid, array[${row.caseId}::uuid], ${row.details}::bytea, ${row.detailsCommitment}::bytea
     where not exists (select from own)`)
}

const withEntry = new WeakSet<Recorder['db']>()

/** Whether an entry of the log was made in this transaction. */
export const leftEntry = (db: Recorder['db']): boolean => withEntry.has(db)

/** The entry as a row, for a verb that writes several in one statement. */
export function entryOf(ctx: Recorder, deed: AuditDeed, about: Deeds) {
  withEntry.add(ctx.db)
  const id = newId()
  const salt = drawBytes(saltBytes)
  const details = about.details ?? {}
  const plain = Buffer.concat([salt, Buffer.from(canonicalJson(details), 'utf8')])
  return {
    id,
    at: ctx.now,
    actorId: ctx.actor?.id ?? null,
    deed,
    outcome: about.outcome ?? 'done',
    caseId: about.caseId ?? null,
    teamId: about.teamId ?? ctx.actor?.teamId ?? null,
    objectIds: [...new Set([...(about.caseId ? [about.caseId] : []), ...(about.objectIds ?? [])])],
    details: sealDetails(ctx.vault, { id, caseId: about.caseId }, plain),
    detailsCommitment: commitDetails(salt, details),
  }
}

function sealDetails(vault: Vault, entry: { id: string; caseId: string | undefined }, plain: Uint8Array): Buffer {
  const { id, caseId } = entry
  return caseId !== undefined && vault.holdsLog(caseId)
    ? vault.sealRaw('audit_entry.details', { caseId, rowId: id }, plain)
    : vault.sealForHouse('audit_entry.details', id, plain)
}

/** What stands behind a zero byte is no sealed text: the clock, which holds no key, writes its salt and empty details as they are. */
export const unsealedDetails = (details: Uint8Array): Buffer | null =>
  details[0] === 0 ? Buffer.from(details.subarray(1)) : null

/** The details of an entry as canonical JSON, without their salt. */
export const detailsOf = (plain: Buffer): string => plain.subarray(saltBytes).toString('utf8')
