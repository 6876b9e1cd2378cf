import { z } from 'zod'
import { Ref, Version } from '@/lib/cases/forms'
import { partialDate } from '@/lib/dates/form'
import { provinces } from '@/lib/places/provinces'
import { credibilities, stances } from '@/lib/sources/sources'
import { checkbox, choice, line, prose, uuid } from '@/lib/text'
import { situations } from './situations'

/** A situation entry needs a source and a grade; the rest may honestly be unknown. */
export const RecordSituation = z.object({
  ref: Ref,
  version: Version,
  situation: choice(situations, { required: true }),
  when: partialDate(),
  province: choice(provinces),
  place: line({ max: 200 }),
  sourceId: uuid({ required: true }),
  credibility: choice(credibilities, { required: true }),
  stance: choice(stances),
  account: prose({ max: 4000 }),
  quote: prose({ max: 2000 }),
  gapReason: prose({ max: 500 }),
  correctionOf: uuid(),
  speaksForSelf: checkbox(),
})
export type RecordSituation = z.infer<typeof RecordSituation>

/** `on`: the day whose knowledge is asked for, as a person writes a date. */
export const SituationQuery = z.object({ ref: z.string().max(40), on: z.string().max(100).optional().catch(undefined) })
export type SituationQuery = z.infer<typeof SituationQuery>
