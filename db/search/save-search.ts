import { and, eq } from 'drizzle-orm'
import type { DeleteSearch, SaveSearch } from '@/lib/search/forms'
import { Refusal } from '@/lib/refusal'
import { record } from '../audit'
import { type Ctx, verb } from '../ctx'
import { searches } from '../schema'
import { sealWithHouseKey } from '../vault'
import { findSearch } from './find-search'
import { assertMaySearch } from './keep-search'

const day = 86_400_000
/** Shorter than the key of its month lasts. */
const savedFor = 365 * day

const atVersion = (id: string, version: number) => and(eq(searches.id, id), eq(searches.version, version))

/** Keeps a search of one's own under a name for a year from when it was asked. */
export const saveSearch = verb('search.save', async (ctx: Ctx, { id, version, name }: SaveSearch) => {
  assertMaySearch(ctx)
  const { key, createdAt, ...search } = await findSearch(ctx, id)
  const saved = await ctx.db
    .update(searches)
    .set({
      name: sealWithHouseKey(key, 'search.name', { rowId: id, plain: Buffer.from(name) }),
      expiresAt: new Date(createdAt.getTime() + savedFor),
      version: version + 1,
    })
    .where(atVersion(id, version))
    .returning({ id: searches.id })
  if (saved.length === 0) {
    throw new Refusal('conflict', undefined, { name: search.name ?? '', version: String(search.version) })
  }
  await record(ctx, 'search.save', { objectIds: [id], details: { version } })
  return { searchId: id }
})

export const deleteSearch = verb('search.delete', async (ctx: Ctx, { id, version }: DeleteSearch) => {
  assertMaySearch(ctx)
  await findSearch(ctx, id)
  const gone = await ctx.db.delete(searches).where(atVersion(id, version)).returning({ id: searches.id })
  if (gone.length === 0) throw new Refusal('conflict')
  await record(ctx, 'search.delete', { objectIds: [id], details: { version } })
})
