import { eq, gt } from 'drizzle-orm'
import { nameTags } from '../people/name-tags'
import { caseFiles, nameKeys, personNames } from '../schema'
import type { MigrationStep } from './run'

const batchRows = 500
/** One statement takes at most 65,535 values, four a row. */
const insertRows = 10_000

/** Writes the keyed tags of every name: after the table is new, was left out of a backup, or names are found by more than before. */
export const fillNameKeys: MigrationStep = {
  name: 'fill-name-keys-2',
  async batch({ db, vault, after }) {
    const names = await db
      .select({
        id: personNames.id,
        caseId: personNames.caseId,
        personId: personNames.personId,
        text: personNames.text,
        teamId: caseFiles.teamId,
      })
      .from(personNames)
      .innerJoin(caseFiles, eq(caseFiles.id, personNames.caseId))
      .where(after ? gt(personNames.id, after) : undefined)
      .orderBy(personNames.id)
      .limit(batchRows)
    const last = names.at(-1)
    if (!last) return null
    const files = new Map(names.map(({ caseId, teamId }) => [caseId, teamId]))
    await vault.load([...files].map(([id, teamId]) => ({ id, teamId, confidentiality: 'named' as const, own: null })))
    const rows = names.flatMap(({ id, caseId, personId, text }) => {
      const name = vault.open('person_name.text', { caseId, personId, rowId: id }, text)
      return nameTags(vault, name).map((key) => ({ ...key, caseId, personId }))
    })
    for (let from = 0; from < rows.length; from += insertRows)
      await db
        .insert(nameKeys)
        .values(rows.slice(from, from + insertRows))
        .onConflictDoNothing()
    return { ended: last.id, rows: rows.length }
  },
}
