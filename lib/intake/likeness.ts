import { z } from 'zod'
import { likenesses } from './likenesses'

const fieldStart = 'likeness-'
const answersMax = 40

export type Likeness = { personId: string; answer: (typeof likenesses)[number] }

/** The name of the field in which is said whether this person is the one of an intake. */
export const likenessField = (personId: string): string => fieldStart + personId

export const isLikenessField = (name: string): boolean => name.startsWith(fieldStart)

const Said = z.object({ personId: z.uuid(), answer: z.enum(likenesses) })

/** What a form says of people who may be the one it is about; anything else under such a name says nothing. */
export function likenessIn(typed: Readonly<Record<string, unknown>>): Likeness[] {
  return Object.entries(typed)
    .filter(([name]) => isLikenessField(name))
    .slice(0, answersMax)
    .flatMap(([name, answer]) => {
      const said = Said.safeParse({ personId: name.slice(fieldStart.length), answer })
      return said.success ? [said.data] : []
    })
}
