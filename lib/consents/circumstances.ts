import { z } from 'zod'

const Circumstances = z.object({
  language: z.string().optional(),
  interpreter: z.string().optional(),
  limits: z.string().optional(),
  assent: z.boolean().optional(),
})
export type Circumstances = z.infer<typeof Circumstances>

/** How a consent was given, read from what was stored of it. */
export const readCircumstances = (stored: string | null): Circumstances =>
  Circumstances.parse(stored === null ? {} : JSON.parse(stored))
