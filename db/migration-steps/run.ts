import { eq } from 'drizzle-orm'
import { record } from '../audit'
import type { Database, Tx } from '../client'
import { type House, readHouseKeys } from '../house'
import type { Keyring } from '../keyring'
import { migrationSteps } from '../schema'
import { Vault } from '../vault'
import { fillChannelKeys } from './fill-channel-keys'
import { fillNameKeys } from './fill-name-keys'

/** What a step is given: one transaction, a vault that opens every class, and where the last batch ended. */
export type StepBatch = { db: Tx; vault: Vault; after: string | null }

/** A part of a migration that needs the vault. A batch answers where it ended, or null when nothing is left. */
export type MigrationStep = {
  name: string
  batch: (given: StepBatch) => Promise<{ ended: string; rows: number } | null>
}

export type Migrating = { db: Database; keyring: Keyring; now: Date }

const steps: readonly MigrationStep[] = [fillNameKeys, fillChannelKeys]

/** Runs the steps not yet done. Each batch commits with its place and its audit entry, so a cut-off run goes on where it ended. */
export async function runMigrationSteps(migrating: Migrating, list: readonly MigrationStep[] = steps): Promise<void> {
  const { db, keyring } = migrating
  const house: House = { db, keyring, keys: await readHouseKeys(db, keyring), close: () => Promise.resolve() }
  for (const step of list) {
    await db.insert(migrationSteps).values({ name: step.name, startedAt: migrating.now }).onConflictDoNothing()
    while (await runBatch(house, step, migrating.now));
  }
}

/** One batch in one transaction; false when the step is done. */
function runBatch(house: House, step: MigrationStep, now: Date): Promise<boolean> {
  return house.db.transaction(async (db) => {
    const [row] = await db.select().from(migrationSteps).where(eq(migrationSteps.name, step.name)).for('update')
    if (!row || row.doneAt) return false
    const vault = new Vault(db, house, 'migration')
    const result = await step.batch({ db, vault, after: row.cursor })
    const rows = row.rows + (result?.rows ?? 0)
    await db
      .update(migrationSteps)
      .set(result ? { cursor: result.ended, rows } : { doneAt: now })
      .where(eq(migrationSteps.name, step.name))
    if (result) {
      await record({ actor: null, db, now, vault }, 'migration.step', {
        details: { step: step.name, rows: result.rows },
      })
    }
    return result !== null
  })
}
