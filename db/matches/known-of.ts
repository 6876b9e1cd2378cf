import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { anyOf } from '../any-of'
import { fromEdtf } from '@/lib/dates/from-edtf'
import type { Arrest, MatchSubject } from '@/lib/matches/evidence'
import { channelKeys, intakeAnswers, people, personNames, situationEntries } from '../schema'
import { type FirstSubject, type Reader, grouped, nameRow, openNames } from './first-subjects'

const relativesMax = 12
const arrestsMax = 6

const entryRow = {
  id: situationEntries.id,
  caseId: situationEntries.caseId,
  valid: situationEntries.valid,
  place: situationEntries.place,
  province: situationEntries.province,
  correctionOf: situationEntries.correctionOf,
}
type EntryRow = { [Column in keyof typeof entryRow]: (typeof entryRow)[Column]['_']['data'] | null } & {
  id: string
  caseId: string
}

const origins = ['birth_place', 'origin']

const rowsOf = ({ db }: Reader, caseIds: string[]) =>
  Promise.all([
    db
      .select(entryRow)
      .from(situationEntries)
      .where(
        and(
          anyOf(situationEntries.caseId, caseIds),
          eq(situationEntries.situation, 'DET_TRANSIT'),
          eq(situationEntries.stance, 'asserts'),
        ),
      ),
    db
      .select({
        id: intakeAnswers.id,
        caseId: intakeAnswers.caseId,
        question: intakeAnswers.question,
        value: intakeAnswers.value,
      })
      .from(intakeAnswers)
      .where(
        and(
          anyOf(intakeAnswers.caseId, caseIds),
          inArray(intakeAnswers.question, origins),
          eq(intakeAnswers.state, 'answered'),
        ),
      )
      .orderBy(asc(intakeAnswers.recordedAt)),
    db
      .select({ ...nameRow, role: people.role })
      .from(personNames)
      .innerJoin(people, eq(people.id, personNames.personId))
      .where(and(anyOf(personNames.caseId, caseIds), ne(people.role, 'subject'))),
  ])

/** Where and when somebody was seized, as far as it can be opened; what was corrected counts no more. */
function arrestsOf({ vault }: Reader, rows: readonly EntryRow[]): Arrest[] {
  const corrected = new Set(rows.map(({ correctionOf }) => correctionOf))
  return rows
    .filter(({ id }) => !corrected.has(id))
    .slice(0, arrestsMax)
    .map(({ id, caseId, valid, place, province }) => {
      const at = { caseId, rowId: id }
      const opened = vault.openOptional('situation_entry.valid', at, valid)
      return {
        date: opened === null ? null : fromEdtf(opened),
        place: vault.openOptional('situation_entry.place', at, place),
        province,
      }
    })
}

/** Tags of the addresses by which the people of a file are reached. They are equal where two are, and open nothing. */
async function channelsOf({ db }: Reader, caseIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ caseId: channelKeys.caseId, tag: channelKeys.tag })
    .from(channelKeys)
    .where(anyOf(channelKeys.caseId, caseIds))
  const tags = [...grouped(rows, ({ caseId }) => caseId)]
  return new Map(tags.map(([id, of]) => [id, of.map(({ tag }) => Buffer.from(tag).toString('base64'))]))
}

/** All that people are compared by, of subjects whose names are open already. The keys of their files must be at hand. */
export async function knownOf(reader: Reader, firsts: readonly FirstSubject[]): Promise<Map<string, MatchSubject>> {
  if (firsts.length === 0) return new Map()
  const { vault } = reader
  const caseIds = firsts.map(({ caseId }) => caseId)
  const [[entries, answers, names], channels] = await Promise.all([
    rowsOf(reader, caseIds),
    channelsOf(reader, caseIds),
  ])
  const [entriesOf, namesOf] = [grouped(entries, ({ caseId }) => caseId), grouped(names, ({ caseId }) => caseId)]
  const answersOf = grouped(answers, ({ caseId }) => caseId)
  return new Map(
    firsts.map(({ id, caseId, subject }) => {
      const answered = (answersOf.get(caseId) ?? []).flatMap(({ id: rowId, value }) =>
        value ? [vault.open('intake_answer.value', { caseId, personId: id, rowId }, value)] : [],
      )
      const relatives = openNames(reader, (namesOf.get(caseId) ?? []).slice(0, relativesMax))
      const arrests = arrestsOf(reader, entriesOf.get(caseId) ?? [])
      return [id, { ...subject, origins: answered, arrests, relatives, channels: channels.get(caseId) ?? [] }]
    }),
  )
}
