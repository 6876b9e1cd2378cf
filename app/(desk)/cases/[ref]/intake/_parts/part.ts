import type { Standing } from '@/app/door'
import { words } from '@/app/words'
import type { InterviewView } from '@/db/intake/read-interview'

/** What every part of this page is drawn from. */
export type Part = { view: InterviewView; standing: Standing }

/** A colleague by name; one who has left, or whom this reader may not know, has none. */
export const nameOf = ({ view, standing }: Part, id: string): string =>
  view.names.get(id) ?? words(standing.look.locale)('together.colleague')
