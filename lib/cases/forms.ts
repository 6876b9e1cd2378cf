import { z } from 'zod'
import { confidentialities, levels } from '@/lib/access/grants'
import { partialDate } from '@/lib/dates/form'
import { channelKinds } from '@/lib/people/channels'
import { provinces } from '@/lib/places/provinces'
import { situations } from '@/lib/situations/situations'
import { distances, sourceTypes } from '@/lib/sources/sources'
import { checkbox, choice, line, prose, uuid, whole } from '@/lib/text'

export const Ref = line({ max: 20, required: true })
export const Version = whole({ min: 1, max: 2 ** 31 - 1 })

/** The four questions of an urgent call, and how to ring back. */
export const OpenCase = z.object({
  name: line({ max: 200, required: true }),
  otherName: line({ max: 200 }),
  told: line({ max: 200 }),
  /** Who told it is called by that name in the file as well, where every reader of names sees it. */
  isCallerNamed: checkbox(),
  connection: line({ max: 200 }),
  sourceType: choice(sourceTypes, { required: true }),
  distance: choice(distances, { required: true }),
  situation: choice(situations, { required: true }),
  account: prose({ max: 4000 }),
  place: line({ max: 200 }),
  province: choice(provinces),
  when: partialDate(),
  contactKind: choice(channelKinds),
  contactValue: line({ max: 200 }),
  secondKind: choice(channelKinds),
  secondValue: line({ max: 200 }),
  confirmed: checkbox(),
  draft: uuid(),
  page: uuid(),
  version: whole({ min: 0, max: 2 ** 31 - 1 }).optional(),
})
export type OpenCase = z.infer<typeof OpenCase>

export const CaseQuery = z.object({ ref: z.string().max(40) })
export type CaseQuery = z.infer<typeof CaseQuery>

export const AssignCase = z.object({ ref: Ref, version: Version, owner: uuid({ required: true }) })
export type AssignCase = z.infer<typeof AssignCase>

export const SetConfidentiality = z.object({
  ref: Ref,
  version: Version,
  confidentiality: choice(confidentialities, { required: true }),
})
export type SetConfidentiality = z.infer<typeof SetConfidentiality>

export const grantDays = ['1', '7', '30', '90'] as const

export const GiveGrant = z.object({
  ref: Ref,
  email: line({ max: 200, required: true }),
  level: choice(levels, { required: true }),
  days: choice(grantDays, { required: true }).transform(Number),
  reason: prose({ max: 500, required: true }),
})
export type GiveGrant = z.infer<typeof GiveGrant>

export const RevokeGrant = z.object({ ref: Ref, grantId: uuid({ required: true }), version: Version })
export type RevokeGrant = z.infer<typeof RevokeGrant>

export const ReadNotice = z.object({ noticeId: uuid({ required: true }), version: Version })
export type ReadNotice = z.infer<typeof ReadNotice>
