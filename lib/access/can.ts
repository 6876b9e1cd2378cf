import {
  type Confidentiality,
  type Deed,
  type FieldClass,
  type OwnLevel,
  type Reach,
  type Role,
  decidingDeeds,
  deedsOnClosed,
  glassDeeds,
  grants,
  openTo,
  openings,
  readingDeeds,
  shutToGlass,
} from './grants'

export type Asker = { role: Role; teamId: string | null }

/** What reach is decided on. `own` is the highest level this asker holds by owning, assignment or live grant; a closed file refuses every deed that would change what it says. */
export type Held = { teamId: string; confidentiality: Confidentiality; own: OwnLevel | null; isClosed?: boolean }

type Asked = { reach: Reach | undefined; reading: boolean; glass: boolean }

function reaches(asker: Asker, { reach, reading, glass }: Asked, held: Held): boolean {
  if (reach === undefined) return false
  if (reach === 'all' || held.own === 'work' || (reading && held.own === 'read')) return true
  if (glass && held.own === 'glass') return true
  return reach === 'team' && asker.teamId === held.teamId && openTo[asker.role].includes(held.confidentiality)
}

/** The one answer to "may this person do this to that file"; row security gives the same one of an open file. */
export function can(asker: Asker, deed: Deed, held: Held): boolean {
  if (held.isClosed && !deedsOnClosed.includes(deed)) return false
  if (decidingDeeds.includes(deed) && asker.teamId !== held.teamId) return false
  const [reading, glass] = [readingDeeds.includes(deed), glassDeeds.includes(deed)]
  return reaches(asker, { reach: grants[asker.role][deed], reading, glass }, held)
}

/** Whether the role holds the deed at all, for doors that stand before any file. */
export const mayEver = (role: Role, deed: Deed): boolean => grants[role][deed] !== undefined

/** Whether the vault opens this class of field for this person in that file. */
export function opens(asker: Asker, fieldClass: FieldClass, held: Held): boolean {
  const glass = !shutToGlass.includes(fieldClass)
  return reaches(asker, { reach: openings[asker.role][fieldClass], reading: true, glass }, held)
}
