import { integer, uuid } from 'drizzle-orm/pg-core'
import { caseFiles } from './case-file'
import { instant } from './column'

/** Every row about a file hangs on it: reach, keys and erasure follow from this column alone. */
export const ofFile = () =>
  uuid('case_id')
    .notNull()
    .references(() => caseFiles.id)

/** Who wrote a row and when, and the version that a stale save is found by. */
export const written = () => ({
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
  version: integer('version').notNull().default(1),
})
