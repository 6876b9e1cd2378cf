import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import postgres from 'postgres'
import type { Connection } from '@/lib/database-url'
import * as schema from './schema'

export type Database = PostgresJsDatabase<typeof schema>
export type Tx = PostgresJsTransaction<typeof schema, ExtractTablesWithRelations<typeof schema>>

type Queries = Pick<postgres.Sql, 'unsafe'>

/**
 * Drizzle asks for its statements not to be prepared, so that each is described, parsed and planned anew, in two round
 * trips. Here those with parameters are prepared once a connection, unless the connection forbids it (behind a pooler).
 */
function prepares<Client extends Queries>(client: Client): Client {
  const unsafe: Queries['unsafe'] = client.unsafe.bind(client)
  client.unsafe = (query, parameters = [], options = {}) =>
    unsafe(query, parameters, { ...options, prepare: parameters.length > 0 })
  return client
}

/** Prepared once, planned once: policies make a plan dear, and no list of ours is planned better for being asked for somebody in particular. */
const planned = { plan_cache_mode: 'force_generic_plan' }

/** One pool as one database role. */
export function connect(connection: Connection, max: number) {
  const sql = postgres({
    ...connection,
    max,
    onnotice: () => undefined,
    connection: { application_name: 'vigil', ...(connection.prepare && planned) },
  })
  const begin = sql.begin.bind(sql)
  const prepared = Object.assign(prepares(sql), {
    begin: (run: (tx: postgres.TransactionSql) => unknown) => begin((tx) => run(prepares(tx))),
  })
  return { sql: prepared, db: drizzle(prepared, { schema }) }
}
