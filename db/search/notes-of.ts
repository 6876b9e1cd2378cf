import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { WordBranch } from '@/lib/search/kinds'
import type { SealedFieldName } from '@/lib/vault/fields'
import type { Ctx } from '../ctx'
import type { ReachedFile } from './reached-files'

const columnsMax = 3

/** The records whose words are looked through: table and sealed columns, as fields of the vault name them. */
const branches: Record<WordBranch, readonly SealedFieldName[]> = {
  situation: ['situation_entry.note', 'situation_entry.place', 'situation_entry.gap_reason'],
  sign: ['sign_of_life.note', 'sign_of_life.place'],
  contact: ['contact_log.note', 'contact_log.outside_reason'],
  claim: ['claim.quote'],
  comment: ['comment.text'],
  task: ['task.title', 'task.note'],
  step: ['workflow_step.note'],
  flag: ['flag.reason', 'flag.lowered_reason'],
  factor: ['risk_factor.note'],
  handover: ['handover.briefing'],
  answer: ['intake_answer.value'],
}

const Row = z.object({
  branch: z.custom<WordBranch>((word) => typeof word === 'string' && word in branches),
  id: z.string(),
  case_id: z.string(),
  at: z.string(),
  a: z.instanceof(Uint8Array).nullable(),
  b: z.instanceof(Uint8Array).nullable(),
  c: z.instanceof(Uint8Array).nullable(),
})

const Key = z.object({
  id: z.string(),
  case_id: z.string(),
  person_id: z.string().nullable(),
  purpose: z.string(),
  epoch: z.number(),
  wrapped: z.instanceof(Uint8Array),
})

const selected = Object.entries(branches).map(([branch, fields]) => {
  const [table = ''] = fields[0]?.split('.') ?? []
  const columns = Array.from({ length: columnsMax }, (_, place) => fields[place]?.split('.')[1] ?? 'null::bytea')
  const [a, b, c] = columns
  const isThere = columns.filter((column) => !column.includes(':')).map((column) => `${column} is not null`)
  return `select '${branch}' as branch, id, case_id, recorded_at::text as at, ${a} as a, ${b} as b, ${c} as c
            from ${table} where case_id = any(ids.list) and (${isThere.join(' or ')})`
})
const union = sql.raw(selected.join('\n union all '))

export type Note = { branch: WordBranch; id: string; caseId: string; at: string; text: string }

/** What is written in these files, opened; what was sealed under a key that is gone is left out. */
export async function notesOf(ctx: Ctx, files: readonly ReachedFile[]): Promise<Note[]> {
  if (files.length === 0) return []
  const ids = `{${files.map(({ id }) => id).join(',')}}`
  const [keys, rows] = await Promise.all([
    ctx.db.execute(sql`
      select id, case_id, person_id, purpose, epoch, wrapped from vault_key
       where case_id = any(${ids}::uuid[]) and (purpose = 'file' or (purpose = 'person'
         and case_id in (select a.case_id from intake_answer a where a.case_id = any(${ids}::uuid[]) and a.value is not null)))`),
    ctx.db.execute(sql`
      select notes.* from (select ${ids}::uuid[] as list) ids cross join lateral (${union}) notes`),
  ])
  const held = new Map<string, z.output<typeof Key>[]>()
  for (const key of z.array(Key).parse([...keys])) held.set(key.case_id, [...(held.get(key.case_id) ?? []), key])
  for (const file of files) {
    const of = (held.get(file.id) ?? []).map(({ case_id: caseId, person_id: personId, ...key }) => ({
      ...key,
      caseId,
      personId,
    }))
    const { id, team_id: teamId, confidentiality } = file
    ctx.vault.holdInPart({ id, teamId, confidentiality, own: 'read' }, of)
  }
  return z
    .array(Row)
    .parse([...rows])
    .map(({ branch, id, case_id: caseId, at, a, b, c }) => ({
      branch,
      id,
      caseId,
      at,
      text: [a, b, c]
        .flatMap((sealed, place) => {
          const field = branches[branch][place]
          if (!sealed || !field || !ctx.vault.holdsKeyOf(sealed)) return []
          return [ctx.vault.open(field, { caseId, rowId: id }, sealed)]
        })
        .join('\n'),
    }))
}
