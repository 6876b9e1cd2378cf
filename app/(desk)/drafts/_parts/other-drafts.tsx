import { ButtonLink } from '@/app/ui/button'
import { words } from '@/app/words'
import type { Intake } from '@/db/cases/read-intake'
import type { Locale } from '@/lib/words/locales'

/** The way to what was begun and not sent. */
export function OtherDrafts({ drafts: { draft, drafts }, locale }: { drafts: Intake; locale: Locale }) {
  const others = drafts - (draft ? 1 : 0)
  return others > 0 ? <ButtonLink href="/drafts">{words(locale)('intake.others', { n: others })}</ButtonLink> : null
}
