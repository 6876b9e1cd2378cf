import type { AgeBand } from '@/lib/people/age-band'
import type { FieldWords } from '@/lib/refusal'
import type { ConsentCapacity } from './consents'

export type ConsentGiven = { capacity: ConsentCapacity; isSubject: boolean; assent: boolean }

/**
 * What speaks against taking a consent as it was given, by field. A child's needs a guardian and the child's own recorded
 * assent; nobody else speaks as the person themselves, and the person never as somebody else.
 */
export function admitConsent(given: ConsentGiven, subject: { ageBand: AgeBand | null }): FieldWords {
  const isMinor = subject.ageBand === '0-17'
  if (isMinor && given.capacity !== 'GUARDIAN') return { capacity: 'guardian-needed' }
  if (isMinor && !given.assent) return { assent: 'assent-needed' }
  if (given.capacity === 'SELF' && !given.isSubject) return { givenBy: 'not-the-person' }
  if (given.capacity !== 'SELF' && given.isSubject) return { capacity: 'own-capacity' }
  return {}
}
