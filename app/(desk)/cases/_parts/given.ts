import type { Standing } from '@/app/door'
import type { CaseList } from '@/db/cases/list-cases'
import type { ListAsked } from '@/lib/cases/list-asked'
import type { ListCases } from '@/lib/cases/list-cases'

/** What every part of the list's page is drawn from. */
export type Given = { standing: Standing; list: CaseList; query: ListCases; asked: ListAsked; listKey: string }
