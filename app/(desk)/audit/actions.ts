'use server'

import { action } from '@/app/door'
import { exportLog } from '@/db/log/export-log'
import { exportRecords } from '@/db/log/export-records'
import { ExportLog } from '@/lib/log/forms'
import { readyAt } from './ready-at'

export const exportLogAction = action(ExportLog, exportLog, readyAt)
export const exportRecordsAction = action(ExportLog, exportRecords, readyAt)
