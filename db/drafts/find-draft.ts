import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { parseRef } from '@/lib/cases/ref'
import { type DraftStand, Typed, draftKinds } from '@/lib/intake/drafts'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { WrappedKeys } from '../vault'

const Found = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: z.enum(draftKinds),
  ref: z.string().nullable(),
  version: z.number().int(),
  typed: z.instanceof(Uint8Array),
  keys: WrappedKeys,
  noted: z.boolean(),
})

export type HeldDraft = Omit<z.output<typeof Found>, 'typed' | 'keys'> & Typed

/** `noted`: this session has its entry about this draft already. */
const asked = (ctx: Ctx, of: SQL, lock: SQL): SQL => sql`
  select d.id, d.case_id as "caseId", d.kind, d.version, d.typed,
         (select c.ref from case_file c where c.id = d.case_id) as ref,
         (select coalesce(json_agg(k), '[]') from vault_key k where k.case_id = d.case_id and k.person_id is null) as keys,
         exists (select from form_use u where u.session_id = ${ctx.actor.sessionId}::uuid and u.action = 'draft.save'
                    and (u.id = d.id or u.case_id = d.case_id)) as noted
    from draft d where ${of} and d.author_id = ${ctx.actor.id}::uuid ${lock}`

async function find(ctx: Ctx, of: SQL, lock = sql``): Promise<HeldDraft | null> {
  const [row] = await ctx.db.execute(asked(ctx, of, lock))
  if (!row) return null
  const { typed, keys, ...draft } = Found.parse(row)
  const { id, caseId } = draft
  ctx.vault.hold({ id: caseId, teamId: ctx.actor.teamId ?? '', confidentiality: 'named', own: 'work' }, keys)
  return { ...draft, ...Typed.parse(JSON.parse(ctx.vault.open('draft.typed', { caseId, rowId: id }, typed))) }
}

/** A draft of the actor's own with what was typed into it, the keys of its file at hand; anybody else's is not found. */
export const findDraft = (ctx: Ctx, id: string): Promise<HeldDraft | null> => find(ctx, sql`d.id = ${id}::uuid`)

/** The same, once a save that is under way has ended; until the transaction ends no other begins. */
export const lockDraft = (ctx: Ctx, id: string): Promise<HeldDraft | null> =>
  find(ctx, sql`d.id = ${id}::uuid`, sql`for update of d`)

/** The actor's own draft of the interview on a file. */
export const findInterview = (ctx: Ctx, caseId: string): Promise<HeldDraft | null> =>
  find(ctx, sql`d.case_id = ${caseId}::uuid and d.kind = 'interview'`)

/** A page saves into the draft of the file it speaks of: an opening speaks of none, and any other's draft is not found. */
export function assertOfFile(found: HeldDraft, typed: string | undefined): void {
  const isOfFile =
    found.kind === 'opening' ? typed === undefined : found.ref !== null && parseRef(typed ?? '') === found.ref
  if (!isOfFile) throw new Refusal('not-found')
}

/** A page whose answer was lost may say its words again; another page's newer words are shown instead of overwritten. */
export function assertNewest(found: HeldDraft, stand: Pick<DraftStand, 'version' | 'page'>): void {
  if (found.version === stand.version || found.page === stand.page) return
  throw new Refusal('conflict', undefined, { ...found.fields, version: String(found.version) })
}
