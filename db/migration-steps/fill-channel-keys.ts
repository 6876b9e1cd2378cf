import { eq, gt } from 'drizzle-orm'
import { tagsOf } from '../contacts/channel-rows'
import { caseFiles, channelKeys, contactChannels, contactValues } from '../schema'
import type { MigrationStep } from './run'

const batchRows = 500

/** Writes the keyed tags of every channel: after the table is new, or was left out of a backup. */
export const fillChannelKeys: MigrationStep = {
  name: 'fill-channel-keys-1',
  async batch({ db, vault, after }) {
    const values = await db
      .select({
        id: contactValues.channelId,
        caseId: contactValues.caseId,
        personId: contactChannels.personId,
        value: contactValues.value,
        teamId: caseFiles.teamId,
      })
      .from(contactValues)
      .innerJoin(contactChannels, eq(contactChannels.id, contactValues.channelId))
      .innerJoin(caseFiles, eq(caseFiles.id, contactValues.caseId))
      .where(after ? gt(contactValues.channelId, after) : undefined)
      .orderBy(contactValues.channelId)
      .limit(batchRows)
    const last = values.at(-1)
    if (!last) return null
    const files = new Map(values.map(({ caseId, teamId }) => [caseId, teamId]))
    await vault.load([...files].map(([id, teamId]) => ({ id, teamId, confidentiality: 'named' as const, own: null })))
    const rows = values.flatMap(({ id, caseId, personId, value }) => {
      const text = vault.open('contact_value.value', { caseId, personId, rowId: id }, value)
      return tagsOf({ vault }, text).map((tag) => ({ tag, caseId, channelId: id }))
    })
    if (rows.length > 0) await db.insert(channelKeys).values(rows).onConflictDoNothing()
    return { ended: last.id, rows: rows.length }
  },
}
