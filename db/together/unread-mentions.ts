import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx'
import { caseFiles, mentions } from '../schema'

const filesMax = 20

export type UnreadMention = { ref: string; count: number }

/** Files within reach where a colleague mentioned the actor since they last looked. What was said stays in the file. */
export const unreadMentions = ({ db, actor }: Ctx): Promise<UnreadMention[]> =>
  db
    .select({ ref: caseFiles.ref, count: sql<number>`count(*)::int` })
    .from(mentions)
    .innerJoin(caseFiles, eq(caseFiles.id, mentions.caseId))
    .where(and(eq(mentions.userId, actor.id), isNull(mentions.readAt)))
    .groupBy(caseFiles.ref)
    .orderBy(asc(caseFiles.ref))
    .limit(filesMax)
