import { eq, gt } from 'drizzle-orm'
import { isWhole } from '@/lib/names/is-whole'
import { wholeName } from '@/lib/names/whole-name'
import { caseFiles, nameKeys, personNames } from '../schema'
import type { MigrationStep } from './run'

const batchRows = 500

/** Writes the keyed tag of every name: after the table is new, or was left out of a backup. */
export const fillNameKeys: MigrationStep = {
  name: 'fill-name-keys-1',
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
      return isWhole(name) ? [{ tag: vault.tag('name', wholeName(name)), caseId, personId, kind: 'whole' }] : []
    })
    if (rows.length > 0) await db.insert(nameKeys).values(rows).onConflictDoNothing()
    return { ended: last.id, rows: rows.length }
  },
}
