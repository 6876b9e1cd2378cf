import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { WordBranch } from '@/lib/search/kinds'
import type { SealedFieldName } from '@/lib/vault/fields'
import type { Ctx } from '../ctx'
import type { ReachedFile } from './reached-files'

/** The records whose words are looked through: their sealed columns in the order in which `words_of` answers them. */
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

const bytes = z.instanceof(Uint8Array)
const Row = z.object({
  branch: z.custom<WordBranch>((word) => typeof word === 'string' && word in branches),
  id: z.string(),
  case_id: z.string(),
  at: z.string(),
  a: bytes.nullable(),
  b: bytes.nullable(),
  c: bytes.nullable(),
  key_id: z.string(),
  person_id: z.string().nullable(),
  purpose: z.string(),
  epoch: z.number(),
  wrapped: bytes,
})
const Rows = z.array(Row)
type Row = z.output<typeof Row>

export type Note = { branch: WordBranch; id: string; caseId: string; at: string; text: string }

/** What is written in these files, opened; what was sealed under a key that is gone is left out. */
export async function notesOf(ctx: Ctx, files: readonly ReachedFile[]): Promise<Note[]> {
  if (files.length === 0) return []
  const rows = await ctx.db.execute(sql`select * from words_of(${`{${files.map(({ id }) => id).join()}}`}::uuid[])`)
  const held = new Map(
    files.map(({ id, team_id: teamId, confidentiality }) => [
      id,
      { id, teamId, confidentiality, own: 'read' as const },
    ]),
  )
  const opened = (row: Row): string => {
    const of = { caseId: row.case_id, rowId: row.id }
    const fields = branches[row.branch]
    return [row.a, row.b, row.c]
      .map((sealed, place) => {
        const field = fields[place]
        return sealed && field && ctx.vault.holdsKeyOf(sealed) ? `${ctx.vault.open(field, of, sealed)}\n` : ''
      })
      .join('')
  }
  return Rows.parse([...rows]).map((row) => {
    const { branch, id, case_id: caseId, at, key_id: keyId, person_id: personId, purpose, epoch, wrapped } = row
    const file = held.get(caseId)
    if (file) ctx.vault.holdInPart(file, [{ id: keyId, caseId, personId, purpose, epoch, wrapped }])
    return { branch, id, caseId, at, text: opened(row) }
  })
}
