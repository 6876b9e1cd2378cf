import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { type FieldClass, matcherOpens } from '@/lib/access/grants'
import { type Asker, type Held, opens } from '@/lib/access/can'
import { Refusal } from '@/lib/refusal'
import { drawBytes } from '@/lib/vault/draw-bytes'
import { type SealedFieldName, sealedFields } from '@/lib/vault/fields'
import { keyIdOf, keyedTag, openBytes, sealBytes } from '@/lib/vault/seal'
import type { Tx } from './client'
import { type House, type HouseKey, type HousePurpose, currentEpochKey, houseKey } from './house'
import { jsonBytes } from './json-bytes'
import { unwrapKey, wrapKey } from './keyring'
import { newId } from './new-id'
import { vaultKeys } from './schema'

/** The row a sealed value stands in. `personId` only for fields under a person's key. */
export type Place = { caseId: string; rowId: string; personId?: string }

export type FileHeld = Held & { id: string }

type KeyRow = { id: string; caseId: string; personId: string | null; purpose: string; key: () => Uint8Array }

/** The keys of one file as PostgreSQL writes rows into JSON, still wrapped. */
export const WrappedKeys = z.array(
  z
    .object({
      id: z.string(),
      case_id: z.string(),
      person_id: z.string().nullable(),
      purpose: z.string(),
      epoch: z.number(),
      wrapped: jsonBytes,
    })
    .transform(({ case_id: caseId, person_id: personId, ...row }) => ({ ...row, caseId, personId })),
)
type WrappedKey = z.output<typeof WrappedKeys>[number] | typeof vaultKeys.$inferSelect

/** What a tag tells equal: an address, a channel, or a name as it is written, as it sounds, and by its given part. */
type TagPurpose = Extract<
  HousePurpose,
  'email' | 'address' | 'name' | 'name-sound' | 'name-given' | 'pseudonym' | 'asked' | 'channel' | 'import'
>

const openedNames = new WeakMap<House, Map<string, string>>()
const openedNamesMax = 2000

const noCase = '00000000-0000-0000-0000-000000000000'

/** Where a value under the key of a stored file lives; `part` for a chunk of its bytes. */
export type StoredPlace = { fileId: string; rowId: string; part?: { place: number; isLast: boolean } }

const storedAddress = (field: SealedFieldName, { fileId, rowId, part }: StoredPlace) => ({
  caseId: fileId,
  keyId: fileId,
  rowId,
  field: sealedFields[field].code,
  ...(part && { part }),
})

/** Text about the house's own people, opened by whoever holds that key of the house. */
export function openWithHouseKey(
  { id, key }: HouseKey,
  field: SealedFieldName,
  { rowId, sealed }: { rowId: string; sealed: Uint8Array },
): Buffer {
  return openBytes(key, { caseId: noCase, keyId: id, rowId, field: sealedFields[field].code }, sealed)
}

/** Seals what `openWithHouseKey` opens. */
export function sealWithHouseKey(
  { id, key }: HouseKey,
  field: SealedFieldName,
  { rowId, plain }: { rowId: string; plain: Uint8Array },
): Buffer {
  return sealBytes(key, { caseId: noCase, keyId: id, rowId, field: sealedFields[field].code }, plain)
}

/** Seals and opens the fields of one transaction: a field opens only where a grant names its class for this actor and file. */
export class Vault {
  private readonly keys = new Map<string, KeyRow>()
  private readonly held = new Map<string, Held>()
  private readonly stored = new Map<string, Uint8Array>()
  private readonly heldInPart = new Set<string>()

  constructor(
    private readonly db: Tx,
    private readonly house: House,
    private readonly asker: Asker | 'migration' | 'matcher' | null,
  ) {}

  /** Loads the keys of files the asker reaches; a file out of reach leaves none, and one that is held is held as it was. */
  async load(files: readonly FileHeld[]): Promise<void> {
    const wanted = files.filter((file) => !this.held.has(file.id) || this.heldInPart.has(file.id))
    if (wanted.length === 0) return
    const ids = wanted.map((file) => file.id)
    const rows = await this.db.select().from(vaultKeys).where(inArray(vaultKeys.caseId, ids))
    for (const file of wanted) {
      this.held.set(file.id, file)
      this.heldInPart.delete(file.id)
    }
    this.unwrap(rows)
  }

