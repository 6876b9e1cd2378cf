import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { countWrongPassword } from '@/db/accounts/count-wrong-password'
import { assertFewMisses, countMiss } from '@/db/accounts/count-miss'
import { type Actor, type Ctx, type OutsideCtx, type Verb, asNobody, asPerson, lookAsPerson } from '@/db/ctx'
import type { House } from '@/db/house'
import { recordRefusal } from '@/db/log/record-refusal'
import { refusedByDatabase } from '@/db/refused-by-database'
import type { AuditDeed } from '@/lib/audit/deeds'
import { dayIn } from '@/lib/dates/calendar'
import { settleDates } from '@/lib/dates/settle-dates'
import { Refusal, statuses } from '@/lib/refusal'
import { acceptForm, keepAnswer } from '@/db/forms/accept-form'
import { askedIn } from './asked-in'
import { formIn } from './form-in'
import { type Look, parseLook } from './look'
import { drawForm, formId } from './form-id'
import { report } from './report'
import { serving } from './serving'
import { addressOf, comesFromHere, currentSession, keepUnsent, refuseForeignPost, unsentText } from './session'
import { problemsOf, typedIn } from './typed-in'
import type { Answer, Post } from './ui/answer'

/** What stands around a page: who looks at it and how, and the one-time ids of its forms. */
export type Standing = { actor: Actor; look: Look; now: Date; form: (deed: AuditDeed) => string }

export type Shown<Value> =
  | { ok: true; value: Value; standing: Standing }
  | { ok: false; code: Refusal['code']; standing: Standing; id: string }
  | Ended

/** The session ended while a form was being written: what was typed is shown once more. */
export type Ended = { ok: false; code: 'signed-out'; typed: Record<string, string> }

/** The refusal that was thrown, or that the database stands for; null where it is a fault. */
export const refusalOf = (error: unknown): Refusal | null =>
  error instanceof Refusal ? error : refusedByDatabase(error)

/** Where a deed leads; `id` is the one its form was accepted under. */
type Next<Value> = (value: Value, id: string) => string | null

/** What goes on in the background once a deed stands, as the person who did it. */
type After<Value> = (session: Uint8Array, value: Value) => void

/** `isKept`: the form goes on saving under its id, and what stands behind it is guarded by its version. */
type Door<Shape extends z.ZodType, Value> = {
  form: Shape
  verb: Verb<Ctx, z.output<Shape>, Value>
  isKept?: boolean
  after?: After<Value>
}
/** `scripted`: the answer is drawn in the page that stands, so no view of it follows. */
type Given = { form: FormData; session: Uint8Array; house: House; now: Date; scripted: boolean }
type Done<Value> = { value: Value; next: string | null; fresh: string }

function deed<Shape extends z.ZodType, Value>(
  { form: Form, verb, isKept }: Door<Shape, Value>,
  next: Next<Value>,
  { form, session, house, now, scripted }: Given,
): Promise<Done<Value> | { replay: string | null; fresh: string }> {
  const field = form.get('form')
  const sent = typeof field === 'string' ? field : ''
  return asPerson(house, { hash: session, now }, async (ctx) => {
    const id = sent.split('.')[0] ?? ''
    if (sent === '' || formId(house, { id, sessionId: ctx.actor.sessionId, deed: verb.deed }) !== sent) {
      throw new Refusal('forged')
    }
    const texts = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
    const parsed = Form.safeParse(settleDates(Form, texts, dayIn(now, ctx.actor.timeZone)))
    if (!parsed.success) throw new Refusal('invalid', problemsOf(parsed.error))
    if (isKept) return { value: await verb(ctx, parsed.data), next: null, fresh: sent }
    const before = await acceptForm(ctx, { id, action: verb.deed })
    const fresh = drawForm(house, ctx.actor)(verb.deed)
    if (before) return { replay: before.next, fresh }
    const value = await verb(ctx, parsed.data)
    const path = next(value, id)
    await keepAnswer(ctx, { id, next: path, value: path === null && scripted ? null : value })
    return { value, next: path, fresh }
  })
}

