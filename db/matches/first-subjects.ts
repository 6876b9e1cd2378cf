import { and, eq } from 'drizzle-orm'
import { fromEdtf } from '@/lib/dates/from-edtf'
import type { MatchSubject } from '@/lib/matches/evidence'
import { sexes } from '@/lib/people/people'
import type { Tx } from '../client'
import { anyOf } from '../any-of'
import { caseFiles, people, personNames } from '../schema'
import type { Vault } from '../vault'

/** Whose work it is: a person's own, or the matcher's. */
export type Reader = { db: Tx; vault: Vault }

/** The subject of one file with what is known of them at first sight: names, sex, birth. */
export type FirstSubject = { id: string; caseId: string; teamId: string; subject: MatchSubject }

const namesMax = 8
const noOne = { names: [], birth: null, origins: [], arrests: [], relatives: [], channels: [] }

type NameRow = { id: string; caseId: string; personId: string; text: Uint8Array }

/** Names opened under the keys at hand; one whose key is gone is left out. */
export const openNames = ({ vault }: Reader, rows: readonly NameRow[]): string[] =>
  rows
    .filter(({ text }) => vault.holdsKeyOf(text))
    .slice(0, namesMax)
    .map(({ id, caseId, personId, text }) => vault.open('person_name.text', { caseId, personId, rowId: id }, text))

const personRow = {
  id: people.id,
  caseId: people.caseId,
  sex: people.sex,
  birth: people.birth,
  teamId: caseFiles.teamId,
}
export const nameRow = {
  id: personNames.id,
  caseId: personNames.caseId,
  personId: personNames.personId,
  text: personNames.text,
}

/** Rows by the value of one of their columns. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const standing = found.get(keyOf(row))
    if (standing) standing.push(row)
    else found.set(keyOf(row), [row])
  }
  return found
}

/** Names, sex and birth of these people; their keys must be at hand. */
export async function firstSubjects(reader: Reader, ids: readonly string[]): Promise<Map<string, FirstSubject>> {
  if (ids.length === 0) return new Map()
  const { db, vault } = reader
  const [rows, names] = await Promise.all([
    db
      .select(personRow)
      .from(people)
      .innerJoin(caseFiles, eq(caseFiles.id, people.caseId))
      .where(anyOf(people.id, ids)),
    db
      .select(nameRow)
      .from(people)
      .innerJoin(personNames, and(eq(personNames.caseId, people.caseId), eq(personNames.personId, people.id)))
      .where(anyOf(people.id, ids)),
  ])
  const namesOf = grouped(names, ({ personId }) => personId)
  return new Map(
    rows.map(({ id, caseId, teamId, sex, birth }) => {
      const place = { caseId, personId: id, rowId: id }
      const opened = birth && vault.holdsKeyOf(birth) ? vault.open('person.birth', place, birth) : null
      const subject = {
        ...noOne,
        names: openNames(reader, namesOf.get(id) ?? []),
        sex: sexes.find((code) => code === sex) ?? 'U',
        birth: opened === null ? null : fromEdtf(opened),
      }
      return [id, { id, caseId, teamId, subject }]
    }),
  )
}
