import { z } from 'zod'
import type { PartialDate } from '@/lib/dates/partial-date'
import type { ImportCase } from './forms'

/** What a row and a file can agree or differ in. */
const facets = ['name', 'sex', 'birth', 'province', 'situation'] as const
type Facet = (typeof facets)[number]

/** A file whose person may be the one of a row, and what speaks for it and against it. */
export const Alike = z.object({ ref: z.string(), agrees: z.array(z.enum(facets)), differs: z.array(z.enum(facets)) })
export type Alike = z.infer<typeof Alike>

/** What a file is known by beside the name of its person. */
export type OnFile = {
  ref: string
  sex: string
  birth: PartialDate | null
  province: string | null
  situation: string
}

/** Koreans count a year or two more than a passport does, and lunar birthdays fall into the year before. */
const yearsApartMax = 2

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)))

/** Whether two birth dates can be one; null where either does not say. */
export function sameBirth(a: PartialDate | null | undefined, b: PartialDate | null | undefined): boolean | null {
  if (!a || !b) return null
  const [fromA, toA, fromB, toB] = [yearOf(a.from), yearOf(a.to), yearOf(b.from), yearOf(b.to)]
  if (fromA === null || toA === null || fromB === null || toB === null) return null
  return fromA - toB <= yearsApartMax && fromB - toA <= yearsApartMax
}

const sameWord = (a: string | undefined, b: string | null, unknown = ''): boolean | null =>
  a === undefined || b === null || a === unknown || b === unknown ? null : a === b

/** Sets a row beside a file whose person has a name like its own. */
export function compareRow(row: ImportCase, file: OnFile): Alike {
  const told: readonly (readonly [Facet, boolean | null])[] = [
    ['name', true],
    ['sex', sameWord(row.sex, file.sex, 'U')],
    ['birth', sameBirth(row.birth, file.birth)],
    ['province', sameWord(row.province, file.province)],
    ['situation', sameWord(row.situation, file.situation, 'UNVERIFIED')],
  ]
  const where = (answer: boolean) => told.flatMap(([facet, same]) => (same === answer ? [facet] : []))
  return { ref: file.ref, agrees: where(true), differs: where(false) }
}
