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

const listOf = (items: readonly string[]) => `{${items.join()}}`

/** The sealed words of these files, with the keys that open them at hand. */
async function rowsOf(ctx: Ctx, files: readonly ReachedFile[], of?: readonly WordBranch[]): Promise<Row[]> {
  if (files.length === 0) return []
  const rows = await ctx.db.execute(sql`
    select * from words_of(${listOf(files.map(({ id }) => id))}::uuid[])
    ${of ? sql`where branch = any(${listOf(of)}::text[])` : sql``}`)
  const held = new Map(
    files.map(({ id, team_id: teamId, confidentiality }) => [
      id,
      { id, teamId, confidentiality, own: 'read' as const },
    ]),
  )
  return Rows.parse([...rows]).map((row) => {
    const { case_id: caseId, key_id: id, person_id: personId, purpose, epoch, wrapped } = row
    const file = held.get(caseId)
    if (file) ctx.vault.holdInPart(file, [{ id, caseId, personId, purpose, epoch, wrapped }])
    return row
  })
}

/** One sealed column of a row, opened; null where it is empty or its key is gone. */
function opened(ctx: Ctx, { branch, case_id: caseId, id: rowId, a, b, c }: Row, place: number): string | null {
  const [sealed, field] = [[a, b, c][place], branches[branch][place]]
  return sealed && field && ctx.vault.holdsKeyOf(sealed) ? ctx.vault.open(field, { caseId, rowId }, sealed) : null
}

const noteOf = ({ branch, id, case_id: caseId, at }: Row, text: string): Note => ({ branch, id, caseId, at, text })

/** What is written in these files, opened; what was sealed under a key that is gone is left out. */
export async function notesOf(ctx: Ctx, files: readonly ReachedFile[]): Promise<Note[]> {
  const all = (row: Row) => [0, 1, 2].map((place) => opened(ctx, row, place)).filter((text) => text !== null)
  return (await rowsOf(ctx, files)).map((row) =>
    noteOf(
      row,
      all(row)
        .map((text) => `${text}\n`)
        .join(''),
    ),
  )
}

/** Where something happened or somebody was seen: the second column of these. */
const placed: readonly WordBranch[] = ['situation', 'sign']

/** The places that are told in these files, opened; nothing else of the records is. */
export async function placesTold(ctx: Ctx, files: readonly ReachedFile[]): Promise<Note[]> {
  return (await rowsOf(ctx, files, placed)).flatMap((row) => {
    const text = opened(ctx, row, 1)
    return text === null ? [] : [noteOf(row, text)]
  })
}
