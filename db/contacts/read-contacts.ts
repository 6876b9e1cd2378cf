import { asc, desc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { contactChannels, contactLogs } from '../schema'

const channelsMax = 100
const logMax = 200

/** Ways to reach people, without their values, and what was tried; the newest attempt first. */
export async function readContacts(ctx: Ctx, caseId: string) {
  const [channels, logs] = await Promise.all([
    ctx.db
      .select()
      .from(contactChannels)
      .where(eq(contactChannels.caseId, caseId))
      .orderBy(asc(contactChannels.recordedAt), asc(contactChannels.id))
      .limit(channelsMax),
    ctx.db
      .select()
      .from(contactLogs)
      .where(eq(contactLogs.caseId, caseId))
      .orderBy(desc(contactLogs.recordedAt))
      .limit(logMax),
  ])
  return {
    channels: channels.map(({ id, personId, kind, state, version }) => ({ id, personId, kind, state, version })),
    log: logs.map((row) => ({
      id: row.id,
      personId: row.personId,
      channelId: row.channelId,
      direction: row.direction,
      outcome: row.outcome,
      at: ctx.vault.open('contact_log.at', { caseId, rowId: row.id }, row.at),
      note: ctx.vault.openOptional('contact_log.note', { caseId, rowId: row.id }, row.note),
      recordedBy: row.recordedBy,
      recordedAt: row.recordedAt,
    })),
  }
}

export type ChannelView = Awaited<ReturnType<typeof readContacts>>['channels'][number]
export type ContactView = Awaited<ReturnType<typeof readContacts>>['log'][number]
