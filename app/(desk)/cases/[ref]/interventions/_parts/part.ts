import type { Standing } from '@/app/door'
import { words } from '@/app/words'
import type { InterventionView, InterventionsView } from '@/db/interventions/read-interventions'

/** What every part of the page is drawn from; `asked` is the form that the page was asked for. */
export type Part = { view: InterventionsView; standing: Standing; asked: string | undefined }

export type OfIntervention = Part & { one: InterventionView }

/** Where a form of this page is asked for. */
export const askedOf = ({ view, standing, asked }: Part) => ({
  at: `/cases/${view.head.ref}/interventions`,
  asked,
  close: words(standing.look.locale)('caseFile.closeForm'),
})

/** What tells the verb which intervention is meant, as the reader saw it. */
export const hiddenOf = ({ view, one }: OfIntervention) => ({
  ref: view.head.ref,
  interventionId: one.id,
  version: String(one.version),
})
