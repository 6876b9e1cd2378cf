import { Notice } from '@/app/ui/notice'
import { words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'

export type SavedProps = { part: { saved: string | undefined; standing: { look: { locale: Locale } } }; of: string }

/** Says in the part of the page it concerns that what was just sent now stands there. */
export function Saved({ part, of }: SavedProps) {
  if (part.saved !== of) return null
  return <Notice kind="success">{words(part.standing.look.locale)('caseFile.saved')}</Notice>
}
