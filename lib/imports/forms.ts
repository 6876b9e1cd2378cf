import { z } from 'zod'
import { OpenCase, Version } from '@/lib/cases/forms'
import { partialDate } from '@/lib/dates/form'
import { sexes } from '@/lib/people/people'
import { situations } from '@/lib/situations/situations'
import { distances, sourceTypes } from '@/lib/sources/sources'
import { checkbox, choice, line, uuid } from '@/lib/text'
import { columnsMax, columnTargets } from './import-fields'
import { delimiterNames, encodings, matchedChoices } from './import-states'

/** One row of a list, as the form of an urgent call would take it, with what lists say of the person besides. */
export const ImportCase = OpenCase.extend({ sex: choice(sexes), birth: partialDate() }).omit({
  draft: true,
  page: true,
  version: true,
})
export type ImportCase = z.infer<typeof ImportCase>

const importId = uuid({ required: true })

/** How the bytes of a list are read, where the guess was wrong. */
export const RereadImport = z.object({
  importId,
  version: Version,
  encoding: choice(encodings),
  delimiter: choice(delimiterNames),
  hasHeader: checkbox(),
})
export type RereadImport = z.infer<typeof RereadImport>

const Target = z.enum(['', ...columnTargets])

/** Which column is what, and what holds for a row that does not say. */
export const Mapping = z.object({
  columns: z.array(Target).max(columnsMax),
  sourceType: z.enum(sourceTypes),
  distance: z.enum(distances),
  situation: z.enum(situations),
})
export type Mapping = z.infer<typeof Mapping>

const columnName = /^column(\d{1,3})$/

function columnsIn(form: Record<string, unknown>): Mapping['columns'] {
  const columns = new Map<number, Mapping['columns'][number]>()
  for (const [name, value] of Object.entries(form)) {
    const place = Number(columnName.exec(name)?.[1] ?? NaN)
    if (place < columnsMax) columns.set(place, Target.catch('').parse(value))
  }
  return Array.from({ length: Math.max(-1, ...columns.keys()) + 1 }, (_, place) => columns.get(place) ?? '')
}

export const MapImport = z
  .looseObject({
    importId,
    version: Version,
    sourceType: choice(sourceTypes, { required: true }),
    distance: choice(distances, { required: true }),
    situation: choice(situations, { required: true }),
    name: line({ max: 80 }),
  })
  .transform(({ importId: id, version, sourceType, distance, situation, name, ...others }, ctx) => {
    const columns = columnsIn(others)
    if (!columns.includes('name')) ctx.addIssue({ code: 'custom', path: ['column0'], message: 'name-column-needed' })
    return { importId: id, version, name, mapping: { columns, sourceType, distance, situation } }
  })
export type MapImport = z.infer<typeof MapImport>

export const StartImport = z.object({ importId, version: Version, matched: choice(matchedChoices, { required: true }) })
export type StartImport = z.infer<typeof StartImport>

export const OneImport = z.object({ importId, version: Version })
export type OneImport = z.infer<typeof OneImport>

export const ImportQuery = z.object({ id: z.uuid() })
export type ImportQuery = z.infer<typeof ImportQuery>

export const ForgetMapping = z.object({ mappingId: uuid({ required: true }), version: Version })
export type ForgetMapping = z.infer<typeof ForgetMapping>
