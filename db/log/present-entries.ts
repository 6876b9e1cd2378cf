import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Held, opens } from '@/lib/access/can'
import { type OwnLevel, confidentialities, grants } from '@/lib/access/grants'
import { staffNames } from '../accounts/list-staff'
import { detailsOf, unsealedDetails } from '../audit'
import type { Ctx } from '../ctx'
import { type auditEntries, auditLeaves, caseFiles } from '../schema'

type Entry = typeof auditEntries.$inferSelect

export type EntryRow = Omit<Entry, 'objectIds' | 'detailsCommitment'> & { objects: number }

/** `actor` is null where nobody was signed in, where it was the clock, or where the reader may not know who it was; `ref` and `reason` where they are out of reach. */
export type LoggedEntry = {
  id: string
  at: Date
  actorId: string | null
  actor: string | null
  deed: string
  outcome: string
  objects: number
  ref: string | null
  reason: string | null
  leaf: number | null
}

type File = Held & { id: string; ref: string | null }

const Details = z.object({ reason: z.string().optional() })

const isSet = <T>(value: T | null): value is T => value !== null
const distinct = <T>(values: readonly (T | null)[]): T[] => [...new Set(values.filter(isSet))]
const readsAll = (ctx: Ctx) => grants[ctx.actor.role]['audit:read'] === 'all'

/** The files of these entries that the reader reaches; whoever reads the whole log reaches their log keys, and nothing else of them. */
async function filesOf(ctx: Ctx, ids: readonly string[]): Promise<File[]> {
  if (ids.length === 0) return []
  if (readsAll(ctx)) return ids.map((id) => ({ id, ref: null, teamId: '', confidentiality: 'named', own: null }))
  const { id, ref, teamId, confidentiality } = caseFiles
  const rows = await ctx.db
    .select({ id, ref, teamId, confidentiality, own: sql<OwnLevel | null>`my_level(${id})` })
    .from(caseFiles)
    .where(inArray(id, [...ids]))
  return rows.map((row) => ({
    ...row,
    confidentiality: confidentialities.find((word) => word === row.confidentiality) ?? 'named',
  }))
}

async function leavesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0 || !readsAll(ctx)) return new Map()
  const rows = await ctx.db
    .select()
    .from(auditLeaves)
    .where(inArray(auditLeaves.entryId, [...ids]))
  return new Map(rows.map((row) => [row.entryId, row.index]))
}

/** An entry that is sealed under the house's key is one's own, or hangs on its team. */
const houseHeld = (ctx: Ctx, { actorId, teamId }: EntryRow): Held => ({
  teamId: teamId ?? '',
  confidentiality: 'team',
  own: actorId === ctx.actor.id ? 'read' : null,
})

function openDetails(ctx: Ctx, row: EntryRow, files: ReadonlyMap<string, File>): Buffer | null {
  const field = 'audit_entry.details'
  const unsealed = unsealedDetails(row.details)
  if (unsealed) return unsealed
  if (ctx.vault.isHouseSealed(row.details)) {
    return opens(ctx.actor, 'reason', houseHeld(ctx, row)) ? ctx.vault.openForHouse(field, row.id, row.details) : null
  }
  const file = row.caseId ? files.get(row.caseId) : undefined
  if (!file || !opens(ctx.actor, 'reason', file) || !ctx.vault.holdsKeyOf(row.details)) return null
  return ctx.vault.openRaw(field, { caseId: file.id, rowId: row.id }, row.details)
}

function reasonIn(plain: Buffer | null): string | null {
  return plain === null ? null : (Details.parse(JSON.parse(detailsOf(plain))).reason ?? null)
}

/** What of each entry this reader may see. */
export async function presentEntries(ctx: Ctx, rows: readonly EntryRow[]): Promise<LoggedEntry[]> {
  const files = await filesOf(ctx, distinct(rows.map((row) => row.caseId)))
  await ctx.vault.load(files)
  const byId = new Map(files.map((file) => [file.id, file]))
  const leaves = await leavesOf(
    ctx,
    rows.map((row) => row.id),
  )
  const names = await staffNames(ctx, distinct(rows.map((row) => row.actorId)))
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorId: row.actorId,
    actor: row.actorId === null ? null : (names.get(row.actorId) ?? null),
    deed: row.deed,
    outcome: row.outcome,
    objects: row.objects,
    ref: row.caseId === null ? null : (byId.get(row.caseId)?.ref ?? null),
    reason: reasonIn(openDetails(ctx, row, byId)),
    leaf: leaves.get(row.id) ?? null,
  }))
}
