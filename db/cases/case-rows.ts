import type { Held } from '@/lib/access/can'
import type { OpenCase } from '@/lib/cases/forms'
import type { PartialDate } from '@/lib/dates/partial-date'
import { ageBandOf } from '@/lib/people/age-band'
import { newReliability } from '@/lib/sources/grading'
import { channelRows } from '../contacts/channel-rows'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { nameRows } from '../people/name-rows'
import { entryRows } from '../situations/entry-rows'
import { projection } from '../situations/projection'

/** A file about to be opened; one that `stands` was drawn with its draft, keys and all. */
export type Drawn = {
  id: string
  ref: string
  held: Held
  teamId: string
  subjectId: string
  tellerId: string
  stands: boolean
}

/** The answers of an urgent call, and what a list may say of the person besides. */
export type FirstFacts = OpenCase & { sex?: string; birth?: PartialDate }

export const drawCase = (teamId: string, file: Pick<Drawn, 'id' | 'ref' | 'stands'>): Drawn => ({
  ...file,
  held: { teamId, confidentiality: 'assigned', own: 'work' },
  teamId,
  subjectId: newId(),
  tellerId: newId(),
})

const author = (ctx: Ctx) => ({ recordedBy: ctx.actor.id, recordedAt: ctx.now })

/** Who told it: the grades and the distance in clear, who they are behind the class of sources. */
function sourceRows(ctx: Ctx, file: Drawn, input: OpenCase) {
  const id = newId()
  const row = {
    id,
    caseId: file.id,
    code: 'SRC-1',
    type: input.sourceType,
    reliability: newReliability,
    distance: input.distance,
    originGroup: 1,
    connection: ctx.vault.sealOptional('source.connection', { caseId: file.id, rowId: id }, input.connection),
    ...author(ctx),
  }
  const identity = input.told && {
    sourceId: id,
    caseId: file.id,
    name: ctx.vault.seal('source_identity.name', { caseId: file.id, rowId: id }, input.told),
  }
  return { source: row, identities: identity ? [identity] : [] }
}

function subjectRow(ctx: Ctx, file: Drawn, { sex, birth }: FirstFacts) {
  const place = { caseId: file.id, personId: file.subjectId, rowId: file.subjectId }
  return {
    ...author(ctx),
    id: file.subjectId,
    caseId: file.id,
    role: 'subject',
    ...(sex && { sex }),
    ...(birth && { birth: ctx.vault.seal('person.birth', place, birth.edtf), ageBand: ageBandOf(birth, ctx.now) }),
  }
}

/** Every row of a new file, sealed under keys drawn for it, by table. */
export function caseRows(ctx: Ctx, file: Drawn, input: FirstFacts) {
  const { id, ref, teamId, held, subjectId, tellerId } = file
  const own = file.stands ? [] : (['file', 'log'] as const)
  const keys = ctx.vault.draw({ id, ...held }, [subjectId, tellerId], own)
  const subject = { caseId: id, personId: subjectId }
  const caller = { caseId: id, personId: tellerId }
  const entry = entryRows(ctx, subject, { ...input, reliability: newReliability })
  const told = sourceRows(ctx, file, input)
  const facts = entry.of(told.source.id)
  const channels = channelRows(ctx, caller, [
    { kind: input.contactKind, value: input.contactValue },
    { kind: input.secondKind, value: input.secondValue },
  ])
  const names = [
    nameRows(ctx, subject, [input.name, input.otherName]),
    nameRows(ctx, caller, input.isCallerNamed ? [input.told] : []),
  ]
  const state = { silentSince: ctx.now.toISOString().slice(0, 10), ...projection([facts.shape], ctx.now) }
  const pseudonym = ctx.vault.tag('pseudonym', id)
  return {
    state,
    file: { id, ref, pseudonym, teamId, ownerId: ctx.actor.id, openedAt: ctx.now, ...state },
    keys,
    people: [subjectRow(ctx, file, input), { ...author(ctx), id: tellerId, caseId: id, role: 'caller' }],
    names: { rows: names.flatMap(({ rows }) => rows), keys: names.flatMap((one) => one.keys) },
    ...told,
    claims: facts.claims,
    shape: facts.shape,
    entry: facts.entry,
    bases: facts.bases,
    channels,
  }
}
export type CaseRows = ReturnType<typeof caseRows>
