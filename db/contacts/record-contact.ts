import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { RecordContact } from '@/lib/people/forms'
import { dayIn } from '@/lib/dates/calendar'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { findPerson } from '../people/find-person'
import { caseFiles, contactChannels, contactLogs } from '../schema'
import { closeRuleTasks } from '../tasks/rule-task'
import { followChannel } from './follow-channel'

async function assertChannelOf(ctx: Ctx, caseId: string, input: RecordContact): Promise<void> {
  if (!input.channelId) return
  const [channel] = await ctx.db
    .select({ personId: contactChannels.personId })
    .from(contactChannels)
    .where(and(eq(contactChannels.id, input.channelId), eq(contactChannels.caseId, caseId)))
  if (!channel) throw new Refusal('not-found')
  if (channel.personId !== input.personId) throw new Refusal('invalid', { channelId: 'not-this-persons' })
}

/** One attempt or call, for good. Someone reached ends the silence; nothing here is ever changed afterwards. */
export const recordContact = verb('contact.record', async (ctx: Ctx, input: RecordContact) => {
  const file = await findFile(ctx, input.ref, 'contact:record')
  const { at, personId, channelId, direction, outcome, note } = input
  await findPerson(ctx, { caseId: file.id, personId })
  await assertChannelOf(ctx, file.id, input)
  const today = dayIn(ctx.now, ctx.actor.timeZone)
  if (at.from !== null && at.from > today) throw new Refusal('invalid', { at: 'future-date' })
  const id = randomUUID()
  const place = { caseId: file.id, rowId: id }
  await ctx.db.insert(contactLogs).values({
    id,
    caseId: file.id,
    personId,
    channelId: channelId ?? null,
    direction,
    outcome,
    at: ctx.vault.seal('contact_log.at', place, at.edtf),
    note: ctx.vault.sealOptional('contact_log.note', place, note),
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  })
  if (outcome === 'reached' && at.from !== null) {
    await ctx.db
      .update(caseFiles)
      .set({ silentSince: sql`greatest(${caseFiles.silentSince}, ${at.from}::date)`, changedAt: ctx.now })
      .where(eq(caseFiles.id, file.id))
  }
  if (outcome === 'reached') {
    await Promise.all([
      closeRuleTasks(ctx, { caseId: file.id, kind: 'silence' }),
      ...(channelId ? [closeRuleTasks(ctx, { caseId: file.id, kind: 'try-again', aboutId: channelId })] : []),
    ])
  }
  if (channelId) await followChannel(ctx, { logId: id, channelId, outcome })
  await record(ctx, 'contact.record', { caseId: file.id, teamId: file.teamId, objectIds: [id], details: { outcome } })
  return { id: file.id, ref: file.ref }
})
