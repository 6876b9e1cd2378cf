import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import { people, vaultKeys } from '../schema'
import { type FirstSubject, type Reader, grouped } from './first-subjects'

const ofMatcher = { teamId: '', confidentiality: 'named' as const, own: null }

type KeyRow = typeof vaultKeys.$inferSelect

const hold = ({ vault }: Reader, keys: readonly KeyRow[]): void => {
  for (const [id, rows] of grouped(keys, ({ caseId }) => caseId)) vault.hold({ id, ...ofMatcher }, rows)
}

/** Takes the keys of these people alone: what is asked of most of them needs no other. */
export async function holdPeople(reader: Reader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await reader.db
    .select(getTableColumns(vaultKeys))
    .from(people)
    .innerJoin(vaultKeys, and(eq(vaultKeys.caseId, people.caseId), eq(vaultKeys.personId, people.id)))
    .where(inArray(people.id, [...ids]))
  hold(reader, rows)
}

/** Takes every key of the files of those who are looked at closer. */
export async function holdFiles(reader: Reader, subjects: readonly FirstSubject[]): Promise<void> {
  if (subjects.length === 0) return
  const ids = subjects.map(({ caseId }) => caseId)
  hold(reader, await reader.db.select().from(vaultKeys).where(inArray(vaultKeys.caseId, ids)))
}
