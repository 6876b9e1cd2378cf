import { and, desc, eq, inArray } from 'drizzle-orm'
import { confidentialities } from '@/lib/access/grants'
import type { Ctx } from '../ctx'
import { people, personNames } from '../schema'

export type ListedFile = { id: string; teamId: string; confidentiality: string }

/** Which script of a name stands first where one name is shown. */
export const scriptsFirst = ['Hang', 'Latn', 'Hani']

/** The subject's first name of each of these files, for a list that was asked to show names. */
export async function subjectNames(ctx: Ctx, files: readonly ListedFile[]): Promise<Map<string, string>> {
  const ids = files.map((file) => file.id)
  if (ids.length === 0) return new Map()
  await ctx.vault.load(
    files.map(({ id, teamId, confidentiality }) => ({
      id,
      teamId,
      confidentiality: confidentialities.find((word) => word === confidentiality) ?? 'named',
      own: 'read',
    })),
  )
  const rows = await ctx.db
    .select({
      id: personNames.id,
      caseId: personNames.caseId,
      personId: personNames.personId,
      script: personNames.script,
      text: personNames.text,
    })
    .from(personNames)
    .innerJoin(people, and(eq(people.id, personNames.personId), eq(people.role, 'subject')))
    .where(and(inArray(personNames.caseId, ids), eq(personNames.isPrimary, true)))
    .orderBy(desc(personNames.recordedAt))
  const rank = (script: string) => (scriptsFirst.indexOf(script) + scriptsFirst.length) % scriptsFirst.length
  const best = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const standing = best.get(row.caseId)
    if (!standing || rank(row.script) < rank(standing.script)) best.set(row.caseId, row)
  }
  return new Map(
    [...best].map(([caseId, row]) => [
      caseId,
      ctx.vault.open('person_name.text', { caseId, personId: row.personId, rowId: row.id }, row.text),
    ]),
  )
}
