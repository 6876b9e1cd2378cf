import postgres from 'postgres'

const kept: { sql?: postgres.Sql } = {}

/** The floor's own pool; its statements are too short to want more. */
export function database(): postgres.Sql {
  kept.sql ??= postgres({ ...JSON.parse(process.env.FLOOR_DATABASE ?? '{}'), max: 8, onnotice: () => undefined })
  return kept.sql
}
