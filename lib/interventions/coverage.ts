import { coveringConsent } from '../consents/covering-consent'
import type { ConsentScope } from '../consents/consents'
import type { ConsentRow } from '../consents/standing-consents'
import type { DisclosedField, Mechanism } from './interventions'
import { scopesOf } from './scopes'

/** What two approvers let out without consent, and when they had both said so. */
export type Override = { scopes: readonly string[]; decidedAt: Date }

export type Ground = {
  words: readonly ConsentRow[]
  subjectId: string
  override: Override | null
  now: Date
}

/** What one thing told needs, and what allows it: the id of a consent, the override, or nothing. */
export type Covered = { field: DisclosedField; scope: ConsentScope; by: string | null }

export const byOverride = 'override'

/** Somebody's no that came after the override was decided: that weighs anew what the two had weighed. */
const isRefusedSince = ({ words, override }: Ground, scope: ConsentScope): boolean =>
  override !== null &&
  words.some((word) => word.scope === scope && word.decision !== 'granted' && word.recordedAt > override.decidedAt)

function allowedBy(scope: ConsentScope, ground: Ground): string | null {
  const consent = coveringConsent(ground.words, { ...ground, scope })
  if (consent) return consent.id
  return ground.override?.scopes.includes(scope) && !isRefusedSince(ground, scope) ? byOverride : null
}

/**
 * What allows each thing that an intervention tells, at one moment: a consent that stands then, or the override of two
 * approvers where it names the purpose and nobody has said no since. `by` is null where nothing does.
 */
export const coverageOf = (
  { mechanism, fields }: { mechanism: Mechanism; fields: readonly DisclosedField[] },
  ground: Ground,
): Covered[] =>
  fields.flatMap((field) => scopesOf(mechanism, field).map((scope) => ({ field, scope, by: allowedBy(scope, ground) })))

/** The purposes that nothing allows. */
export const missingIn = (coverage: readonly Covered[]): ConsentScope[] => [
  ...new Set(coverage.flatMap(({ scope, by }) => (by === null ? [scope] : []))),
]

/** The consents that a disclosure rests on. */
export const consentsIn = (coverage: readonly Covered[]): string[] => [
  ...new Set(coverage.flatMap(({ by }) => (by === null || by === byOverride ? [] : [by]))),
]
