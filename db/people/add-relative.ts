import type { AddRelative } from '@/lib/contacts/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { addChannel } from '../contacts/add-channel'
import { arrangeChannel } from '../contacts/arrange-channel'
import { type Ctx, verb } from '../ctx'
import { findSubject } from '../intake/find-subject'
import { addPerson } from './add-person'
import { addRelationship } from './add-relationship'

type Reached = Pick<AddRelative, 'ref' | 'kind' | 'value' | 'codePhrase' | 'safeWindow'> & { personId: string }

async function addWay(ctx: Ctx, { ref, personId, value, codePhrase, safeWindow, kind = 'phone' }: Reached) {
  if (value === undefined) return
  const { channelId } = await addChannel(ctx, { ref, personId, kind, value, codePhrase })
  if (channelId === undefined) throw new Refusal('not-found')
  if (safeWindow) await arrangeChannel(ctx, { ref, channelId, version: 1, knownTo: undefined, safeWindow })
}

/**
 * Somebody of the family, what they are to the subject, how they are reached and when that is safe: all of it or nothing,
 * each under the deed of its own.
 */
export const addRelative = verb('relative.add', async (ctx: Ctx, input: AddRelative) => {
  const { ref, name, type, disclosure, sex = 'U' } = input
  const file = await findFile(ctx, ref, 'case:edit')
  const subject = await findSubject(ctx, file.id)
  const { personId } = await addPerson(ctx, { ref, role: 'relative', name, sex })
  const relation = { from: personId, to: subject.id, type, disclosure }
  await addRelationship(ctx, { ref, ...relation, certainty: 'stated', isChecked: false })
  await addWay(ctx, { ...input, personId })
  await record(ctx, 'relative.add', { caseId: file.id, teamId: file.teamId, objectIds: [personId] })
  return { id: file.id, ref: file.ref, personId }
})
