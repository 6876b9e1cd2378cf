import { z } from 'zod'
import { Ref, Version } from '@/lib/cases/forms'
import { clockTime } from '@/lib/dates/clock-time'
import { partialDate } from '@/lib/dates/form'
import {
  type ChannelKind,
  channelKinds,
  channelStates,
  contactDirections,
  contactOutcomes,
} from '@/lib/people/channels'
import { nameKinds, nameSchemes } from '@/lib/people/names'
import { personRoles, sexes } from '@/lib/people/people'
import { certainties, disclosures, relationships } from '@/lib/people/relationships'
import { provinces } from '@/lib/places/provinces'
import { checkbox, choice, line, prose, uuid } from '@/lib/text'

const otherRoles = personRoles.filter((role) => role !== 'subject')

export const AddPerson = z.object({
  ref: Ref,
  role: choice(otherRoles, { required: true }),
  name: line({ max: 200 }),
  sex: choice(sexes, { required: true }),
})
export type AddPerson = z.infer<typeof AddPerson>

export const EditPerson = z.object({
  ref: Ref,
  personId: uuid({ required: true }),
  version: Version,
  sex: choice(sexes, { required: true }),
  birth: partialDate(),
})
export type EditPerson = z.infer<typeof EditPerson>

export const AddName = z.object({
  ref: Ref,
  personId: uuid({ required: true }),
  text: line({ max: 200, required: true }),
  kind: choice(nameKinds, { required: true }),
  scheme: choice(nameSchemes, { required: true }),
  primary: checkbox(),
})
export type AddName = z.infer<typeof AddName>

export const AddRelationship = z
  .object({
    ref: Ref,
    from: uuid({ required: true }),
    type: choice(relationships, { required: true }),
    to: uuid({ required: true }),
    certainty: choice(certainties, { required: true }),
    disclosure: choice(disclosures),
    isChecked: checkbox(),
  })
  .refine((input) => input.from !== input.to, { path: ['to'], message: 'relation-to-oneself' })
export type AddRelationship = z.infer<typeof AddRelationship>

export const EditRelationship = z.object({
  ref: Ref,
  relationshipId: uuid({ required: true }),
  version: Version,
  type: choice(relationships, { required: true }),
  certainty: choice(certainties, { required: true }),
  disclosure: choice(disclosures, { required: true }),
  isChecked: checkbox(),
})
export type EditRelationship = z.infer<typeof EditRelationship>

export const LocatePerson = z.object({
  ref: Ref,
  personId: uuid({ required: true }),
  version: Version,
  whereabouts: line({ max: 200 }),
  province: choice(provinces),
})
export type LocatePerson = z.infer<typeof LocatePerson>

export const AddChannel = z.object({
  ref: Ref,
  personId: uuid({ required: true }),
  kind: choice(channelKinds, { required: true }),
  value: line({ max: 200, required: true }),
  codePhrase: line({ max: 200 }),
})
export type AddChannel = z.infer<typeof AddChannel>

export const EditChannel = z.object({
  ref: Ref,
  channelId: uuid({ required: true }),
  version: Version,
  state: choice(channelStates, { required: true }),
})
export type EditChannel = z.infer<typeof EditChannel>

export const RevealContact = z.object({ ref: Ref, channelId: uuid({ required: true }) })
export type RevealContact = z.infer<typeof RevealContact>

/** What a contact went through: a channel of the person by its id, or the kind of a way that is none of those. */
const way = z.unknown().transform((value, ctx): { channelId?: string; otherKind?: ChannelKind } => {
  const otherKind = channelKinds.find((kind) => kind === value)
  if (otherKind) return { otherKind }
  const { data: channelId, success } = uuid().safeParse(value)
  if (!success) ctx.addIssue({ code: 'custom', message: 'not-an-id', input: null })
  return channelId === undefined ? {} : { channelId }
})

/** Whoever calls in may not say by what; whoever is called was called by something. */
export const RecordContact = z
  .object({
    ref: Ref,
    personId: uuid({ required: true }),
    channelId: way.optional(),
    at: partialDate({ required: true }),
    hour: clockTime(),
    direction: choice(contactDirections, { required: true }),
    outcome: choice(contactOutcomes, { required: true }),
    note: prose({ max: 1000 }),
    outsideReason: prose({ max: 500 }),
    nextTry: partialDate(),
    nextHour: clockTime(),
  })
  .transform(({ channelId: way, ...contact }) => ({ ...contact, ...way }))
  .refine((contact) => contact.direction === 'incoming' || contact.channelId || contact.otherKind, {
    path: ['channelId'],
    message: 'channel-needed',
  })
export type RecordContact = z.infer<typeof RecordContact>
