import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { drawBytes } from '@/lib/vault/draw-bytes'

export class KeyringError extends Error {
  constructor(readonly code: 'keys-missing' | 'keys-wrong') {
    super(code)
  }
}

/** The keys that live outside the database. `epochs` are in clear in memory alone. */
export type Keyring = {
  folder: string
  epochs: ReadonlyMap<number, Uint8Array>
  currentEpoch: number
  sessionSecret: string
}

const EpochFile = z.object({ epochs: z.array(z.object({ epoch: z.number().int(), wrapped: z.base64() })).min(1) })
type EpochFile = z.infer<typeof EpochFile>

const nonceBytes = 12
const tagBytes = 16

/** Wraps a 32-byte key with another (AES-256-GCM, the key's name as associated data): nonce ‖ ciphertext ‖ tag. */
export function wrapKey(outer: Uint8Array, name: string, key: Uint8Array): Buffer {
  const nonce = drawBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', outer, nonce)
  cipher.setAAD(Buffer.from(name))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** @throws KeyringError `keys-wrong` when the outer key or the name is not the one it was wrapped with */
export function unwrapKey(outer: Uint8Array, name: string, wrapped: Uint8Array): Buffer {
  const key = tryUnwrap(outer, name, wrapped)
  if (!key) throw new KeyringError('keys-wrong')
  return key
}

/** The key, or null when this outer key or name does not open it. */
function tryUnwrap(outer: Uint8Array, name: string, wrapped: Uint8Array): Buffer | null {
  const bytes = Buffer.from(wrapped)
  const decipher = createDecipheriv('aes-256-gcm', outer, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(name))
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes)), decipher.final()])
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

const epochName = (epoch: number) => `epoch ${String(epoch)}`
const nextRootPath = (folder: string) => join(folder, 'root.key.next')
const rootPath = (folder: string) => join(folder, 'root.key')
const epochsPath = (folder: string) => join(folder, 'epochs.json')
const sessionPath = (folder: string) => join(folder, 'session.key')

function writePrivately(path: string, content: string): void {
  const draft = `${path}.new`
  writeFileSync(draft, content, { mode: 0o600, flush: true })
  rename(draft, path)
}

/** On disk before anything is built on it: a key that a power cut loses is everything lost. */
function rename(from: string, to: string): void {
  renameSync(from, to)
  const folder = openSync(dirname(to), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function writeEpochs(folder: string, root: Uint8Array, epochs: ReadonlyMap<number, Uint8Array>): void {
  const file: EpochFile = {
    epochs: [...epochs].map(([epoch, key]) => ({
      epoch,
      wrapped: wrapKey(root, epochName(epoch), key).toString('base64'),
    })),
  }
  writePrivately(epochsPath(folder), JSON.stringify(file))
}

export const keyringStands = (folder: string): boolean =>
  [rootPath, epochsPath, sessionPath].some((path) => existsSync(path(folder)))

/** Draws a new keyring into a folder that has none. */
export function createKeyring(folder: string): Keyring {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const root = randomBytes(32)
  writePrivately(rootPath(folder), root.toString('base64'))
  writePrivately(sessionPath(folder), randomBytes(32).toString('base64'))
  writeEpochs(folder, root, new Map([[1, randomBytes(32)]]))
  return openKeyring(folder)
}

/** Reads the epoch keys under this root key; nothing when the root key is another. */
function epochsUnder(folder: string, rootFile: string): Map<number, Uint8Array> | null {
  const root = Buffer.from(readFileSync(rootFile, 'utf8'), 'base64')
  const parsed = EpochFile.safeParse(JSON.parse(readFileSync(epochsPath(folder), 'utf8')))
  if (!parsed.success || root.length !== 32) throw new KeyringError('keys-wrong')
  const opened = new Map<number, Uint8Array>()
  for (const { epoch, wrapped } of parsed.data.epochs) {
    const key = tryUnwrap(root, epochName(epoch), Buffer.from(wrapped, 'base64'))
    if (!key) return null
    opened.set(epoch, key)
  }
  return opened
}

/** @throws KeyringError when a key file is missing, or does not open under the root key */
export function openKeyring(folder: string): Keyring {
  if (![rootPath, epochsPath, sessionPath].every((path) => existsSync(path(folder)))) {
    throw new KeyringError('keys-missing')
  }
  const sessionSecret = readFileSync(sessionPath(folder), 'utf8').trim()
  const next = nextRootPath(folder)
  const epochs = epochsUnder(folder, rootPath(folder)) ?? (existsSync(next) ? epochsUnder(folder, next) : null)
  if (!epochs || sessionSecret === '') throw new KeyringError('keys-wrong')
  return { folder, epochs, currentEpoch: Math.max(...epochs.keys()), sessionSecret }
}

/**
 * Draws a new root key and wraps the epoch keys anew: nothing in the database changes.
 * Cut off at any point, one of the two roots on disk opens the epochs; the next rotation first ends the one cut off,
 * or it would overwrite the only root that does.
 */
export function rotateRoot(folder: string): Keyring {
  const { epochs } = openKeyring(folder)
  if (!epochsUnder(folder, rootPath(folder))) rename(nextRootPath(folder), rootPath(folder))
  const root = randomBytes(32)
  writePrivately(nextRootPath(folder), root.toString('base64'))
  writeEpochs(folder, root, epochs)
  rename(nextRootPath(folder), rootPath(folder))
  return openKeyring(folder)
}
