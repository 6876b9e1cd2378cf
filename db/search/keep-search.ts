import { mayEver } from '@/lib/access/can'
import type { SearchStep } from '@/lib/search/kinds'
import type { SearchTerms } from '@/lib/search/terms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import type { Ctx } from '../ctx'
import { newId } from '../new-id'
import { searches } from '../schema'
import { sealWithHouseKey } from '../vault'
import { runSearch } from './run-search'
import { searchKey } from './search-key'

const hour = 3_600_000
const keptFor = 24 * hour

type Kept = { terms: SearchTerms; step: SearchStep; previousId?: string }

/** Only those who read files search; a search is one's own, and so is what it found. */
export function assertMaySearch({ actor }: Ctx): void {
  if (!mayEver(actor.role, 'case:read')) throw new Refusal('forbidden')
}

/** Runs a search and stores it sealed, with what it found. Its entry names the files and counts, never the words. */
export async function keepSearch(ctx: Ctx, { terms, step, previousId }: Kept): Promise<{ searchId: string }> {
  const [findings, key] = [await runSearch(ctx, terms), await searchKey(ctx)]
  const id = newId()
  const sealed = (field: 'search.terms' | 'search.findings', value: unknown) =>
    sealWithHouseKey(key, field, { rowId: id, plain: Buffer.from(JSON.stringify(value)) })
  await ctx.db.insert(searches).values({
    id,
    ownerId: ctx.actor.id,
    previousId: previousId ?? null,
    step,
    terms: sealed('search.terms', terms),
    findings: sealed('search.findings', findings),
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + keptFor),
  })
  const files = [...new Set(findings.hits.map(({ caseId }) => caseId))]
  await record(ctx, step === 'first' ? 'search.submit' : 'search.step', {
    objectIds: [id, ...files],
    details: {
      step,
      steps: terms.clauses.length,
      files: files.length,
      hits: findings.hits.length,
      teams: findings.teams.length,
      looked: findings.looked?.files ?? 0,
    },
  })
  return { searchId: id }
}
