import { sql } from 'drizzle-orm'
import type { AssignCase, SetConfidentiality } from '@/lib/cases/forms'
import type { AuditDeed } from '@/lib/audit/deeds'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { type FoundFile, findFile } from './find-file'

type Move = { deed: AuditDeed; version: number; owner: string; confidentiality: string }

/** Moving a file is the database's own deed: it may leave the mover's reach. */
async function move(ctx: Ctx, file: FoundFile, to: Move): Promise<void> {
  if (file.version !== to.version) {
    throw new Refusal('conflict', undefined, {
      owner: file.ownerId,
      confidentiality: file.confidentiality,
      version: String(file.version),
    })
  }
  await record(ctx, to.deed, {
    caseId: file.id,
    teamId: file.teamId,
    objectIds: [to.owner],
    details: { version: to.version, from: file.confidentiality, to: to.confidentiality },
  })
  const [row] = await ctx.db.execute(
    sql`select move_case(${file.id}::uuid, ${to.owner}::uuid, ${to.confidentiality}, ${to.version}::int) as version`,
  )
  if (row?.['version'] !== to.version + 1) throw new Refusal('conflict')
}

/** Nobody gives a file to himself; the new owner works in the file's own team. */
export const assignCase = verb('case.assign', async (ctx: Ctx, input: AssignCase) => {
  const file = await findFile(ctx, input.ref, 'case:assign')
  const [row] = await ctx.db.execute(sql`select may_hold_cases(${input.owner}::uuid, ${file.teamId}::uuid) as may`)
  if (input.owner !== file.ownerId && row?.['may'] !== true)
    throw new Refusal('invalid', { owner: 'cannot-hold-files' })
  const { confidentiality } = file
  await move(ctx, file, { deed: 'case.assign', version: input.version, owner: input.owner, confidentiality })
  return { id: file.id, ref: file.ref }
})

/** A `named` file is open to its owner and to live grants alone: a coordinator who names it may lose sight of it. */
export const setConfidentiality = verb('case.confidentiality', async (ctx: Ctx, input: SetConfidentiality) => {
  const file = await findFile(ctx, input.ref, 'case:assign')
  const { confidentiality, version } = input
  await move(ctx, file, { deed: 'case.confidentiality', version, owner: file.ownerId, confidentiality })
  return { id: file.id, ref: file.ref }
})
