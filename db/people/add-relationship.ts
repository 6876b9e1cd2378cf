import type { AddRelationship } from '@/lib/people/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { relationships } from '../schema'
import { assertRelation } from './assert-relation'

/** Stored once; its inverse is derived. Both people belong to this file. */
export const addRelationship = verb('relationship.add', async (ctx: Ctx, input: AddRelationship) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { from, to, type, certainty, disclosure = 'never', isChecked } = input
  await assertRelation(ctx, { caseId: file.id, from, to, type, isChecked })
  const id = newId()
  await ctx.db.insert(relationships).values({
    id,
    caseId: file.id,
    fromPerson: from,
    toPerson: to,
    type,
    certainty,
    disclosure,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  await record(ctx, 'relationship.add', { caseId: file.id, teamId: file.teamId, objectIds: [id] })
  return { id: file.id, ref: file.ref }
})
