'use server'

import { action } from '@/app/door'
import { assignCase, setConfidentiality } from '@/db/cases/assign-case'
import { giveGrant, revokeGrant } from '@/db/cases/give-grant'
import { revealContact } from '@/db/contacts/reveal-contact'
import { addName } from '@/db/people/add-name'
import { addPerson } from '@/db/people/add-person'
import { editPerson } from '@/db/people/edit-person'
import { recordSituation } from '@/db/situations/record-situation'
import { addSource } from '@/db/sources/add-source'
import { revealSource } from '@/db/sources/reveal-source'
import { AssignCase, GiveGrant, RevokeGrant, SetConfidentiality } from '@/lib/cases/forms'
import { AddName, AddPerson, EditPerson, RevealContact } from '@/lib/people/forms'
import { RecordSituation } from '@/lib/situations/forms'
import { AddSource, RevealSource } from '@/lib/sources/forms'
import { afterRecording, backTo } from './back-to'

export const recordSituationAction = action(RecordSituation, recordSituation, afterRecording)
export const addPersonAction = action(AddPerson, addPerson, backTo('people'))
export const editPersonAction = action(EditPerson, editPerson, backTo('people'))
export const addNameAction = action(AddName, addName, backTo('people'))
export const revealContactAction = action(RevealContact, revealContact)
export const addSourceAction = action(AddSource, addSource, backTo('sources'))
export const revealSourceAction = action(RevealSource, revealSource)
export const assignCaseAction = action(AssignCase, assignCase, backTo('access'))
export const setConfidentialityAction = action(SetConfidentiality, setConfidentiality, backTo('access'))
export const giveGrantAction = action(GiveGrant, giveGrant, backTo('access'))
export const revokeGrantAction = action(RevokeGrant, revokeGrant, backTo('access'))
