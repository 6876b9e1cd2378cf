import type { Standing } from '@/app/door'
import { words } from '@/app/words'
import type { CaseView } from '@/db/cases/read-case'

/** What every part of a file's page is drawn from; `asked` is the form that the page was asked for, `saved` the part just saved. */
export type Part = { view: CaseView; standing: Standing; asked: string | undefined; saved: string | undefined }

/** Where a form of this page is asked for. */
export const askedOf = ({ view, standing, asked }: Part) => ({
  at: `/cases/${view.ref}`,
  asked,
  close: words(standing.look.locale)('caseFile.closeForm'),
})
