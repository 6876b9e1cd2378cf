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

type Reserved = postgres.ReservedSql & {
  savepoint: (run: (tx: Reserved) => Promise<unknown>) => Promise<unknown>
}

/** Of the connection, as postgres.js says it, or under what drizzle has wrapped it in. */
const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && String(error.code).startsWith('CONNECTION_')) || (error.cause !== error && isGone(error.cause)))

/** What fails inside a savepoint is undone alone, and the transaction goes on. */
function withSavepoints(reserved: postgres.ReservedSql): Reserved {
  let drawn = 0
  const savepoint: Reserved['savepoint'] = async (run) => {
    const name = `part_${++drawn}`
    await tx.unsafe(`savepoint ${name}`)
    try {
      return await run(tx)
    } catch (error) {
      await tx.unsafe(`rollback to ${name}`)
      throw error
    }
  }
  const tx = Object.assign(reserved, { savepoint })
  return tx
}

/**
 * One transaction on a connection of its own. `begin` travels with the first statement and is not waited for: it cannot
 * fail where that one succeeds. A statement that failed and was caught on the way makes PostgreSQL answer `commit` with
 * a rollback, which is an error here.
 */
async function transact<T>(pool: postgres.Sql, run: (tx: Reserved) => Promise<T>): Promise<T> {
  const tx = withSavepoints(prepares(await pool.reserve()))
  try {
    const begun = tx.unsafe('begin').execute()
    const [value] = await Promise.all([run(tx), begun])
    const { command } = await tx.unsafe('commit')
    if (command !== 'COMMIT') throw new Error('a transaction in which a statement had failed was to be kept')
    tx.release()
    return value
  } catch (error) {
    // A connection that is gone has rolled back by itself and must not be written to, nor go back to the pool.
    if (!isGone(error))
      await tx.unsafe('rollback').then(
        () => tx.release(),
        () => undefined,
      )
    throw error
  }
}

/** One pool as one database role. */
export function connect(connection: Connection, max: number) {
  const sql = postgres({
    ...connection,
    max,
    onnotice: () => undefined,
    connection: { application_name: 'vigil', ...(connection.prepare && planned) },
  })
  const prepared = Object.assign(prepares(sql), {
    begin: <T>(run: (tx: Reserved) => Promise<T>) => transact(sql, run),
  })
  return { sql: prepared, db: drizzle(prepared, { schema }) }
}
