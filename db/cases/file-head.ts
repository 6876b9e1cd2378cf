import { abilities } from '@/lib/cases/abilities'
import { staffNames } from '../accounts/list-staff'
import { recordView } from '../audit'
import type { Ctx } from '../ctx'
import { type FoundFile, findFile } from './find-file'
import { subjectNames } from './subject-names'

/** What stands above every page of a file. */
export type FileHead = ReturnType<typeof head>

const head = (ctx: Ctx, file: FoundFile, named: { subject: string | undefined; owner: string | undefined }) => ({
  id: file.id,
  ref: file.ref,
  version: file.version,
  subject: named.subject ?? null,
  owner: named.owner ?? null,
  confidentiality: file.confidentiality,
  workflow: file.workflow,
  situation: file.situation,
  risk: file.risk,
  can: abilities(ctx.actor, file.held),
})

/** The file a page is about, found and recorded as seen, with what stands above it. The file's keys are in the vault then. */
export async function fileHead(ctx: Ctx, ref: string): Promise<{ file: FoundFile; head: FileHead }> {
  const file = await findFile(ctx, ref, 'case:read')
  const [subjects, owners] = await Promise.all([
    subjectNames(ctx, [file]),
    staffNames(ctx, [file.ownerId]),
    recordView(ctx, { caseId: file.id, teamId: file.teamId }),
  ])
  return { file, head: head(ctx, file, { subject: subjects.get(file.id), owner: owners.get(file.ownerId) }) }
}
