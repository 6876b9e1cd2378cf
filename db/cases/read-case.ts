import { sql } from 'drizzle-orm'
import { abilities } from '@/lib/cases/abilities'
import type { CaseQuery } from '@/lib/cases/forms'
import { fileHolders, staffNames } from '../accounts/list-staff'
import { record } from '../audit'
import { readContacts } from '../contacts/read-contacts'
import { type Ctx, verb } from '../ctx'
import { readPeople } from '../people/read-people'
import { readEntries } from '../situations/read-entries'
import { readSources } from '../sources/read-sources'
import { findFile } from './find-file'
import { readGrants } from './read-grants'

const day = 86_400_000

/** Whether this view is the re-render after the actor's own deed on the file, whose entry already says they saw it. */
async function followsOwnDeed(ctx: Ctx, caseId: string): Promise<boolean> {
  const rows = await ctx.db.execute(
    sql`update form_use set shown = true where session_id = ${ctx.actor.sessionId}::uuid and case_id = ${caseId}::uuid
      and not shown and at > now() - interval '1 minute' returning id`,
  )
  return rows.length > 0
}

/** One view of a file is one entry in the log, written before anything of it is shown. */
export const readCase = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const file = await findFile(ctx, query.ref, 'case:read')
  const can = abilities(ctx.actor, file.held)
  const [own, people, contacts, sources, entries, grants, holders] = await Promise.all([
    followsOwnDeed(ctx, file.id),
    readPeople(ctx, file.id),
    readContacts(ctx, file.id),
    readSources(ctx, file.id),
    readEntries(ctx, file.id),
    readGrants(ctx, file.id),
    can.assign ? fileHolders(ctx, file.teamId) : [],
  ])
  const named = [
    file.ownerId,
    ...entries.map((entry) => entry.recordedBy),
    ...contacts.log.map((entry) => entry.recordedBy),
    ...grants.map((grant) => grant.userId),
  ]
  const [staff] = await Promise.all([
    staffNames(ctx, named),
    own ? null : record(ctx, 'case.read', { caseId: file.id, teamId: file.teamId }),
  ])
  return {
    id: file.id,
    ref: file.ref,
    version: file.version,
    confidentiality: file.confidentiality,
    workflow: file.workflow,
    situation: file.situation,
    risk: file.risk,
    grade: { reliability: file.reliability, credibility: file.credibility },
    province: file.province,
    silentDays: Math.max(0, Math.floor((ctx.now.getTime() - Date.parse(file.silentSince)) / day)),
    reviewDue: file.reviewDue,
    openedAt: file.openedAt,
    ownerId: file.ownerId,
    can,
    holders,
    ...people,
    ...contacts,
    sources,
    entries,
    grants,
    staff,
  }
})

export type CaseView = Awaited<ReturnType<typeof readCase>>
