export const certainties = ['confirmed', 'stated', 'inferred'] as const
export type Certainty = (typeof certainties)[number]

/** Whether a relationship may be told outside the house; nothing is, until somebody decides so. */
export const disclosures = ['never', 'internal', 'ok'] as const
export type Disclosure = (typeof disclosures)[number]

const inverses = {
  SPOUSE: 'SPOUSE',
  PARTNER: 'PARTNER',
  PARENT: 'CHILD',
  CHILD: 'PARENT',
  SIBLING: 'SIBLING',
  GRANDPARENT: 'GRANDCHILD',
  GRANDCHILD: 'GRANDPARENT',
  AUNT_UNCLE: 'NIECE_NEPHEW',
  NIECE_NEPHEW: 'AUNT_UNCLE',
  COUSIN: 'COUSIN',
  IN_LAW: 'IN_LAW',
  OTHER_RELATIVE: 'OTHER_RELATIVE',
  GUARDIAN: 'WARD',
  WARD: 'GUARDIAN',
  FRIEND: 'FRIEND',
  NEIGHBOUR: 'NEIGHBOUR',
  EMPLOYER: 'EMPLOYEE',
  EMPLOYEE: 'EMPLOYER',
  CO_DETAINEE: 'CO_DETAINEE',
  TRAVEL_COMPANION: 'TRAVEL_COMPANION',
  BROKER: 'BROKER_CLIENT',
  BROKER_CLIENT: 'BROKER',
  LAWYER: 'LAWYER_CLIENT',
  LAWYER_CLIENT: 'LAWYER',
} as const

/**
 * What one person is to another, after the micro-thesaurus of HURIDOCS (0101xx). A relationship is stored once, as
 * "`from` is the … of `to`"; the client of a broker and that of a lawyer are two words, so that each has one inverse.
 */
export const relationships = [
  'SPOUSE',
  'PARTNER',
  'PARENT',
  'CHILD',
  'SIBLING',
  'GRANDPARENT',
  'GRANDCHILD',
  'AUNT_UNCLE',
  'NIECE_NEPHEW',
  'COUSIN',
  'IN_LAW',
  'OTHER_RELATIVE',
  'GUARDIAN',
  'WARD',
  'FRIEND',
  'NEIGHBOUR',
  'EMPLOYER',
  'EMPLOYEE',
  'CO_DETAINEE',
  'TRAVEL_COMPANION',
  'BROKER',
  'BROKER_CLIENT',
  'LAWYER',
  'LAWYER_CLIENT',
] as const satisfies readonly (keyof typeof inverses)[]
/** What somebody of the family is to a person: the others are not asked after as kin. */
export const kinships = [
  'SPOUSE',
  'PARTNER',
  'PARENT',
  'CHILD',
  'SIBLING',
  'GRANDPARENT',
  'GRANDCHILD',
  'AUNT_UNCLE',
  'NIECE_NEPHEW',
  'COUSIN',
  'IN_LAW',
  'OTHER_RELATIVE',
  'GUARDIAN',
  'WARD',
] as const satisfies readonly (typeof relationships)[number][]
export type Kinship = (typeof kinships)[number]

export type Relationship = (typeof relationships)[number]

/** What `to` is to `from`, where `from` is this to `to`. */
export function inverseOf(type: Relationship): Relationship {
  return inverses[type]
}

export type Relation = { from: string; to: string; type: Relationship }
export type RelationProblem = 'relation-to-oneself' | 'already-there' | 'parent-cycle'

/**
 * What speaks against adding a relationship to those of a file: nobody is related to himself, the same is not said
 * twice (its inverse is the same), and nobody is his own ancestor.
 */
export function admitRelation(
  existing: readonly Relation[],
  next: Relation,
): Partial<Record<'type' | 'to', RelationProblem>> {
  if (next.from === next.to) return { to: 'relation-to-oneself' }
  const wanted = downward(next)
  if (existing.map(downward).some((relation) => isSame(relation, wanted))) return { type: 'already-there' }
  if (wanted.type === 'PARENT' && ancestorsOf(wanted.from, existing).has(wanted.to)) return { type: 'parent-cycle' }
  return {}
}

/** The one direction of the two in which a relationship is compared: from the elder, the helper, or the lesser id. */
function downward(relation: Relation): Relation {
  const inverse = { from: relation.to, to: relation.from, type: inverseOf(relation.type) }
  if (relation.type === inverse.type) return relation.from < relation.to ? relation : inverse
  return relationships.indexOf(relation.type) < relationships.indexOf(inverse.type) ? relation : inverse
}

function isSame(a: Relation, b: Relation): boolean {
  return a.from === b.from && a.to === b.to && a.type === b.type
}

function ancestorsOf(person: string, relations: readonly Relation[]): Set<string> {
  const parents = relations.map(downward).filter(({ type }) => type === 'PARENT')
  const found = new Set([person])
  for (const reached of found) for (const { from, to } of parents) if (to === reached) found.add(from)
  return found
}
