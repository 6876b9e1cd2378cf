import { z } from 'zod'
import { Version } from '@/lib/cases/forms'
import { ListCases, listKey } from '@/lib/cases/list-cases'
import { checkbox, choice, line, prose, uuid } from '@/lib/text'

/** A list as its address has it, in its one form; whatever is no filter, order or column of one falls away. */
const list = z
  .string()
  .max(1000)
  .catch('')
  .transform((text) => ListCases.parse(Object.fromEntries(new URLSearchParams(text))))
  .transform((query) => listKey(query))

const name = line({ max: 80, required: true })

export const SaveView = z.object({ list, name, shared: checkbox() })
export type SaveView = z.infer<typeof SaveView>

const viewId = uuid({ required: true })

export const EditView = z.object({ viewId, version: Version, name, shared: checkbox() })
export type EditView = z.infer<typeof EditView>

/** What a view holds from now on: another list under the name it has. */
export const ReplaceView = z.object({ viewId, version: Version, list })
export type ReplaceView = z.infer<typeof ReplaceView>

export const DeleteView = z.object({ viewId, version: Version })
export type DeleteView = z.infer<typeof DeleteView>

/** `codes` names nobody; `rows` are the columns of an imported list, names among them. */
export const exportShapes = ['codes', 'rows'] as const

export const ExportList = z.object({
  list,
  reason: prose({ max: 500, required: true }),
  shape: choice(exportShapes).transform((shape) => shape ?? 'codes'),
  contacts: checkbox(),
})
export type ExportList = z.infer<typeof ExportList>
