'use server'

import { action } from '@/app/door'
import { addChannel, editChannel } from '@/db/contacts/add-channel'
import { arrangeChannel } from '@/db/contacts/arrange-channel'
import { changePhrase } from '@/db/contacts/change-phrase'
import { recordContact } from '@/db/contacts/record-contact'
import { recordSignOfLife } from '@/db/contacts/record-sign-of-life'
import { unfreezeChannel } from '@/db/contacts/unfreeze-channel'
import { addRelative } from '@/db/people/add-relative'
import { addRelationship } from '@/db/people/add-relationship'
import { editRelationship } from '@/db/people/edit-relationship'
import { locatePerson } from '@/db/people/locate-person'
import { AddRelative, ArrangeChannel, ChangePhrase, RecordSignOfLife, UnfreezeChannel } from '@/lib/contacts/forms'
import {
  AddChannel,
  AddRelationship,
  EditChannel,
  EditRelationship,
  LocatePerson,
  RecordContact,
} from '@/lib/people/forms'
import { backToFamily } from './back-to-family'

export const addRelativeAction = action(AddRelative, addRelative, backToFamily('family', 'relative'))
export const addRelationAction = action(AddRelationship, addRelationship, backToFamily('family', 'relation'))
export const editRelationAction = action(EditRelationship, editRelationship, backToFamily('family', 'relation'))
export const locatePersonAction = action(LocatePerson, locatePerson, backToFamily('places', 'place'))
export const addWayAction = action(AddChannel, addChannel, backToFamily('channels', 'channel'))
export const editWayAction = action(EditChannel, editChannel, backToFamily('channels', 'channel'))
export const arrangeChannelAction = action(ArrangeChannel, arrangeChannel, backToFamily('channels', 'arranged'))
export const changePhraseAction = action(ChangePhrase, changePhrase, backToFamily('channels', 'phrase'))
export const unfreezeChannelAction = action(UnfreezeChannel, unfreezeChannel, backToFamily('channels', 'released'))
export const logContactAction = action(RecordContact, recordContact, backToFamily('log', 'contact'))
export const recordSignAction = action(RecordSignOfLife, recordSignOfLife, backToFamily('life', 'sign'))
