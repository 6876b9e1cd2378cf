import { sql } from 'drizzle-orm'
import { isFuture } from '@/lib/dates/compare'
import { admitEntry } from '@/lib/situations/admit-entry'
import type { ProposedEntry } from '@/lib/situations/proposed-entry'
import { Refusal } from '@/lib/refusal'
import type { FoundFile } from '../cases/find-file'
import { projectCase } from '../cases/project-case'
import { assertMayConfirm } from '../claims/assert-may-confirm'
import type { Ctx } from '../ctx'
import { claims, situationBases, situationEntries, type sources } from '../schema'
import { subjectAndSource } from '../sources/subject-and-source'
import { followEntry } from '../tasks/follow-entry'
import { type EntryShape, entryRows } from './entry-rows'
import { entryShapes } from './entry-shapes'
import { asserted } from './projection'
import { tellImminent } from './tell-imminent'

/** What an entry is judged by and hangs on. */
export type Standing = { subjectId: string; source: typeof sources.$inferSelect; history: EntryShape[] }

/** An entry, who says so in the file, and the second person where one is needed. */
type Said = { input: ProposedEntry; approvedBy: string }

/** The file as another has meanwhile left it. */
export const staleFile = (file: FoundFile) =>
  new Refusal('conflict', undefined, { situation: file.situation, version: String(file.version) })

/** @throws Refusal `invalid` with what speaks against the entry, by field: a denial only has to lie in the past */
export async function assertAdmitted(ctx: Ctx, file: FoundFile, { input, approvedBy }: Said): Promise<Standing> {
  const [of, history] = await Promise.all([subjectAndSource(ctx, file.id, input.sourceId), entryShapes(ctx, file.id)])
  const isDenial = input.stance === 'denies'
  if (isDenial && input.when && isFuture(input.when, ctx.now)) throw new Refusal('invalid', { when: 'future-date' })
  const problems = isDenial ? {} : admitEntry(asserted(history), { ...input, approvedBy }, ctx.now)
  if (Object.keys(problems).length > 0) throw new Refusal('invalid', problems)
  await assertMayConfirm(ctx, { ...input, predicate: 'situation', value: input.situation }, of.source)
  return { ...of, history }
}

/** A death that was an error is one no longer, once the entry that corrects it stands. */
const undoDeath = (ctx: Ctx, caseId: string) =>
  ctx.db.execute(sql`
    update person set fate = 'unknown', version = version + 1 where case_id = ${caseId}::uuid and role = 'subject' and fate = 'dead'
       and exists (select from case_file c where c.id = ${caseId}::uuid and c.situation <> 'DECEASED')`)

const becomesImminent = (file: FoundFile, { situation, stance }: ProposedEntry) =>
  situation === 'IMMINENT_RETURN' && stance !== 'denies' && file.situation !== situation

type Entered = Standing & { input: ProposedEntry; recordedBy: string }

/** Adds an entry and its claims, in the name of whoever says so; nothing of what was recorded before is changed. */
export async function writeEntry(ctx: Ctx, file: FoundFile, entered: Entered): Promise<string> {
  const { subjectId, source, input, recordedBy } = entered
  const { reliability, distance } = source
  const facts = { ...input, reliability, distance, recordedBy }
  const rows = entryRows(ctx, { caseId: file.id, personId: subjectId }, facts).of(source.id)
  await ctx.db.insert(claims).values(rows.claims)
  await ctx.db.insert(situationEntries).values(rows.entry)
  await ctx.db.insert(situationBases).values(rows.bases)
  const saved = await projectCase(ctx, file.id, file)
  if (!saved) throw staleFile(file)
  await followEntry(ctx, file, { ...saved, entry: rows.shape, isOverGap: input.gapReason !== undefined })
  if (file.situation === 'DECEASED') await undoDeath(ctx, file.id)
  if (becomesImminent(file, input)) await tellImminent(ctx, rows.entry.id)
  return rows.entry.id
}
