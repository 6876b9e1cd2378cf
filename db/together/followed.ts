import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { caseFiles, follows } from '../schema'

const followedMax = 10

export type FollowedFile = { ref: string; situation: string; risk: string; changedAt: Date }

/** Files the actor follows that are still within reach, the last changed first. No name is opened. */
export const followed = ({ db, actor }: Ctx): Promise<FollowedFile[]> =>
  db
    .select({
      ref: caseFiles.ref,
      situation: caseFiles.situation,
      risk: caseFiles.risk,
      changedAt: caseFiles.changedAt,
    })
    .from(follows)
    .innerJoin(caseFiles, eq(caseFiles.id, follows.caseId))
    .where(eq(follows.userId, actor.id))
    .orderBy(desc(caseFiles.changedAt), caseFiles.id)
    .limit(followedMax)
