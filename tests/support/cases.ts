import { openCase } from '@/db/cases/open-case'
import { OpenCase } from '@/lib/cases/forms'
import type { Person, World } from './world'

/** What an urgent call says, as the form parses it. */
export const urgentCall = (given: Partial<Record<keyof OpenCase, string>> = {}): OpenCase =>
  OpenCase.parse({
    name: '리은별',
    otherName: 'Ri Un-byol',
    told: 'Ri Un-ha',
    connection: 'her sister',
    sourceType: 'RELATIVE_RELAY',
    distance: 'second_hand',
    situation: 'DET_TRANSIT',
    account: 'held near the river',
    place: 'Helong',
    province: 'CN-JL',
    when: 'March 2021',
    contactKind: 'phone',
    contactValue: '+82 10 5555 0101',
    confirmed: 'on',
    ...given,
  })

/** A file opened by this person. */
export async function anOpenFile(world: World, person: Person, given: Parameters<typeof urgentCall>[0] = {}) {
  const opened = await world.does(person, openCase, urgentCall(given))
  if (!opened.opened) throw new Error('a file was expected')
  return { id: opened.id, ref: opened.ref }
}
