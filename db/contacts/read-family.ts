import { asc, desc, eq } from 'drizzle-orm'
import { can } from '@/lib/access/can'
import type { CaseQuery } from '@/lib/cases/forms'
import { type Trace, lastKnown } from '@/lib/contacts/last-known'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { standingEntries } from '@/lib/situations/current-situation'
import { entryDate } from '@/lib/situations/entry-date'
import { saysAlive } from '@/lib/situations/last-known-alive'
import { silenceClock } from '@/lib/situations/silence'
import { situations } from '@/lib/situations/situations'
import { fileHolders, staffNames } from '../accounts/list-staff'
import { fileHead } from '../cases/file-head'
import type { FoundFile } from '../cases/find-file'
import { type Ctx, verb } from '../ctx'
import { presentPeople } from '../people/present-people'
import {
  contactChannels,
  contactLogs,
  people,
  personNames,
  relationships,
  signsOfLife,
  situationEntries,
  sources,
} from '../schema'
import { type LoggedContact, presentChannels, presentLog } from './present-channels'

const rowsMax = 200
const logMax = 300
const day = 86_400_000

async function readPeople(ctx: Ctx, caseId: string) {
  const [everyone, names] = await Promise.all([
    ctx.db.select().from(people).where(eq(people.caseId, caseId)).orderBy(asc(people.recordedAt)).limit(rowsMax),
    ctx.db
      .select()
      .from(personNames)
      .where(eq(personNames.caseId, caseId))
      .orderBy(asc(personNames.recordedAt), personNames.id)
      .limit(rowsMax * 2),
  ])
  return presentPeople(ctx, caseId, { people: everyone, names }).map((person) => {
    const { id, whereabouts } = person
    const place = { caseId, personId: id, rowId: id }
    return { ...person, whereabouts: ctx.vault.openOptional('person.whereabouts', place, whereabouts) }
  })
}

async function readChannels(ctx: Ctx, caseId: string) {
  const [channels, rows] = await Promise.all([
    ctx.db
      .select()
      .from(contactChannels)
      .where(eq(contactChannels.caseId, caseId))
      .orderBy(asc(contactChannels.recordedAt), contactChannels.id)
      .limit(rowsMax),
    ctx.db
      .select()
      .from(contactLogs)
      .where(eq(contactLogs.caseId, caseId))
      .orderBy(desc(contactLogs.recordedAt), contactLogs.id)
      .limit(logMax),
  ])
  const log = presentLog(ctx, rows)
  return { log, channels: presentChannels(ctx, channels, log) }
}

async function readSigns({ db, vault }: Ctx, caseId: string) {
  const rows = await db
    .select()
    .from(signsOfLife)
    .where(eq(signsOfLife.caseId, caseId))
    .orderBy(desc(signsOfLife.recordedAt), signsOfLife.id)
    .limit(rowsMax)
  const opened = rows.map((row) => {
    const at = { caseId, rowId: row.id }
    return {
      ...row,
      at: fromEdtf(vault.open('sign_of_life.at', at, row.at)),
      place: vault.openOptional('sign_of_life.place', at, row.place),
      note: vault.openOptional('sign_of_life.note', at, row.note),
    }
  })
  const last = ({ at }: (typeof opened)[number]) => at.to ?? at.from ?? ''
  return opened.sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0))
}

/** The entries that say where the person was, alive. */
async function situationTraces({ db, vault }: Ctx, caseId: string): Promise<Trace[]> {
  const rows = await db.select().from(situationEntries).where(eq(situationEntries.caseId, caseId)).limit(rowsMax)
  const shapes = rows
    .filter(({ stance }) => stance !== 'denies')
    .map((row) => {
      const at = { caseId, rowId: row.id }
      const valid = vault.openOptional('situation_entry.valid', at, row.valid)
      return {
        ...row,
        situation: situations.find((code) => code === row.situation) ?? 'UNVERIFIED',
        valid: valid === null ? null : fromEdtf(valid),
        place: vault.openOptional('situation_entry.place', at, row.place),
      }
    })
  return standingEntries(shapes)
    .filter(({ situation }) => saysAlive(situation))
    .map((entry) => ({
      kind: 'situation',
      id: entry.id,
      date: entryDate(entry),
      recordedAt: entry.recordedAt,
      place: entry.place,
      province: entry.province,
      credibility: entry.credibility,
    }))
}

type Signs = Awaited<ReturnType<typeof readSigns>>

const signTrace = ({ id, at, recordedAt, place, credibility }: Signs[number]): Trace => ({
  kind: 'sign',
  id,
  date: at,
  recordedAt,
  place,
  province: null,
  credibility,
})

const contactTrace = ({ id, at, recordedAt }: LoggedContact): Trace => ({
  kind: 'contact',
  id,
  date: at,
  recordedAt,
  place: null,
  province: null,
  credibility: null,
})

/** What is derived of the subject: never typed in, and as good as what it is derived from. */
function derived(ctx: Ctx, file: FoundFile, found: { traces: Trace[]; log: readonly LoggedContact[] }) {
  const reached = found.log.filter(({ outcome }) => outcome === 'reached').map(contactTrace)
  const situation = situations.find((code) => code === file.situation) ?? 'UNVERIFIED'
  const daysSilent = Math.max(0, Math.floor((ctx.now.getTime() - Date.parse(file.silentSince)) / day))
  return {
    ...lastKnown(found.traces),
    contact: lastKnown(reached).alive,
    clock: silenceClock(situation, daysSilent),
  }
}

/** The people of a file, how they are related and reached, and the signs that its subject was alive. */
export const readFamily = verb('case.read', async (ctx: Ctx, query: CaseQuery) => {
  const { file, head } = await fileHead(ctx, query.ref)
  const { id: caseId } = file
  const [everyone, related, { log, channels }, signs, known, told, holders] = await Promise.all([
    readPeople(ctx, caseId),
    ctx.db
      .select()
      .from(relationships)
      .where(eq(relationships.caseId, caseId))
      .orderBy(asc(relationships.recordedAt), relationships.id)
      .limit(rowsMax),
    readChannels(ctx, caseId),
    readSigns(ctx, caseId),
    situationTraces(ctx, caseId),
    ctx.db
      .select({ id: sources.id, code: sources.code, type: sources.type, distance: sources.distance })
      .from(sources)
      .where(eq(sources.caseId, caseId))
      .orderBy(asc(sources.recordedAt), sources.code)
      .limit(rowsMax),
    head.can.edit ? fileHolders(ctx, file.teamId) : [],
  ])
  const subjectId = everyone.find(({ role }) => role === 'subject')?.id
  const own = log.filter(({ personId, outcome }) => personId === subjectId && outcome === 'reached')
  const named = [...log, ...signs].map(({ recordedBy }) => recordedBy)
  const voices = channels.flatMap(({ knownTo }) => knownTo ?? [])
  return {
    id: caseId,
    ref: file.ref,
    head,
    situation: file.situation,
    people: everyone,
    relationships: related,
    channels,
    log,
    signs,
    sources: told,
    holders,
    known: derived(ctx, file, { traces: [...signs.map(signTrace), ...own.map(contactTrace), ...known], log }),
    staff: await staffNames(ctx, [...named, ...voices]),
    mayUnfreeze: can(ctx.actor, 'proposal:decide', file.held),
  }
})

export type FamilyView = Awaited<ReturnType<typeof readFamily>>
