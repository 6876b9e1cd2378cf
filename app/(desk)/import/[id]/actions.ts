'use server'

import { action } from '@/app/door'
import { runList } from '@/app/run-list'
import { mapImport, remapImport, rereadImport } from '@/db/imports/map-import'
import { cancelImport, resumeImport, startImport } from '@/db/imports/start-import'
import { MapImport, OneImport, RereadImport, StartImport } from '@/lib/imports/forms'
import { importAt } from './import-at'

export const rereadImportAction = action(RereadImport, rereadImport, importAt)
export const mapImportAction = action(MapImport, mapImport, { next: importAt, after: runList })
export const remapImportAction = action(OneImport, remapImport, importAt)
export const startImportAction = action(StartImport, startImport, { next: importAt, after: runList })
export const resumeImportAction = action(OneImport, resumeImport, { next: importAt, after: runList })
export const cancelImportAction = action(OneImport, cancelImport, importAt)
