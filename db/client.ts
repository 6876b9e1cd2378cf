import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import postgres from 'postgres'
import type { Connection } from '@/lib/database-url'
import * as schema from './schema'

export type Database = PostgresJsDatabase<typeof schema>
export type Tx = PostgresJsTransaction<typeof schema, ExtractTablesWithRelations<typeof schema>>

/** One pool as one database role. */
export function connect(connection: Connection, max: number) {
  const sql = postgres({
    ...connection,
    max,
    onnotice: () => undefined,
    connection: { application_name: 'vigil' },
  })
  return { sql, db: drizzle(sql, { schema }) }
}
