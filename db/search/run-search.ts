import { isWhole } from '@/lib/names/is-whole'
import { wholeName } from '@/lib/names/whole-name'
import { afterStep } from '@/lib/search/steps'
import type { Clause, Findings, Hit, Looked, SearchTerms } from '@/lib/search/terms'
import { teamsThatMayHold } from '../cases/match-names'
import type { Ctx } from '../ctx'
import { evaluate, kindsOf } from './evaluate'

/** Asked of other teams is a whole name alone, and only by the step that brings it. */
function nameToAsk({ clauses, filters }: SearchTerms): string | null {
  const last = clauses.at(-1)
  if (!last || last.step === 'narrow' || last.step === 'exclude') return null
  return kindsOf(last.text, filters).has('name') && isWhole(last.text) ? wholeName(last.text) : null
}

const looksOnlyWithin = ({ step }: Clause) => step === 'narrow' || step === 'exclude'

/** Of two looks the one that came less far: what is older than its place was not looked at by both. */
const shorterLook = (a: Looked | null, b: Looked | null): Looked | null =>
  a?.next && b?.next ? (a.next.at > b.next.at ? a : b) : a?.next ? a : (b ?? a)

/** Every step of a search, one after the other. */
export async function runSearch(ctx: Ctx, terms: SearchTerms): Promise<Findings> {
  const { clauses, filters } = terms
  const after = terms.after ?? null
  let hits: Hit[] = []
  let looked: Looked | null = null
  let crowded = false
  let townCut = false
  for (const clause of clauses) {
    const within = looksOnlyWithin(clause) ? [...new Set(hits.map(({ caseId }) => caseId))] : null
    const found = await evaluate(ctx, { text: clause.text, filters, within, after: within ? null : after })
    hits = afterStep(clause.step, hits, found.hits)
    looked = shorterLook(looked, found.looked)
    crowded ||= found.crowded
    townCut ||= found.townCut
  }
  const name = after ? null : nameToAsk(terms)
  const teams = name === null ? [] : await teamsThatMayHold(ctx, [ctx.vault.tag('name', name)])
  return { hits, teams, looked, crowded, townCut }
}