/** A refused attempt, a wrong own password too, is an entry of its own, written after the deed's transaction has rolled back. */
async function refused(error: unknown, about: Given & { deed: AuditDeed }): Promise<Answer> {
  const typed = typedIn(about.form)
  const refusal = refusalOf(error)
  if (!refusal) {
    const id = randomUUID()
    report(error, { verb: about.deed, id })
    return { ok: false, code: 'failed', typed, id }
  }
  const { code, fields, theirs } = refusal
  if (code === 'signed-out') await keepUnsent(typed)
  const fresh = await freshForm(about)
  const isGuess = fields?.['current'] === 'wrong-password'
  if (isGuess) await countWrongPassword(about.house, about)
  if (isGuess || (code !== 'invalid' && code !== 'signed-out')) {
    await recordRefusal(about.house, about, { deed: about.deed, code, asked: typed['ref'] ?? '' })
  }
  return { ok: false, code, typed, ...(fields && { fields }), ...(theirs && { theirs }), ...(fresh && { form: fresh }) }
}

/** Nothing of a form is lost: what comes back can be sent again under a new id. */
const freshForm = ({ house, session, now, deed }: Given & { deed: AuditDeed }): Promise<string | null> =>
  asPerson(house, { hash: session, now }, (ctx) => Promise.resolve(drawForm(house, ctx.actor)(deed))).catch(
    (error: unknown) => {
      if (refusalOf(error)) return null
      throw error
    },
  )

/**
 * The only way to write: who asks → parse → transaction → verb → commit. The post of a plain form and the one of a
 * script are the same. A repeat of an accepted form gets the first answer.
 */
export function action<Shape extends z.ZodType, Value>(
  form: Shape,
  verb: Verb<Ctx, z.output<Shape>, Value>,
  way: Next<Value> | { next: Next<Value>; after: After<Value> } = () => null,
): Post {
  const { next, after } = typeof way === 'function' ? { next: way } : way
  return async (_previous, sent) => {
    const answer = await answerTo({ form, verb, after }, next, sent)
    if (typeof answer !== 'string') return answer
    // A script takes an address that differs by its #part alone for the page it already has, and would show it unchanged.
    refresh()
    redirect(answer)
  }
}

async function answerTo<Shape extends z.ZodType, Value>(
  door: Door<Shape, Value>,
  next: Next<Value>,
  form: FormData,
): Promise<Answer | string> {
  const house = await serving()
  const session = await currentSession()
  const typed = typedIn(form)
  if (!session) {
    await keepUnsent(typed)
    return { ok: false, code: 'signed-out', typed }
  }
  const scripted = (await headers()).has('next-action')
  const given = { form, session, house, now: new Date(), scripted }
  try {
    await refuseForeignPost()
    const done = await deed(door, next, given)
    if ('replay' in done) return done.replay ?? { ok: false, code: 'replayed', typed, form: done.fresh }
    door.after?.(session, done.value)
    return done.next ?? { ok: true, value: done.value, typed, form: done.fresh }
  } catch (error) {
    return refused(error, { ...given, deed: door.verb.deed })
  }
}

const savedBytesMax = 400_000

/** A save as one types, sent by a script again and again: the same door, which does not spend the form's id. Nothing of a body is read for a stranger. */
export function autosave<Shape extends z.ZodType, Value>(form: Shape, verb: Verb<Ctx, z.output<Shape>, Value>) {
  return async (request: Request): Promise<Response> => {
    const isSmall = Number(request.headers.get('content-length') ?? Infinity) <= savedBytesMax
    const isRead = isSmall && (await comesFromHere()) && (await currentSession()) !== null
    const sent = isSmall ? (isRead ? await formIn(request) : new FormData()) : null
    const answer = sent ? await answerTo({ form, verb, isKept: true }, () => null, sent) : 'invalid'
    if (typeof answer === 'string') return Response.json({ code: answer }, { status: statuses.invalid })
    if (answer.ok) return Response.json(answer.value)
    const { code, form: fresh } = answer
    const [, status = statuses.failed] = Object.entries(statuses).find(([name]) => name === code) ?? []
    return Response.json({ code, form: fresh }, { status })
  }
}

type Reader<Shape extends z.ZodType, Value> = Verb<Ctx, z.output<Shape>, Value>

