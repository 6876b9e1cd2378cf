import { autosave } from '@/app/door'
import { saveDraft } from '@/db/drafts/save-draft'
import { SaveDraft } from '@/lib/intake/drafts'

/** What is typed into an intake, saved by the page's script while it is typed. */
export const POST = autosave(SaveDraft, saveDraft)
