import { z } from 'zod'

/** A page or deed that is told nothing. */
export const Nothing = z.object({})
export type Nothing = z.infer<typeof Nothing>
