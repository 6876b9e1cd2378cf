import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { filePurposes, fileStates } from '../../lib/files/stored'
import { bytes, instant, oneOf, rowId, sealed } from './column'
import { accounts } from './house'
import { policiesOf } from './policy'

/** A file as its owner left it, under a key of its own; what expires takes its chunks along. */
export const storedFiles = pgTable(
  'stored_file',
  {
    id: rowId(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => accounts.id),
    purpose: text('purpose').notNull(),
    state: text('state').notNull().default('open'),
    name: sealed('name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull().default(0),
    chunks: integer('chunks').notNull().default(0),
    epoch: integer('epoch').notNull(),
    wrapped: bytes('wrapped').notNull(),
    storedAt: instant('stored_at').notNull(),
    until: instant('until').notNull(),
  },
  (t) => [
    unique('stored_file_owned').on(t.id, t.ownerId),
    index('stored_file_owner').on(t.ownerId, t.storedAt),
    index('stored_file_until').on(t.until),
    oneOf('stored_file_purpose', t.purpose, filePurposes),
    oneOf('stored_file_state', t.state, fileStates),
    ...policiesOf('stored_file'),
  ],
)

export const storedChunks = pgTable(
  'stored_chunk',
  {
    fileId: uuid('file_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    place: integer('place').notNull(),
    bytes: sealed('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.place] }),
    foreignKey({
      name: 'stored_chunk_of_owned',
      columns: [t.fileId, t.ownerId],
      foreignColumns: [storedFiles.id, storedFiles.ownerId],
    }).onDelete('cascade'),
    ...policiesOf('stored_chunk'),
  ],
)
