import { eq, sql } from 'drizzle-orm'
import { type Held, can } from '@/lib/access/can'
import { type Deed, type Level, confidentialities } from '@/lib/access/grants'
import { parseRef } from '@/lib/cases/ref'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { caseFiles } from '../schema'

export type FoundFile = typeof caseFiles.$inferSelect & { held: Held }

const ownLevel = sql<Level | null>`my_level(${caseFiles.id})`

/** The file with this ref, its keys loaded into the vault. A file out of reach is not found. */
export async function findFile(ctx: Ctx, refText: string, deed: Deed): Promise<FoundFile> {
  const ref = parseRef(refText)
  if (!ref) throw new Refusal('not-found')
  const [row] = await ctx.db.select({ file: caseFiles, own: ownLevel }).from(caseFiles).where(eq(caseFiles.ref, ref))
  if (!row) throw new Refusal('not-found')
  const confidentiality = confidentialities.find((word) => word === row.file.confidentiality) ?? 'named'
  const held: Held = { teamId: row.file.teamId, confidentiality, own: row.own }
  if (!can(ctx.actor, deed, held)) throw new Refusal(can(ctx.actor, 'case:read', held) ? 'forbidden' : 'not-found')
  await ctx.vault.load([{ id: row.file.id, ...held }])
  return { ...row.file, held }
}
