import { desc, eq } from 'drizzle-orm'
import { can } from '@/lib/access/can'
import { readCircumstances } from '@/lib/consents/circumstances'
import type { InterviewQuery } from '@/lib/intake/forms'
import { staffNames } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import { type Ctx, verb } from '../ctx'
import { findInterview } from '../drafts/find-draft'
import { noteDraft } from '../drafts/note-draft'
import { presentPeople } from '../people/present-people'
import { consents, people, personNames } from '../schema'
import { findSubject } from './find-subject'
import { askedEarlier } from './record-answers'
import { standingAnswers } from './standing-answers'

const consentsMax = 500

/** What stands for each scope that was ever spoken of: the newest word. */
async function standingConsents({ db, vault }: Ctx, caseId: string) {
  const rows = await db
    .select()
    .from(consents)
    .where(eq(consents.caseId, caseId))
    .orderBy(desc(consents.recordedAt), desc(consents.id))
    .limit(consentsMax)
  const newest = rows.filter((row, place) => rows.findIndex(({ scope }) => scope === row.scope) === place)
  return newest.map(({ id, scope, decision, capacity, method, givenBy, at, circumstances, recordedBy, recordedAt }) => {
    const told = vault.openOptional('consent.circumstances', { caseId, rowId: id }, circumstances)
    return {
      scope,
      decision,
      capacity,
      method,
      givenBy,
      at: vault.open('consent.at', { caseId, rowId: id }, at),
      ...readCircumstances(told),
      recordedBy,
      recordedAt,
    }
  })
}

async function readPeople(ctx: Ctx, caseId: string) {
  const [rows, names] = await Promise.all([
    ctx.db
      .select({
        id: people.id,
        role: people.role,
        sex: people.sex,
        birth: people.birth,
        ageBand: people.ageBand,
        version: people.version,
      })
      .from(people)
      .where(eq(people.caseId, caseId))
      .orderBy(people.recordedAt)
      .limit(200),
    ctx.db
      .select({
        id: personNames.id,
        personId: personNames.personId,
        text: personNames.text,
        script: personNames.script,
        kind: personNames.kind,
        scheme: personNames.scheme,
        isPrimary: personNames.isPrimary,
      })
      .from(personNames)
      .where(eq(personNames.caseId, caseId))
      .orderBy(personNames.recordedAt, personNames.id)
      .limit(200),
  ])
  return presentPeople(ctx, caseId, { people: rows, names })
}

/** The intake of a file: what was answered and allowed, and what the reader has typed and not sent. */
export const readInterview = verb('case.read', async (ctx: Ctx, query: InterviewQuery) => {
  const { file, head } = await fileHead(ctx, query.ref)
  const [caseId, subject] = [file.id, await findSubject(ctx, file.id)]
  const mayDraft = can(ctx.actor, 'draft:write', file.held)
  const [answers, allowed, persons, draft] = await Promise.all([
    standingAnswers(ctx, { caseId, personId: subject.id }),
    standingConsents(ctx, caseId),
    readPeople(ctx, caseId),
    mayDraft ? findInterview(ctx, caseId) : null,
  ])
  if (draft && query.step) await noteDraft(ctx, draft)
  return {
    step: query.step,
    ask: query.ask,
    head,
    subject: { id: subject.id, version: subject.version },
    people: persons,
    answers,
    earlier: askedEarlier(answers, ctx.now),
    consents: allowed,
    draft,
    mayDraft,
    mayConsent: can(ctx.actor, 'consent:record', file.held),
    mayFinish: can(ctx.actor, 'case:close', file.held),
    names: await staffNames(ctx, [...new Set([...answers, ...allowed].map(({ recordedBy }) => recordedBy))]),
  }
})

export type InterviewView = Awaited<ReturnType<typeof readInterview>>
