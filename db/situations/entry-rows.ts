import type { PartialDate } from '@/lib/dates/partial-date'
import { monthOf } from '@/lib/dates/month-of'
import type { Predicate } from '@/lib/claims/predicates'
import type { SituationEntry } from '@/lib/situations/current-situation'
import type { Situation } from '@/lib/situations/situations'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import type { OfPerson } from '../people/name-rows'

/** What is recorded of a situation: the facts, who is graded how, and why a stage is missing. */
export type SituationFacts = {
  situation: Situation
  when?: PartialDate
  place?: string
  province?: string
  account?: string
  quote?: string
  stance?: string
  distance: string
  reliability: string
  credibility?: string
  gapReason?: string
  correctionOf?: string
  /** Who says so in the file, where it is not the one who writes it. */
  recordedBy?: string
}

/** What an entry is to the derivation of the current situation, with what the file shows of it. */
export type EntryShape = SituationEntry & {
  reliability: string
  credibility: string
  province: string | null
  stance: string
  correctionOf: string | null
}

/** The claim that carries the source's own words: the account or, where there is none, the situation itself. */
const quoted = ({ account }: SituationFacts): Predicate => (account === undefined ? 'situation' : 'account')

function claimRow(ctx: Ctx, of: OfPerson, fact: { predicate: Predicate; text: string; facts: SituationFacts }) {
  const id = newId()
  const { predicate, text, facts } = fact
  const place = { caseId: of.caseId, rowId: id }
  return {
    id,
    ...of,
    predicate,
    value: ctx.vault.seal('claim.value', place, text),
    quote: predicate === quoted(facts) ? ctx.vault.sealOptional('claim.quote', place, facts.quote) : null,
    stance: facts.stance ?? 'asserts',
    credibility: facts.credibility ?? '6',
    distance: facts.distance,
    recordedBy: facts.recordedBy ?? ctx.actor.id,
    recordedAt: ctx.now,
  }
}

/** A situation entry, its facts as claims of one source, and the rows by which the entry names them. */
export function entryRows(ctx: Ctx, of: OfPerson, facts: SituationFacts) {
  const id = newId()
  const at = { caseId: of.caseId, rowId: id }
  const { vault } = ctx
  const stated: [Predicate, string | undefined][] = [
    ['situation', facts.situation],
    ['date', facts.when?.edtf],
    ['place', facts.place],
    ['account', facts.account],
  ]
  const claims = stated.flatMap(([predicate, text]) =>
    text === undefined ? [] : [claimRow(ctx, of, { predicate, text, facts })],
  )
  const shape: EntryShape = {
    id,
    situation: facts.situation,
    valid: facts.when ?? null,
    recordedAt: ctx.now,
    reliability: facts.reliability,
    credibility: facts.credibility ?? '6',
    province: facts.province ?? null,
    stance: facts.stance ?? 'asserts',
    correctionOf: facts.correctionOf ?? null,
  }
  const entry = {
    id,
    caseId: of.caseId,
    situation: facts.situation,
    valid: vault.sealOptional('situation_entry.valid', at, facts.when?.edtf),
    validMonth: facts.when ? monthOf(facts.when) : null,
    place: vault.sealOptional('situation_entry.place', at, facts.place),
    province: shape.province,
    stance: shape.stance,
    reliability: shape.reliability,
    credibility: shape.credibility,
    note: vault.sealOptional('situation_entry.note', at, facts.account),
    gapReason: vault.sealOptional('situation_entry.gap_reason', at, facts.gapReason),
    correctionOf: shape.correctionOf,
    recordedBy: facts.recordedBy ?? ctx.actor.id,
    recordedAt: ctx.now,
  }
  return {
    shape,
    of: (sourceId: string) => ({
      shape,
      claims: claims.map((claim) => ({ ...claim, sourceId })),
      entry,
      bases: claims.map((claim) => ({ entryId: id, claimId: claim.id, caseId: of.caseId })),
    }),
  }
}