/** The only way to read: one transaction that ends, with its entry in the log, before anything is drawn. */
export async function show<Shape extends z.ZodType, Value>(
  query: Shape,
  read: Reader<Shape, Value>,
  params: unknown,
): Promise<Shown<Value>> {
  const house = await serving()
  const session = await currentSession()
  if (!session) return toSignIn('/sign-in')
  const now = new Date()
  const kept: { standing?: Standing } = {}
  try {
    const entered = (ctx: Ctx) => void (kept.standing = standingOf(house, ctx))
    const run = async (ctx: Ctx) => {
      const parsed = query.safeParse(params)
      if (!parsed.success) throw new Refusal('not-found')
      return read(ctx, parsed.data)
    }
    const value = await lookAsPerson(house, { hash: session, now }, { run, entered })
    if (kept.standing) return { ok: true, value, standing: kept.standing }
    throw new Refusal('signed-out')
  } catch (error) {
    const { standing } = kept
    const refusal = refusalOf(error)
    if (refusal && (!standing || refusal.code === 'signed-out')) return toSignIn('/sign-in?ended')
    const id = randomUUID()
    if (!refusal) report(error, { verb: read.deed, id })
    if (!standing) throw error
    if (refusal)
      await recordRefusal(house, { session, now }, { deed: read.deed, code: refusal.code, asked: askedIn(params) })
    return { ok: false, code: refusal?.code ?? 'failed', standing, id }
  }
}

async function toSignIn(path: string): Promise<Ended> {
  const typed = await unsentText()
  return typed ? { ok: false, code: 'signed-out', typed } : redirect(path)
}

function standingOf(house: House, { actor, now }: Ctx): Standing {
  const look = parseLook(`${actor.locale}.${actor.theme}.${actor.timeZone}`, null)
  return { actor, look, now, form: drawForm(house, actor) }
}

type LinkVerb<Input, Value> = Verb<OutsideCtx, Input, Value>
type Visited<Value> =
  { ok: true; value: Value } | { ok: false; code: Refusal['code']; fields?: Record<string, string>; id: string }

/** One try at a one-time link. One that does not stand is counted against its address and recorded, never as text. */
async function tryLink<Input extends { token: string }, Value>(
  verb: LinkVerb<Input, Value>,
  input: Input,
  before: () => Promise<void>,
): Promise<Visited<Value>> {
  const [house, address, now, id] = [await serving(), addressOf(await headers()), new Date(), randomUUID()]
  try {
    await before()
    const value = await asNobody(house, now, async (ctx) => {
      await assertFewMisses(ctx, address)
      return verb(ctx, input)
    })
    return { ok: true, value }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) report(error, { verb: verb.deed, id })
    const { code, fields } = refusal ?? new Refusal('failed')
    if (code === 'not-found') await countMiss(house, { address, now })
    if (code === 'not-found' || code === 'forged')
      await recordRefusal(house, { session: null, now }, { deed: verb.deed, code, asked: input.token })
    return { ok: false, code, ...(fields && { fields }), id }
  }
}

/** What someone without a session is shown behind a one-time link. */
export async function visit<Shape extends z.ZodType<{ token: string }>, Value>(
  query: Shape,
  read: LinkVerb<z.output<Shape>, Value>,
  params: unknown,
): Promise<Visited<Value>> {
  const parsed = query.safeParse(params)
  if (!parsed.success) return { ok: false, code: 'not-found', id: '' }
  return tryLink(read, parsed.data, () => Promise.resolve())
}

/** The only way to write without a session: the link that is spent stands for the form's one-time id. */
export function outsideAction<Shape extends z.ZodType<{ token: string }>, Value>(
  form: Shape,
  verb: LinkVerb<z.output<Shape>, Value>,
  next: (value: Value) => string,
): Post {
  return async (_previous, sent) => {
    const typed = typedIn(sent)
    const parsed = form.safeParse(Object.fromEntries([...sent].filter(([, value]) => typeof value === 'string')))
    if (!parsed.success) return { ok: false, code: 'invalid', typed, fields: problemsOf(parsed.error) }
    const answer = await tryLink(verb, parsed.data, refuseForeignPost)
    if (answer.ok) redirect(next(answer.value))
    const { code, fields } = answer
    return { ok: false, code, typed, ...(fields && { fields }) }
  }
}
