import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { AddRelationship } from '@/lib/people/forms'
import { admitRelation, relationships as types } from '@/lib/people/relationships'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { people, relationships } from '../schema'

const relationsMax = 500

const relationshipOf = (code: string) => types.find((type) => type === code) ?? 'OTHER_RELATIVE'

/** Stored once; its inverse is derived. Both people belong to this file. */
export const addRelationship = verb('relationship.add', async (ctx: Ctx, input: AddRelationship) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { from, to, type, certainty } = input
  const both = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.caseId, file.id), inArray(people.id, [from, to])))
  if (both.length !== 2) throw new Refusal('not-found')
  const standing = await ctx.db
    .select()
    .from(relationships)
    .where(eq(relationships.caseId, file.id))
    .limit(relationsMax)
  const known = standing.map((row) => ({ from: row.fromPerson, to: row.toPerson, type: relationshipOf(row.type) }))
  const problems = admitRelation(known, { from, to, type })
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  const id = randomUUID()
  await ctx.db.insert(relationships).values({
    id,
    caseId: file.id,
    fromPerson: from,
    toPerson: to,
    type,
    certainty,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  await record(ctx, 'relationship.add', { caseId: file.id, teamId: file.teamId, objectIds: [id] })
  return { id: file.id, ref: file.ref }
})