  /** Takes one file and its keys that were read with it. */
  hold(file: FileHeld, keys: readonly WrappedKey[]): void {
    this.held.set(file.id, file)
    this.heldInPart.delete(file.id)
    this.unwrap(keys)
  }

  /** Forgets the files it holds: a stream that opens many takes them a batch at a time. */
  letGo(): void {
    for (const held of [this.keys, this.held, this.heldInPart]) held.clear()
  }

  /** Takes a file and some of its keys; the others are loaded when the file is. */
  holdInPart(file: FileHeld, keys: readonly WrappedKey[]): void {
    if (!this.held.has(file.id)) {
      this.held.set(file.id, file)
      this.heldInPart.add(file.id)
    }
    this.unwrap(keys)
  }

  /** Draws keys for a new file and its people; the rows are to be inserted with them. */
  draw(file: FileHeld, personIds: readonly string[], purposes: readonly ('file' | 'log')[] = []) {
    this.held.set(file.id, file)
    const wanted = [
      ...purposes.map((purpose) => ({ purpose, personId: null })),
      ...personIds.map((personId) => ({ purpose: 'person' as const, personId })),
    ]
    const epoch = currentEpochKey(this.house.keyring)
    return wanted.map(({ purpose, personId }) => {
      const row = { id: newId(), caseId: file.id, personId, purpose }
      const key = drawBytes(32)
      this.keep({ ...row, key: () => key })
      return { ...row, epoch: this.house.keyring.currentEpoch, wrapped: wrapKey(epoch, row.id, key) }
    })
  }

  seal(field: SealedFieldName, place: Place, text: string): Buffer {
    return this.sealRaw(field, place, Buffer.from(text, 'utf8'))
  }

  sealOptional(field: SealedFieldName, place: Place, text: string | undefined): Buffer | null {
    return text === undefined ? null : this.seal(field, place, text)
  }

  sealRaw(field: SealedFieldName, place: Place, plain: Uint8Array): Buffer {
    const row = this.keyFor(field, place)
    const { code } = sealedFields[field]
    return sealBytes(row.key(), { caseId: place.caseId, keyId: row.id, rowId: place.rowId, field: code }, plain)
  }

  /** @throws Refusal `forbidden` when no grant names the class; `not-found` when the file's key is out of reach */
  open(field: SealedFieldName, place: Place, sealed: Uint8Array): string {
    return this.openRaw(field, place, sealed).toString('utf8')
  }

  openOptional(field: SealedFieldName, place: Place, sealed: Uint8Array | null): string | null {
    return sealed === null ? null : this.open(field, place, sealed)
  }

  /** The text of a field, or null where there is none or the key that sealed it is gone. */
  openHeld(field: SealedFieldName, place: Place, sealed: Uint8Array | null): string | null {
    const row = sealed ? this.keys.get(keyIdOf(sealed)) : undefined
    return sealed && row ? this.openWith(row, field, { place, sealed }).toString('utf8') : null
  }

  openRaw(field: SealedFieldName, place: Place, sealed: Uint8Array): Buffer {
    return this.openWith(this.keys.get(keyIdOf(sealed)), field, { place, sealed })
  }

  private openWith(row: KeyRow | undefined, field: SealedFieldName, at: { place: Place; sealed: Uint8Array }): Buffer {
    const { class: fieldClass, code } = sealedFields[field]
    const { place, sealed } = at
    const held = this.held.get(place.caseId)
    if (!held) throw new Refusal('not-found')
    if (!this.mayOpen(fieldClass, held)) throw new Refusal('forbidden')
    if (!row) throw new Refusal('not-found')
    return openBytes(row.key(), { caseId: place.caseId, keyId: row.id, rowId: place.rowId, field: code }, sealed)
  }

  /** Draws the key of a file about to be stored. */
  drawStored(fileId: string): { epoch: number; wrapped: Buffer } {
    const key = drawBytes(32)
    this.stored.set(fileId, key)
    const epoch = this.house.keyring.currentEpoch
    return { epoch, wrapped: wrapKey(currentEpochKey(this.house.keyring), fileId, key) }
  }

  /** Takes the key of a stored file whose row the asker was shown. */
  holdStored(file: { id: string; epoch: number; wrapped: Uint8Array }): void {
    const epoch = this.house.keyring.epochs.get(file.epoch)
    if (epoch && this.asker) this.stored.set(file.id, unwrapKey(epoch, file.id, file.wrapped))
  }

