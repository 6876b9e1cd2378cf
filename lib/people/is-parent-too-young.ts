import { yearOf } from '@/lib/dates/calendar'
import type { PartialDate } from '@/lib/dates/partial-date'
import type { Relation } from './relationships'

/** The fewest years between the births of a parent and a child that nobody has to look at twice. */
const yearsBetween = 10

export type Births = { parent: PartialDate | null; child: PartialDate | null }

/** The births of whoever the relation makes a parent and a child; null where it makes nobody so. */
export function birthsOf(relation: Relation, birthOf: (person: string) => PartialDate | null): Births | null {
  const { from, to, type } = relation
  if (type === 'PARENT') return { parent: birthOf(from), child: birthOf(to) }
  return type === 'CHILD' ? { parent: birthOf(to), child: birthOf(from) } : null
}

/**
 * Whether, as far as their births are known, the parent is certainly younger than the child or less than ten years
 * older: a slip of the pen more often than the truth, so it is asked about and not forbidden. Compares years of birth;
 * where they are ranges, the earliest of the parent with the latest of the child.
 */
export function isParentTooYoung({ parent, child }: Births): boolean {
  if (!parent?.from || !child?.to) return false
  return yearOf(child.to) - yearOf(parent.from) < yearsBetween
}
