'use server'

import { action } from '@/app/door'
import { discardDraft } from '@/db/drafts/discard-draft'
import { DiscardDraft } from '@/lib/intake/drafts'

export const discardDraftAction = action(DiscardDraft, discardDraft, () => '/drafts')
