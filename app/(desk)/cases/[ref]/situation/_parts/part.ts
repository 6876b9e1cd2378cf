import type { Standing } from '@/app/door'
import { words } from '@/app/words'
import type { SituationView } from '@/db/situations/read-situation'

/** What every part of the situation page is drawn from; `asked` is the form that the page was asked for, `saved` the part just saved. */
export type Part = { view: SituationView; standing: Standing; asked: string | undefined; saved: string | undefined }

/** Where a form of this page is asked for. */
export const askedOf = ({ view, standing, asked }: Part) => ({
  at: `/cases/${view.head.ref}/situation`,
  asked,
  close: words(standing.look.locale)('caseFile.closeForm'),
})
