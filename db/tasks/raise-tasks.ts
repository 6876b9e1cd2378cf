import { sql } from 'drizzle-orm'
import type { Database } from '../client'

const batch = 500
const roundsMax = 50

/** The clock's pass over the files: people are asked about those long unheard of, and what has come due is opened as tasks, batch by batch, until nothing is left or it has done enough for once. */
export async function raiseTasks(db: Database): Promise<number> {
  await db.execute(sql`select propose_missing()`)
  let raised = 0
  for (let round = 0; round < roundsMax; round += 1) {
    const [row] = await db.execute(sql`select raise_tasks(${batch}::int) as raised`)
    const now = Number(row?.['raised'])
    raised += now
    if (now === 0) break
  }
  return raised
}
