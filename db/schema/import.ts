import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import {
  delimiterNames,
  encodings,
  importStates,
  listFailures,
  listFormats,
  matchedChoices,
  rowStates,
} from '../../lib/imports/import-states'
import { bytes, instant, oneOf, rowId, sealed } from './column'
import { storedFiles } from './file'
import { accounts, teams } from './house'
import { ofFile } from './of-file'
import { policiesOf } from './policy'

/** One list on its way into files. It goes with the stored file it is read from, under whose key its own text stands. */
export const importBatches = pgTable(
  'import_batch',
  {
    id: rowId(),
    ownerId: uuid('owner_id').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    fileId: uuid('file_id').notNull(),
    state: text('state').notNull().default('mapping'),
    failure: text('failure'),
    format: text('format').notNull(),
    encoding: text('encoding'),
    delimiter: text('delimiter'),
    hasHeader: boolean('has_header').notNull(),
    head: sealed('head').notNull(),
    mapping: sealed('mapping'),
    shape: bytes('shape').notNull(),
    matched: text('matched').notNull().default('leave'),
    cursor: integer('cursor').notNull().default(0),
    rowsDone: integer('rows_done').notNull().default(0),
    rowsBad: integer('rows_bad').notNull().default(0),
    rowsMatched: integer('rows_matched').notNull().default(0),
    rowsRepeated: integer('rows_repeated').notNull().default(0),
    rowsAll: integer('rows_all'),
    runner: uuid('runner'),
    beatAt: instant('beat_at'),
    startedAt: instant('started_at').notNull(),
    runAt: instant('run_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    unique('import_batch_owned').on(t.id, t.ownerId),
    foreignKey({
      name: 'import_batch_of_owned',
      columns: [t.fileId, t.ownerId],
      foreignColumns: [storedFiles.id, storedFiles.ownerId],
    }).onDelete('cascade'),
    index('import_batch_owner').on(t.ownerId, t.startedAt),
    index('import_batch_file').on(t.fileId),
    oneOf('import_batch_state', t.state, importStates),
    oneOf('import_batch_failure', t.failure, listFailures),
    oneOf('import_batch_format', t.format, listFormats),
    oneOf('import_batch_encoding', t.encoding, encodings),
    oneOf('import_batch_delimiter', t.delimiter, delimiterNames),
    oneOf('import_batch_matched', t.matched, matchedChoices),
    ...policiesOf('import_batch'),
  ],
)

/** A row that opened no file, with what speaks against it and its cells, to be corrected and sent again. */
export const importRows = pgTable(
  'import_row',
  {
    batchId: uuid('batch_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    number: integer('number').notNull(),
    state: text('state').notNull(),
    reasons: text('reasons').notNull(),
    cells: sealed('cells').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.number] }),
    foreignKey({
      name: 'import_row_of_owned',
      columns: [t.batchId, t.ownerId],
      foreignColumns: [importBatches.id, importBatches.ownerId],
    }).onDelete('cascade'),
    oneOf('import_row_state', t.state, rowStates),
    ...policiesOf('import_row'),
  ],
)

/** That a team has taken this very row already: a list sent twice opens nobody's file twice. */
export const importedRows = pgTable(
  'imported_row',
  {
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    tag: bytes('tag').notNull(),
    caseId: ofFile(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.tag] }),
    index('imported_row_case').on(t.caseId),
    ...policiesOf('imported_row'),
  ],
)

/** Which column of lists of one shape is which field, under a name. */
export const importMappings = pgTable(
  'import_mapping',
  {
    id: rowId(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => accounts.id),
    shape: bytes('shape').notNull(),
    name: sealed('name').notNull(),
    mapping: sealed('mapping').notNull(),
    savedAt: instant('saved_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('import_mapping_owner').on(t.ownerId, t.savedAt), ...policiesOf('import_mapping')],
)
