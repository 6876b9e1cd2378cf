import { randomBytes, randomUUID } from 'node:crypto'
import type { Connection } from '@/lib/database-url'
import { type Database, connect } from './client'
import { type Keyring, KeyringError, unwrapKey, wrapKey } from './keyring'
import { houseKeys } from './schema'

/** Keys of the house itself: its staff, its own log lines, one per kind of tag, the forms' signature. */
export const housePurposes = [
  'staff',
  'log',
  'email',
  'address',
  'name',
  'name-sound',
  'name-given',
  'pseudonym',
  'asked',
  'form',
  'import',
  'channel',
] as const
export type HousePurpose = (typeof housePurposes)[number]

export type HouseKey = { id: string; key: Uint8Array }

/** What a process holds to serve: its pool as one database role, the keyring, the house's keys opened. */
export type House = {
  db: Database
  keyring: Keyring
  keys: ReadonlyMap<HousePurpose, HouseKey>
  close: () => Promise<void>
}

const isPurpose = (text: string): text is HousePurpose => housePurposes.some((purpose) => purpose === text)

export async function readHouseKeys(db: Database, keyring: Keyring): Promise<Map<HousePurpose, HouseKey>> {
  const rows = await db.select().from(houseKeys)
  const keys = new Map<HousePurpose, HouseKey>()
  for (const row of rows) {
    const epoch = keyring.epochs.get(row.epoch)
    if (!epoch) throw new KeyringError('keys-wrong')
    if (isPurpose(row.purpose)) keys.set(row.purpose, { id: row.id, key: unwrapKey(epoch, row.id, row.wrapped) })
  }
  return keys
}

/** Draws whatever house key is missing; run by the owner at migration. */
export async function drawHouseKeys(db: Database, keyring: Keyring): Promise<void> {
  const standing = await readHouseKeys(db, keyring)
  const epoch = currentEpochKey(keyring)
  const missing = housePurposes
    .filter((purpose) => !standing.has(purpose))
    .map((purpose) => {
      const id = randomUUID()
      return { id, purpose, version: 1, epoch: keyring.currentEpoch, wrapped: wrapKey(epoch, id, randomBytes(32)) }
    })
  if (missing.length > 0) await db.insert(houseKeys).values(missing)
}

export function currentEpochKey(keyring: Keyring): Uint8Array {
  const key = keyring.epochs.get(keyring.currentEpoch)
  if (!key) throw new KeyringError('keys-wrong')
  return key
}

/** @throws KeyringError when the keyring does not fit the database */
export async function openHouse(connection: Connection, keyring: Keyring, max = 10): Promise<House> {
  const { sql, db } = connect(connection, max)
  const keys = await readHouseKeys(db, keyring)
  if (housePurposes.some((purpose) => !keys.has(purpose))) throw new KeyringError('keys-wrong')
  return { db, keyring, keys, close: () => sql.end({ timeout: 5 }) }
}

export function houseKey(house: House, purpose: HousePurpose): HouseKey {
  const key = house.keys.get(purpose)
  if (!key) throw new KeyringError('keys-missing')
  return key
}
