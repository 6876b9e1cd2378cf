import type { Kin } from '@/lib/intake/kin'
import type { Ctx } from '../ctx'
import { addPerson } from '../people/add-person'
import { addRelationship } from '../people/add-relationship'
import { locatePerson } from '../people/locate-person'

/** Somebody of the family as a person of the file, where they are and what they are to the subject, under the deeds of their own. */
export async function addKin(ctx: Ctx, of: { ref: string; subject: string }, kin: Kin): Promise<void> {
  const { ref, subject } = of
  const { name, type, province, disclosure } = kin
  const { personId } = await addPerson(ctx, { ref, role: 'relative', name, sex: 'U' })
  if (province) await locatePerson(ctx, { ref, personId, version: 1, whereabouts: undefined, province })
  const relation = { from: personId, to: subject, type, disclosure }
  await addRelationship(ctx, { ref, ...relation, certainty: 'stated', isChecked: false })
}
