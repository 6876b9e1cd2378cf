import { and, eq } from 'drizzle-orm'
import type { AddChannel, EditChannel } from '@/lib/people/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { projectCase } from '../cases/project-case'
import { type Ctx, verb } from '../ctx'
import { findPerson } from '../people/find-person'
import { channelKeys, contactChannels, contactValues } from '../schema'
import { channelRows } from './channel-rows'
import { findChannel } from './find-channel'

/** A way to reach someone of the file; its value is sealed apart. */
export const addChannel = verb('channel.add', async (ctx: Ctx, input: AddChannel) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const of = { caseId: file.id, personId: input.personId }
  await findPerson(ctx, of)
  const { rows, values, keys } = channelRows(ctx, of, [input])
  await ctx.db.insert(contactChannels).values(rows)
  await ctx.db.insert(contactValues).values(values)
  if (keys.length > 0) await ctx.db.insert(channelKeys).values(keys)
  const objectIds = rows.map((row) => row.id)
  await record(ctx, 'channel.add', { caseId: file.id, teamId: file.teamId, objectIds })
  return { id: file.id, ref: file.ref, channelId: objectIds[0] }
})

/** What is known of a channel now; two people who change it at once see each other's value. */
export const editChannel = verb('channel.edit', async (ctx: Ctx, input: EditChannel) => {
  const file = await findFile(ctx, input.ref, 'case:edit')
  const { channelId, state, version } = input
  const ofFile = and(eq(contactChannels.id, channelId), eq(contactChannels.caseId, file.id))
  const standing = await findChannel(ctx, { caseId: file.id, channelId })
  if (standing.state === 'compromised' && state !== 'compromised') {
    throw new Refusal('invalid', { state: 'frozen-channel' })
  }
  const saved = await ctx.db
    .update(contactChannels)
    .set({ state, version: version + 1 })
    .where(and(ofFile, eq(contactChannels.version, version)))
    .returning({ id: contactChannels.id })
  if (saved.length === 0) {
    throw new Refusal('conflict', undefined, { state: standing.state, version: String(standing.version) })
  }
  await projectCase(ctx, file.id)
  const details = { fields: ['contact_channel.state'], version, state }
  await record(ctx, 'channel.edit', { caseId: file.id, teamId: file.teamId, objectIds: [channelId], details })
  return { id: file.id, ref: file.ref }
})
