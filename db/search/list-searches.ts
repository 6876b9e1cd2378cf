import { desc, isNotNull } from 'drizzle-orm'
import { keyIdOf } from '@/lib/vault/seal'
import { type Ctx, verb } from '../ctx'
import { listStaff } from '../accounts/list-staff'
import { searches } from '../schema'
import { openWithHouseKey } from '../vault'
import { assertMaySearch } from './keep-search'
import { searchKeysOf } from './search-key'

const savedMax = 50

/** One's own saved searches, the newest first, and the colleagues by whom a search can be narrowed. */
export const listSearches = verb('search.read', async (ctx: Ctx) => {
  assertMaySearch(ctx)
  const [rows, staff] = await Promise.all([
    ctx.db
      .select({ id: searches.id, name: searches.name, createdAt: searches.createdAt, version: searches.version })
      .from(searches)
      .where(isNotNull(searches.name))
      .orderBy(desc(searches.createdAt), searches.id)
      .limit(savedMax),
    listStaff(ctx),
  ])
  const keys = await searchKeysOf(
    ctx,
    rows.flatMap(({ name }) => name ?? []),
  )
  const saved = rows.flatMap(({ id, name, createdAt, version }) => {
    const key = name && keys.get(keyIdOf(name))
    if (!key) return []
    const opened = openWithHouseKey(key, 'search.name', { rowId: id, sealed: name }).toString('utf8')
    return [{ id, name: opened, createdAt, version }]
  })
  return { saved, workers: workersIn(staff) }
})

/** Colleagues who can hold a file. */
export const workersIn = (staff: Awaited<ReturnType<typeof listStaff>>) =>
  staff
    .filter(({ role, state }) => state === 'active' && (role === 'caseworker' || role === 'coordinator'))
    .map(({ id, name }) => ({ id, name }))
