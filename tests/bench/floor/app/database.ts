import postgres from 'postgres'

const kept: { sql?: postgres.Sql } = {}

/** The floor's own pool, as many connections as the house has. */
export function database(): postgres.Sql {
  kept.sql ??= postgres({ ...JSON.parse(process.env.FLOOR_DATABASE ?? '{}'), max: 16, onnotice: () => undefined })
  return kept.sql
}
