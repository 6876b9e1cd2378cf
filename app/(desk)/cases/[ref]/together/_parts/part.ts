import type { Standing } from '@/app/door'
import { words } from '@/app/words'
import type { TogetherView } from '@/db/together/read-together'

/** What every part of this page is drawn from; `asked` is the form that the page was asked for, `saved` the part just saved. */
export type Part = { view: TogetherView; standing: Standing; asked: string | undefined; saved: string | undefined }

export const askedOf = ({ view, standing, asked }: Part) => ({
  at: `/cases/${view.head.ref}/together`,
  asked,
  close: words(standing.look.locale)('caseFile.closeForm'),
})

/** A colleague by name; one who has left, or whom this reader may not know, has none. */
export const nameOf = ({ view, standing }: Part, id: string): string =>
  id === standing.actor.id
    ? standing.actor.name
    : (view.names.get(id) ?? words(standing.look.locale)('together.colleague'))
