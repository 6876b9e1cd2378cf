import { autosave } from '@/app/door'
import { SaveDraft } from '@/lib/intake/drafts'
import { saveDraftAnswer } from './save-draft-answer'

/** What is typed into an intake, saved by the page's script while it is typed. */
export const POST = autosave(SaveDraft, saveDraftAnswer)
