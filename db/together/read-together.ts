import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { can } from '@/lib/access/can'
import type { CaseQuery } from '@/lib/cases/forms'
import { fileHolders, staffNames } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import type { FoundFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { comments, drafts, flags, follows, handovers, mentions, tasks } from '../schema'
import { breaksOf } from './breaks-of'
import { mayLower } from './raise-flag'
import { maySee } from './may-see'
import { readReferrals } from './read-referrals'

const commentsMax = 200
const flagsMax = 50

async function readComments({ db, vault }: Ctx, caseId: string) {
  const [rows, named] = await Promise.all([
    db
      .select()
      .from(comments)
      .where(eq(comments.caseId, caseId))
      .orderBy(desc(comments.recordedAt), comments.id)
      .limit(commentsMax),
    db
      .select({ commentId: mentions.commentId, userId: mentions.userId })
      .from(mentions)
      .where(eq(mentions.caseId, caseId))
      .limit(commentsMax * 4),
  ])
  return rows.map(({ id, text, recordedBy, recordedAt }) => ({
    id,
    text: vault.open('comment.text', { caseId, rowId: id }, text),
    recordedBy,
    recordedAt,
    mentioned: named.flatMap(({ commentId, userId }) => (commentId === id ? [userId] : [])),
  }))
}

/** The flags that stand, then those that were lowered last. */
async function readFlags(ctx: Ctx, file: FoundFile) {
  const rows = await ctx.db
    .select()
    .from(flags)
    .where(eq(flags.caseId, file.id))
    .orderBy(desc(isNull(flags.loweredAt)), desc(flags.recordedAt))
    .limit(flagsMax)
  return rows.map((flag) => {
    const { id, reason, recordedBy, recordedAt, loweredBy, loweredAt, loweredReason, version } = flag
    const place = { caseId: file.id, rowId: id }
    return {
      id,
      reason: ctx.vault.open('flag.reason', place, reason),
      recordedBy,
      recordedAt,
      lowered: loweredBy !== null &&
        loweredAt !== null && {
          by: loweredBy,
          at: loweredAt,
          reason: ctx.vault.openOptional('flag.lowered_reason', place, loweredReason),
        },
      mayLower: mayLower(ctx, file, flag),
      version,
    }
  })
}

async function readHandovers({ db, vault }: Ctx, caseId: string) {
  const rows = await db
    .select()
    .from(handovers)
    .where(eq(handovers.caseId, caseId))
    .orderBy(desc(handovers.recordedAt))
    .limit(50)
  return rows.map(({ id, fromUser, toUser, briefing, recordedAt }) => ({
    id,
    fromUser,
    toUser,
    briefing: vault.open('handover.briefing', { caseId, rowId: id }, briefing),
    recordedAt,
  }))
}

/** What a new owner has to do first: be introduced, and try what only the old one used. */
const readSteps = ({ db }: Ctx, caseId: string) =>
  db
    .select({ id: tasks.id, kind: tasks.kind, dueAt: tasks.dueAt, ownerId: tasks.ownerId })
    .from(tasks)
    .where(and(eq(tasks.caseId, caseId), eq(tasks.state, 'open'), inArray(tasks.kind, ['introduce', 'test-channel'])))
    .orderBy(asc(tasks.dueAt))
    .limit(50)

async function isFollowed({ db, actor }: Ctx, caseId: string): Promise<boolean> {
  const mine = and(eq(follows.caseId, caseId), eq(follows.userId, actor.id))
  return (await db.select({ since: follows.since }).from(follows).where(mine)).length > 0
}

/** Nobody but its author reaches a draft, and with the file the author loses it. */
async function hasInterview({ db, actor }: Ctx, caseId: string): Promise<boolean> {
  const mine = and(eq(drafts.authorId, actor.id), eq(drafts.caseId, caseId), eq(drafts.kind, 'interview'))
  return (await db.select({ id: drafts.id }).from(drafts).where(mine)).length > 0
}

/** Whoever opens the page of the file has seen where they were mentioned in it. */
const takeNote = ({ db, actor, now }: Ctx, caseId: string) =>
  db
    .update(mentions)
    .set({ readAt: now })
    .where(and(eq(mentions.userId, actor.id), eq(mentions.caseId, caseId), isNull(mentions.readAt)))

const may = ({ actor }: Ctx, { held, ownerId }: FoundFile) => ({
  comment: can(actor, 'comment:write', held),
  flag: can(actor, 'flag:raise', held),
  reviewGlass: can(actor, 'glass:review', held),
  refer: can(actor, 'case:refer', held),
  handOver: can(actor, 'case:hand-over', held) && (ownerId === actor.id || can(actor, 'case:assign', held)),
})

/** How colleagues work on one file together: who is there, what they say, what needs a second look, who had it before. */
export const readTogether = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const { file, head } = await fileHead(ctx, query.ref)
  const allowed = may(ctx, file)
  const [said, flagged, given, steps, followed, colleagues, holders, losesInterview, breaks, referred] =
    await Promise.all([
      readComments(ctx, file.id),
      readFlags(ctx, file),
      readHandovers(ctx, file.id),
      readSteps(ctx, file.id),
      isFollowed(ctx, file.id),
      maySee(ctx, file.id),
      allowed.handOver ? fileHolders(ctx, file.teamId) : [],
      allowed.handOver && file.ownerId === ctx.actor.id && hasInterview(ctx, file.id),
      allowed.reviewGlass ? breaksOf(ctx, file.id) : [],
      readReferrals(ctx, file),
      takeNote(ctx, file.id),
    ])
  const names = new Map([...colleagues, ...holders].map(({ id, name }) => [id, name]))
  const gone = [...said, ...flagged]
    .map((row) => row.recordedBy)
    .concat(flagged.flatMap(({ lowered }) => (lowered ? [lowered.by] : [])))
    .concat(given.flatMap((row) => [row.fromUser, row.toUser]))
  const others = await staffNames(
    ctx,
    gone.filter((id) => !names.has(id)),
  )
  return {
    head,
    may: allowed,
    comments: said,
    flags: flagged,
    handovers: given,
    steps,
    losesInterview,
    breaks,
    referred,
    followed,
    colleagues: colleagues.filter(({ id }) => id !== ctx.actor.id),
    holders: holders.filter(({ id }) => id !== file.ownerId && id !== ctx.actor.id),
    names: new Map([...others, ...names]),
  }
})

export type TogetherView = Awaited<ReturnType<typeof readTogether>>
