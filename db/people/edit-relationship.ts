import { and, eq } from 'drizzle-orm'
import type { EditRelationship } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { relationships } from '../schema'
import { assertRelation } from './assert-relation'

/** What kind of relationship it is, how sure, and whom it may be told; two who change it at once see each other's answers. */
export const editRelationship = verb('relationship.edit', async (ctx: Ctx, input: EditRelationship) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { relationshipId, version, type, certainty, disclosure, isChecked } = input
  const ofFile = and(eq(relationships.id, relationshipId), eq(relationships.caseId, file.id))
  const [standing] = await ctx.db.select().from(relationships).where(ofFile)
  if (!standing) throw new Refusal('not-found')
  const { fromPerson: from, toPerson: to } = standing
  await assertRelation(ctx, { caseId: file.id, from, to, type, isChecked, except: relationshipId })
  const saved = await ctx.db
    .update(relationships)
    .set({ type, certainty, disclosure, version: version + 1 })
    .where(and(ofFile, eq(relationships.version, version)))
    .returning({ id: relationships.id })
  if (saved.length === 0) {
    const theirs = { type: standing.type, certainty: standing.certainty, disclosure: standing.disclosure }
    throw new Refusal('conflict', undefined, { ...theirs, version: String(standing.version) })
  }
  const details = { type, certainty, disclosure, version }
  await record(ctx, 'relationship.edit', { caseId: file.id, teamId: file.teamId, objectIds: [relationshipId], details })
  return { id: file.id, ref: file.ref }
})
