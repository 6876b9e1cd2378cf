import { setImmediate } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { confidentialities } from '@/lib/access/grants'
import type { FileAnswers } from '@/lib/imports/written-row'
import type { SealedFieldName } from '@/lib/vault/fields'
import type { Ctx } from '../ctx'
import { arrayOf } from '../insert-rows'
import { inBatches } from '../log/in-batches'
import type { Place } from '../vault'

type Sealed = Uint8Array | null
type Key = 'file' | 'person' | 'caller'

type Taken = Record<'id' | 'team_id' | 'confidentiality' | 'situation' | 'person_id' | 'sex', string> & {
  is_own: boolean
} & Record<
    'name_id' | 'other_id' | 'entry_id' | 'province' | 'source_id' | 'source_type' | 'distance' | 'caller_id',
    string | null
  > &
  Record<'first_id' | 'first_kind' | 'second_id' | 'second_kind', string | null> &
  Record<
    'birth' | 'name' | 'other' | 'valid' | 'place' | 'note' | 'connection' | 'told' | 'first_value' | 'second_value',
    Sealed
  > &
  Record<`${Key}_key`, string | null> &
  Record<`${Key}_epoch`, number | null> &
  Record<`${Key}_wrapped`, Sealed>

const keyOf = (row: Taken, key: Key, of: { personId: string | null; purpose: string }) => {
  const [id, epoch, wrapped] = [row[`${key}_key`], row[`${key}_epoch`], row[`${key}_wrapped`]]
  return id === null || epoch === null || wrapped === null ? [] : [{ id, epoch, wrapped, caseId: row.id, ...of }]
}

function hold({ vault }: Ctx, row: Taken): void {
  const confidentiality = confidentialities.find((word) => word === row.confidentiality) ?? 'named'
  vault.hold({ id: row.id, teamId: row.team_id, confidentiality, own: row.is_own ? 'work' : null }, [
    ...keyOf(row, 'file', { personId: null, purpose: 'file' }),
    ...keyOf(row, 'person', { personId: row.person_id, purpose: 'person' }),
    ...keyOf(row, 'caller', { personId: row.caller_id, purpose: 'person' }),
  ])
}

/** Opens the fields of one row; what was sealed under a key that is gone is left out. */
const opener =
  ({ vault }: Ctx) =>
  (field: SealedFieldName, sealed: Sealed, place: Place): string | null =>
    vault.openHeld(field, place, sealed)

function answersOf(ctx: Ctx, row: Taken): FileAnswers {
  hold(ctx, row)
  const opened = opener(ctx)
  const caseId = row.id
  const ofPerson = (rowId: string | null) => ({ caseId, personId: row.person_id, rowId: rowId ?? '' })
  const ofCaller = (rowId: string | null) => ({ caseId, personId: row.caller_id ?? '', rowId: rowId ?? '' })
  const entry = { caseId, rowId: row.entry_id ?? '' }
  const source = { caseId, rowId: row.source_id ?? '' }
  return {
    name: opened('person_name.text', row.name, ofPerson(row.name_id)),
    otherName: opened('person_name.text', row.other, ofPerson(row.other_id)),
    sex: row.sex === 'U' ? null : row.sex,
    birth: opened('person.birth', row.birth, ofPerson(row.person_id)),
    situation: row.situation,
    when: opened('situation_entry.valid', row.valid, entry),
    province: row.province,
    place: opened('situation_entry.place', row.place, entry),
    account: opened('situation_entry.note', row.note, entry),
    sourceType: row.source_type,
    distance: row.distance,
    told: opened('source_identity.name', row.told, source),
    connection: opened('source.connection', row.connection, source),
    contactKind: row.first_kind,
    contactValue: opened('contact_value.value', row.first_value, ofCaller(row.first_id)),
    secondKind: row.second_kind,
    secondValue: opened('contact_value.value', row.second_value, ofCaller(row.second_id)),
  }
}

const filesAtOnce = 250

/** Ids a part at a time, so that PostgreSQL reads one part while the one before is opened. */
async function* partsOf(ctx: Ctx, ids: SQL): AsyncGenerator<string> {
  for await (const page of inBatches(ctx, ids))
    for (let from = 0; from < page.length; from += filesAtOnce)
      yield arrayOf(page.slice(from, from + filesAtOnce).map(({ id }) => id))
}

/** The files of these ids as far as they may be taken along, part by part; while one is opened the next is read. */
export async function* rowsToTake(ctx: Ctx, ids: SQL, contacts: boolean): AsyncGenerator<FileAnswers[]> {
  const parts = partsOf(ctx, ids)
  const next = async () => {
    const part = await parts.next()
    if (part.done) return null
    return ctx.db.execute<Taken>(sql`select * from rows_to_take(${part.value}::uuid[], ${contacts})`)
  }
  let coming = next()
  for (let rows = await coming; rows !== null; rows = await coming) {
    coming = next()
    coming.catch(() => undefined)
    // What asks for the next part is sent before this one is opened.
    await setImmediate()
    ctx.vault.letGo()
    yield rows.map((row) => answersOf(ctx, row))
  }
}
