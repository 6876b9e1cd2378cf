import { and, eq, sql } from 'drizzle-orm'
import type { AddName } from '@/lib/people/forms'
import { scriptOf } from '@/lib/names/whole-name'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { nameKeys, personNames } from '../schema'
import { findPerson } from './find-person'
import { nameRow } from './name-rows'

const isPrimaryOfScript = (personId: string, script: string) =>
  and(eq(personNames.personId, personId), eq(personNames.script, script), eq(personNames.isPrimary, true))

/** Another name of a person. Exactly one name of each script is primary: the first, until another is said to be. */
export const addName = verb('name.add', async (ctx: Ctx, input: AddName) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { personId, text, kind, scheme } = input
  await findPerson(ctx, { caseId: file.id, personId })
  const standing = isPrimaryOfScript(personId, scriptOf(text))
  const primary = await ctx.db.select({ id: personNames.id }).from(personNames).where(standing)
  if (input.primary && primary.length > 0) {
    await ctx.db
      .update(personNames)
      .set({ isPrimary: false, version: sql`${personNames.version} + 1` })
      .where(standing)
  }
  const isPrimary = input.primary || primary.length === 0
  const { row, keys } = nameRow(ctx, { caseId: file.id, personId }, { text, kind, scheme, isPrimary })
  await ctx.db.insert(personNames).values(row)
  if (keys.length > 0) await ctx.db.insert(nameKeys).values(keys).onConflictDoNothing()
  await record(ctx, 'name.add', { caseId: file.id, teamId: file.teamId, objectIds: [personId, row.id] })
  return { id: file.id, ref: file.ref }
})
