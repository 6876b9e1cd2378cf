import { and, eq } from 'drizzle-orm'
import { mayEver } from '@/lib/access/can'
import { type SaveDraft, fitsDraft } from '@/lib/intake/drafts'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { findFile } from '../cases/find-file'
import { freeRef } from '../cases/free-ref'
import { type Ctx, verb } from '../ctx'
import { newId } from '../new-id'
import { caseFiles, drafts, vaultKeys } from '../schema'
import { claimDraft } from './claim-draft'
import { type HeldDraft, assertNewest, assertOfFile, findDraft, findInterview } from './find-draft'
import { noteDraft } from './note-draft'

/** `names`: the names in it, where a save has changed them; `caseId`: the file it is about. */
export type SavedDraft = { draft: string; version: number; caseId: string; names: string[] | null }

type Row = { id: string; caseId: string; page: string; fields: Record<string, string> }

const typedOf = (ctx: Ctx, { id, caseId, page, fields }: Row): Buffer =>
  ctx.vault.seal('draft.typed', { caseId, rowId: id }, JSON.stringify({ page, fields }))

/** Names to look for: none to say where they are as they were. */
function namesOf(fields: Record<string, string>, before: Record<string, string> = {}): string[] | null {
  const [now, then] = [fields, before].map(({ name = '', otherName = '' }) => [name.trim(), otherName.trim()])
  if (now?.join('\n') === then?.join('\n')) return null
  return now?.filter(Boolean) ?? []
}

const newRow = (ctx: Ctx, row: Row, kind: HeldDraft['kind']) => ({
  id: row.id,
  caseId: row.caseId,
  kind,
  authorId: ctx.actor.id,
  typed: typedOf(ctx, row),
  startedAt: ctx.now,
  savedAt: ctx.now,
})

/** The file that a draft draws: its author's alone, and in no list until it is opened. What it must say of a situation says nothing. */
async function drawFile(ctx: Ctx, teamId: string) {
  const id = newId()
  const keys = ctx.vault.draw({ id, teamId, confidentiality: 'named', own: 'work' }, [], ['file', 'log'])
  const file: typeof caseFiles.$inferInsert = {
    id,
    ref: await freeRef(ctx),
    pseudonym: ctx.vault.tag('pseudonym', id),
    teamId,
    ownerId: ctx.actor.id,
    confidentiality: 'named',
    workflow: 'draft',
    situation: 'UNVERIFIED',
    reliability: 'F',
    credibility: '6',
    risk: 'R0',
    silentSince: ctx.now.toISOString().slice(0, 10),
    openedAt: ctx.now,
    changedAt: ctx.now,
  }
  return { file, keys }
}

async function beginOpening(ctx: Ctx, input: SaveDraft): Promise<SavedDraft> {
  const { teamId, role } = ctx.actor
  if (!teamId || !mayEver(role, 'case:open') || !mayEver(role, 'draft:write')) throw new Refusal('forbidden')
  if (input.version > 0) throw new Refusal('not-found')
  if (!(await claimDraft(ctx, input.draft))) {
    const found = await findDraft(ctx, input.draft)
    if (!found) throw new Refusal('not-found')
    return saveOver(ctx, found, input)
  }
  const { file, keys } = await drawFile(ctx, teamId)
  const row = { id: input.draft, caseId: file.id, page: input.page, fields: input.fields }
  await Promise.all([
    ctx.db.insert(caseFiles).values(file),
    ctx.db.insert(vaultKeys).values(keys),
    ctx.db.insert(drafts).values(newRow(ctx, row, 'opening')),
    record(ctx, 'draft.save', { caseId: file.id, objectIds: [input.draft] }),
  ])
  return { draft: input.draft, version: 1, caseId: file.id, names: namesOf(input.fields) }
}

async function beginInterview(ctx: Ctx, input: SaveDraft & { ref: string }): Promise<SavedDraft> {
  const file = await findFile(ctx, input.ref, 'draft:write')
  const found = await findInterview(ctx, file.id)
  if (found) return saveOver(ctx, found, input)
  const row = { id: input.draft, caseId: file.id, page: input.page, fields: input.fields }
  const made = await ctx.db
    .insert(drafts)
    .values(newRow(ctx, row, 'interview'))
    .onConflictDoNothing()
    .returning({ id: drafts.id })
  if (made.length === 0) throw new Refusal('conflict')
  await noteDraft(ctx, { id: input.draft, caseId: file.id, noted: false })
  return { draft: input.draft, version: 1, caseId: file.id, names: namesOf(input.fields) }
}

/** The steps of an interview are saved one by one: what one of them says leaves what the others said. */
async function saveOver(ctx: Ctx, found: HeldDraft, input: SaveDraft): Promise<SavedDraft> {
  assertNewest(found, input)
  const { id, caseId, version } = found
  const fields = { ...found.fields, ...input.fields }
  if (!fitsDraft(fields)) throw new Refusal('invalid', { draft: 'too-long' })
  const [[saved]] = await Promise.all([
    ctx.db
      .update(drafts)
      .set({ typed: typedOf(ctx, { id, caseId, page: input.page, fields }), savedAt: ctx.now, version: version + 1 })
      .where(and(eq(drafts.id, id), eq(drafts.version, version)))
      .returning({ version: drafts.version }),
    noteDraft(ctx, found),
  ])
  if (!saved) throw new Refusal('conflict', undefined, { ...found.fields, version: String(version) })
  return { draft: id, version: saved.version, caseId, names: namesOf(fields, found.fields) }
}

/** Keeps what one types, sealed under the keys of the file it is about; the first keystroke of an opening draws them. */
export const saveDraft = verb('draft.save', async (ctx: Ctx, input: SaveDraft): Promise<SavedDraft> => {
  const found = await findDraft(ctx, input.draft)
  if (found) {
    assertOfFile(found, input.ref)
    return saveOver(ctx, found, input)
  }
  const { ref } = input
  return ref === undefined ? beginOpening(ctx, input) : beginInterview(ctx, { ...input, ref })
})
