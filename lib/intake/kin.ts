import { z } from 'zod'
import { type Disclosure, type Kinship, disclosures, kinships } from '@/lib/people/relationships'
import { type Province, provinces } from '@/lib/places/provinces'
import { choice, line } from '@/lib/text'

/** How many relatives one sending of the step of the family can name. */
export const kinRows = [1, 2, 3, 4, 5, 6] as const

/** Somebody of the subject's family as they were told of; `type` is what they are to the subject. */
export type Kin = {
  name: string | undefined
  type: Kinship
  province: Province | undefined
  disclosure: Disclosure
}

export const kinFieldsOf = (row: number) => ({
  name: `kin${row}Name`,
  type: `kin${row}Type`,
  province: `kin${row}Where`,
  disclosure: `kin${row}Disclosure`,
})

const kinField = /^kin[1-6](?:Name|Type|Where|Disclosure)$/

export const isKinField = (field: string): boolean => kinField.test(field)

const Row = z.object({
  name: line({ max: 200 }),
  type: choice(kinships),
  province: choice(provinces),
  disclosure: choice(disclosures),
})

type Sent = Record<string, unknown>

const isBlank = (value: unknown) => typeof value !== 'string' || value.trim() === ''

/** A row that says nothing is left out; who is asked of nothing but whether they may be told is nobody. */
const isEmpty = (sent: Sent, { name, type, province }: ReturnType<typeof kinFieldsOf>) =>
  [name, type, province].every((field) => isBlank(sent[field]))

/** Whether any row of the step says something. */
export const hasKin = (sent: Sent): boolean => kinRows.some((row) => !isEmpty(sent, kinFieldsOf(row)))

/** The relatives of the rows that say something. Each is the subject's something; a name may be left for later. */
export function kinIn(sent: Sent, ctx: z.RefinementCtx): Kin[] {
  return kinRows.flatMap((row): Kin[] => {
    const fields = kinFieldsOf(row)
    if (isEmpty(sent, fields)) return []
    const { name, type, province, disclosure } = fields
    const typed = { name: sent[name], type: sent[type], province: sent[province], disclosure: sent[disclosure] }
    const { data, error } = Row.safeParse(typed)
    const refuse = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message, input: null })
    if (!data) {
      for (const { path, message } of error.issues) {
        const [, field = name] = Object.entries(fields).find(([key]) => key === path[0]) ?? []
        refuse(field, message)
      }
      return []
    }
    if (data.type === undefined) {
      refuse(type, 'required')
      return []
    }
    return [{ name: data.name, type: data.type, province: data.province, disclosure: data.disclosure ?? 'never' }]
  })
}
