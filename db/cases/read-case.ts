import { abilities } from '@/lib/cases/abilities'
import type { CaseQuery } from '@/lib/cases/forms'
import { fileHolders, namesOf } from '../accounts/list-staff'
import { recordView } from '../audit'
import { presentContacts } from '../contacts/present-contacts'
import { type Ctx, verb } from '../ctx'
import { presentPeople } from '../people/present-people'
import { presentSituations } from '../situations/present-situations'
import { presentSources } from '../sources/present-sources'
import { findFile } from './find-file'
import { gatherRows } from './gather-rows'
import { presentGrants } from './present-grants'

const day = 86_400_000

/** Everything the page of a file shows, opened where the reader may; its entry in the log is written before any of it is shown. */
export const readCase = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const file = await findFile(ctx, query.ref, 'case:read')
  const can = abilities(ctx.actor, file.held)
  const [rows, holders] = await Promise.all([
    gatherRows(ctx, file),
    can.assign ? fileHolders(ctx, file.teamId) : [],
    recordView(ctx, { caseId: file.id, teamId: file.teamId }),
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
    people: presentPeople(ctx, file.id, rows),
    relationships: rows.relationships,
    channels: rows.channels,
    log: presentContacts(ctx, file.id, rows.log),
    sources: presentSources(ctx, file.id, rows.sources),
    entries: presentSituations(ctx, file.id, rows),
    grants: presentGrants(ctx, file.id, rows.grants),
    staff: namesOf(ctx, rows.staff),
  }
})

export type CaseView = Awaited<ReturnType<typeof readCase>>
