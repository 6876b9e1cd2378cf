import type { AddPerson } from '@/lib/people/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { nameKeys, people, personNames, vaultKeys } from '../schema'
import { nameRows } from './name-rows'

/** A relative, caller or co-detainee of the file, with a key of their own. */
export const addPerson = verb('person.add', async (ctx: Ctx, input: AddPerson) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const id = newId()
  const keys = ctx.vault.draw({ id: file.id, ...file.held }, [id])
  const names = nameRows(ctx, { caseId: file.id, personId: id }, [input.name])
  const { role, sex } = input
  await Promise.all([
    ctx.db.insert(vaultKeys).values(keys),
    ctx.db.insert(people).values({ id, caseId: file.id, role, sex, recordedBy: ctx.actor.id, recordedAt: ctx.now }),
    ...(names.rows.length > 0 ? [ctx.db.insert(personNames).values(names.rows)] : []),
    ...(names.keys.length > 0 ? [ctx.db.insert(nameKeys).values(names.keys)] : []),
    record(ctx, 'person.add', { caseId: file.id, teamId: file.teamId, objectIds: [id] }),
  ])
  return { id: file.id, ref: file.ref, personId: id }
})
