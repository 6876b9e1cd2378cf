import { Refusal } from '@/lib/refusal'
import { type WriteComment, mentionFieldOf } from '@/lib/together/forms'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { comments, mentions } from '../schema'
import { maySee } from './may-see'

/** A comment stays as it was written. Only colleagues who may see the file can be mentioned in it. */
export const writeComment = verb('comment.write', async (ctx: Ctx, input: WriteComment) => {
  const file = await findFile(ctx, input.ref, 'comment:write')
  const colleagues = input.mentioned.length > 0 ? await maySee(ctx, file.id) : []
  const stranger = input.mentioned.find((id) => !colleagues.some((one) => one.id === id))
  if (stranger) throw new Refusal('invalid', { [mentionFieldOf(stranger)]: 'may-not-see' })
  const id = newId()
  const text = ctx.vault.seal('comment.text', { caseId: file.id, rowId: id }, input.text)
  await ctx.db.insert(comments).values({ id, caseId: file.id, text, recordedBy: ctx.actor.id, recordedAt: ctx.now })
  const mentioned = input.mentioned.map((userId) => ({ commentId: id, caseId: file.id, userId }))
  if (mentioned.length > 0) await ctx.db.insert(mentions).values(mentioned)
  const objectIds = [id, ...input.mentioned]
  await record(ctx, 'comment.write', { caseId: file.id, teamId: file.teamId, objectIds })
  return { id: file.id, ref: file.ref }
})
