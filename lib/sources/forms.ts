import { z } from 'zod'
import { Ref } from '@/lib/cases/forms'
import { distances, reliabilities, sourceTypes } from '@/lib/sources/sources'
import { choice, line, uuid, whole } from '@/lib/text'

export const AddSource = z.object({
  ref: Ref,
  type: choice(sourceTypes, { required: true }),
  told: line({ max: 200 }),
  connection: line({ max: 200 }),
  reliability: choice(reliabilities, { required: true }),
  distance: choice(distances, { required: true }),
  origin: z
    .unknown()
    .transform((value) => (value === '' || value === undefined ? undefined : value))
    .pipe(whole({ min: 1, max: 1000 }).optional())
    .optional(),
})
export type AddSource = z.infer<typeof AddSource>

export const RevealSource = z.object({ ref: Ref, sourceId: uuid({ required: true }) })
export type RevealSource = z.infer<typeof RevealSource>
