import type { Standing } from '@/app/door'
import { mayEver } from '@/lib/access/can'
import type { CaseList } from '@/db/cases/list-cases'
import type { ListAsked } from '@/lib/cases/list-asked'
import type { ListCases } from '@/lib/cases/list-cases'

/** What every part of the list's page is drawn from. */
export type Given = { standing: Standing; list: CaseList; query: ListCases; asked: ListAsked; listKey: string }

/** Boxes stand before the files once they are asked for: fifty of them are a third of what a list is drawn of. */
export const isPicking = ({ standing, asked }: Given): boolean =>
  mayEver(standing.actor.role, 'flag:raise') && (asked.panel === 'pick' || asked.pick.length > 0)