  sealStored(field: SealedFieldName, place: StoredPlace, plain: Uint8Array): Buffer {
    return sealBytes(this.storedKey(place), storedAddress(field, place), plain)
  }

  /** @throws Refusal `not-found` when the key of the stored file is not at hand */
  openStored(field: SealedFieldName, place: StoredPlace, sealed: Uint8Array): Buffer {
    return openBytes(this.storedKey(place), storedAddress(field, place), sealed)
  }

  private storedKey({ fileId }: StoredPlace): Uint8Array {
    const key = this.stored.get(fileId)
    if (!key) throw new Refusal('not-found')
    return key
  }

  /** Text about the house's own people and its own log lines. */
  sealForHouse(field: SealedFieldName, rowId: string, plain: Uint8Array): Buffer {
    return sealWithHouseKey(this.houseKeyOf(field), field, { rowId, plain })
  }

  openForHouse(field: SealedFieldName, rowId: string, sealed: Uint8Array): Buffer {
    return openWithHouseKey(this.houseKeyOf(field), field, { rowId, sealed })
  }

  /** The name of a colleague or a team. Every page tells a few of the same ones, so those opened once are kept in memory. */
  nameForHouse(field: 'account.name' | 'team.name', rowId: string, sealed: Uint8Array): string {
    const names = openedNames.get(this.house) ?? new Map<string, string>()
    openedNames.set(this.house, names)
    const key = `${field} ${rowId} ${Buffer.from(sealed).toString('latin1')}`
    const name = names.get(key) ?? this.openForHouse(field, rowId, sealed).toString('utf8')
    if (names.size >= openedNamesMax) names.clear()
    names.set(key, name)
    return name
  }

  tag(purpose: TagPurpose, text: string): Buffer {
    return keyedTag(houseKey(this.house, purpose).key, text)
  }

  /** A new key of the house that will not last, as its row keeps it. */
  drawMonthKey(id: string): { id: string; epoch: number; wrapped: Buffer } {
    const epoch = this.house.keyring.currentEpoch
    return { id, epoch, wrapped: wrapKey(currentEpochKey(this.house.keyring), id, drawBytes(32)) }
  }

  openMonthKey({ id, epoch, wrapped }: { id: string; epoch: number; wrapped: Uint8Array }): HouseKey {
    const outer = this.house.keyring.epochs.get(epoch)
    if (!outer) throw new Refusal('not-found')
    return { id, key: unwrapKey(outer, id, wrapped) }
  }

  /** Whether the log key of a file is at hand, so that details about it can be sealed under it. */
  holdsLog = (caseId: string): boolean => this.keys.has(`${caseId} log`)

  /** Whether the key that sealed these bytes is at hand: not out of reach, and not destroyed. */
  holdsKeyOf = (sealed: Uint8Array): boolean => this.keys.has(keyIdOf(sealed))

  isHouseSealed = (sealed: Uint8Array): boolean => keyIdOf(sealed) === houseKey(this.house, 'log').id

  private mayOpen(fieldClass: FieldClass | 'staff', held: Held): boolean {
    if (this.asker === null || fieldClass === 'staff') return false
    if (this.asker === 'matcher') return matcherOpens.includes(fieldClass)
    return this.asker === 'migration' || opens(this.asker, fieldClass, held)
  }

  private houseKeyOf(field: SealedFieldName) {
    return houseKey(this.house, sealedFields[field].class === 'staff' ? 'staff' : 'log')
  }

  /** A key is unwrapped when something is first opened or sealed with it. */
  private unwrap(rows: readonly WrappedKey[]): void {
    for (const row of rows) {
      const epoch = this.house.keyring.epochs.get(row.epoch)
      if (!epoch || this.keys.has(row.id)) continue
      let unwrapped: Uint8Array | undefined
      this.keep({ ...row, key: () => (unwrapped ??= unwrapKey(epoch, row.id, row.wrapped)) })
    }
  }

  private keep(row: KeyRow): void {
    this.keys.set(row.id, row)
    this.keys.set(`${row.caseId} ${row.personId ?? row.purpose}`, row)
  }

  private keyFor(field: SealedFieldName, place: Place): KeyRow {
    const { under } = sealedFields[field]
    const owner = under === 'person' ? place.personId : under
    const row = this.keys.get(`${place.caseId} ${owner ?? ''}`)
    if (!row) throw new Refusal('not-found')
    return row
  }
}
