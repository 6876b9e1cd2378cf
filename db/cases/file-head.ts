import { abilities } from '@/lib/cases/abilities'
import { namesOf, presentNames } from '../accounts/list-staff'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordView } from '../audit'
import type { Ctx } from '../ctx'
import { type FoundFile, findFile } from './find-file'
import { subjectNames } from './subject-names'

/** What stands above every page of a file. */
export type FileHead = ReturnType<typeof head>

const Staff = z.array(z.object({ id: z.uuid(), name: z.instanceof(Uint8Array), here: z.boolean() }))

/** Who owns the file and who else has opened it just now, in one statement. */
async function readStaff(ctx: Ctx, { id, ownerId }: FoundFile) {
  const rows = await ctx.db.execute(sql`
    select id, name, false as here from account where id = ${ownerId}::uuid
    union all select id, name, true from open_with(${id}::uuid)`)
  const staff = Staff.parse([...rows])
  const names = namesOf(ctx, staff)
  return {
    owner: names.get(ownerId),
    present: presentNames(
      ctx,
      staff.filter(({ here }) => here),
    ),
  }
}

type Named = { subject: string | undefined; owner: string | undefined; present: string[] }

const head = (ctx: Ctx, file: FoundFile, named: Named) => ({
  id: file.id,
  ref: file.ref,
  version: file.version,
  subject: named.subject ?? null,
  owner: named.owner ?? null,
  present: named.present,
  confidentiality: file.confidentiality,
  workflow: file.workflow,
  situation: file.situation,
  risk: file.risk,
  can: abilities(ctx.actor, file.held),
})

/** The file a page is about, found and recorded as seen, with what stands above it. The file's keys are in the vault then. */
export async function fileHead(ctx: Ctx, ref: string): Promise<{ file: FoundFile; head: FileHead }> {
  const file = await findFile(ctx, ref, 'case:read')
  const [subjects, staff] = await Promise.all([
    subjectNames(ctx, [file]),
    readStaff(ctx, file),
    recordView(ctx, { caseId: file.id, teamId: file.teamId }),
  ])
  return { file, head: head(ctx, file, { subject: subjects.get(file.id), ...staff }) }
}
