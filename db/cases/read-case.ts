import { abilities } from '@/lib/cases/abilities'
import type { CaseQuery } from '@/lib/cases/forms'
import { fileHolders, namesOf, presentNames } from '../accounts/list-staff'
import { recordView } from '../audit'
import { type Ctx, verb } from '../ctx'
import { presentPeople } from '../people/present-people'
import { presentSituations } from '../situations/present-situations'
import { presentSources } from '../sources/present-sources'
import { findFile } from './find-file'
import { type CaseRows, gatherRows } from './gather-rows'
import { presentGrants } from './present-grants'

const day = 86_400_000

/** The rows of a file opened where the reader may, while the database is busy with the entry in the log. */
const openRows = (ctx: Ctx, id: string, rows: CaseRows) => ({
  people: presentPeople(ctx, id, rows),
  sources: presentSources(ctx, id, rows.sources),
  entries: presentSituations(ctx, id, rows),
  grants: presentGrants(ctx, id, rows.grants),
  staff: namesOf(ctx, rows.staff),
  present: presentNames(ctx, rows.present),
  links: rows.links,
})

/**
 * Everything the page of a file shows; its entry in the log is written before any of it is shown. The file and its rows
 * are asked for in one breath: row security answers both alike.
 */
export const readCase = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const finding = findFile(ctx, query.ref, 'case:read')
  const gathering = gatherRows(ctx, query.ref)
  const [file, opened, holders] = await Promise.all([
    finding,
    Promise.all([finding, gathering]).then(([{ id }, rows]) => openRows(ctx, id, rows)),
    finding.then(({ held, teamId }) => (abilities(ctx.actor, held).assign ? fileHolders(ctx, teamId) : [])),
    finding.then(({ id, teamId }) => recordView(ctx, { caseId: id, teamId })),
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
    can: abilities(ctx.actor, file.held),
    holders,
    ...opened,
  }
})

export type CaseView = Awaited<ReturnType<typeof readCase>>
