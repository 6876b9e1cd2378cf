import { z } from 'zod'

const cursorShape =
  /^(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+\d{2}(?::\d{2})?)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const isInstant = (text: string): boolean => {
  const at = new Date(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 10))
}

/** The place in a list that is ordered by an instant and an id; what is no place is the beginning. */
export const Cursor = z
  .string()
  .optional()
  .transform((text) => {
    const parts = cursorShape.exec(text ?? '')
    return parts?.[1] && parts[2] && isInstant(parts[1]) ? { at: parts[1], id: parts[2] } : undefined
  })
  .catch(undefined)
export type Cursor = z.infer<typeof Cursor>
