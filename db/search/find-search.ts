import { eq } from 'drizzle-orm'
import { keyIdOf } from '@/lib/vault/seal'
import { Findings, SearchTerms } from '@/lib/search/terms'
import { Refusal } from '@/lib/refusal'
import type { Ctx } from '../ctx'
import { searches } from '../schema'
import { openWithHouseKey } from '../vault'
import { searchKeysOf } from './search-key'

/** An own search that has not run out, opened; another's is not found. */
export async function findSearch(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(searches).where(eq(searches.id, id))
  const key = row && (await searchKeysOf(ctx, [row.terms])).get(keyIdOf(row.terms))
  if (!row || !key) throw new Refusal('not-found')
  const opened = (field: 'search.terms' | 'search.findings' | 'search.name', sealed: Uint8Array) =>
    openWithHouseKey(key, field, { rowId: id, sealed }).toString('utf8')
  const { previousId, step, createdAt, expiresAt, version } = row
  return {
    ...{ id, key, previousId, step, createdAt, expiresAt, version },
    terms: SearchTerms.parse(JSON.parse(opened('search.terms', row.terms))),
    findings: Findings.parse(JSON.parse(opened('search.findings', row.findings))),
    name: row.name && opened('search.name', row.name),
  }
}
