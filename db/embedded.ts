import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Binaries, findBinaries } from '@/db/embedded/binaries'
import { holdLock, lockHolder } from '@/db/embedded/hold-lock'
import { initCluster } from '@/db/embedded/init-cluster'
import { outlive, type Serving, startPostmaster, stopPostmaster } from '@/db/embedded/postmaster'
import { giveTo, type ServerUser, serverUser } from '@/db/embedded/server-user'
import { settleLeftovers } from '@/db/embedded/settle-leftovers'
import { hasRolePassword, rolePassword, scramVerifier } from '@/db/role-password'
import type { Connection } from '@/lib/database-url'
import { StartFailure } from '@/lib/start-failure'

export type Place = { dataDir: string; keysDir: string; throwAway?: boolean }

export type Cluster = {
  clusterId: string
  socketDir: string
  port: number
  superuser: Connection
  /** The number of the server's process. */
  pid: number
  /** Settles when the server has ended, whether asked to or not. */
  ended: Promise<void>
  stop: () => Promise<void>
}

const port = 5432
const socketPathBytesMax = 100

function idKept(file: string, makeId: () => string): string {
  if (!existsSync(file)) writeFileSync(file, `${makeId()}\n`, { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The name of a data folder, drawn once; its key folder carries the same. */
export const clusterIdOf = (dataDir: string) => idKept(join(dataDir, 'cluster.id'), randomUUID)

/** A lost key folder is never silently replaced, and one of another data folder is never used. */
function checkKeys({ dataDir, keysDir }: Place, clusterId: string) {
  const isMade = existsSync(join(dataDir, 'postgres', 'PG_VERSION'))
  if (isMade && !hasRolePassword(keysDir, 'postgres'))
    throw new StartFailure(`The keys of the data folder ${dataDir} are missing: ${keysDir} does not hold them.`)
  mkdirSync(keysDir, { recursive: true, mode: 0o700 })
  if (idKept(join(keysDir, 'cluster.id'), () => clusterId) !== clusterId)
    throw new StartFailure(`The keys in ${keysDir} belong to another data folder than ${dataDir}.`)
}

/** A fresh folder that only the server's user, and root, can enter; a socket's path may have hardly 100 bytes. */
function makeSocketDir({ uid }: ServerUser) {
  const folder = join(tmpdir(), 'vigil-')
  const socketDir = mkdtempSync(Buffer.byteLength(folder) + 24 > socketPathBytesMax ? '/tmp/vigil-' : folder)
  if (uid !== undefined) chownSync(socketDir, uid, uid)
  return socketDir
}

async function refuseWrongPassword(superuser: Connection, { dataDir, keysDir }: Place) {
  const sql = postgres({ ...superuser, max: 1 })
  try {
    await sql`select`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '28P01')
      throw new StartFailure(`The keys in ${keysDir} do not fit the data folder ${dataDir}.`, { cause: error })
    throw error
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function serve(folders: Place, serving: Serving) {
  const child = await startPostmaster(serving)
  const release = outlive(child, serving.socketDir)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    release()
    await stopPostmaster(child)
    rmSync(serving.socketDir, { recursive: true, force: true })
  }
  const password = rolePassword(folders.keysDir, 'postgres')
  const place = { host: serving.socketDir, port, database: 'postgres', ssl: false, prepare: true }
  const superuser = { ...place, username: 'postgres', password }
  try {
    await refuseWrongPassword(superuser, folders)
  } catch (error) {
    await stop()
    throw error
  }
  return { socketDir: serving.socketDir, port, superuser, pid: child.pid ?? 0, ended, stop }
}

async function prepare(place: Place, binaries: Binaries): Promise<Omit<Serving, 'socketDir'>> {
  const { dataDir, keysDir, throwAway = false } = place
  const clusterDir = join(dataDir, 'postgres')
  const user = serverUser(dataDir, binaries.folder)
  if (existsSync(clusterDir)) {
    await settleLeftovers(clusterDir)
    giveTo(user, clusterDir)
  } else {
    const verifier = scramVerifier(rolePassword(keysDir, 'postgres'))
    initCluster({ clusterDir, verifier, binaries, user, throwAway })
  }
  return { clusterDir, logFile: join(dataDir, 'postgres.log'), binaries, user, throwAway }
}

const lockIn = (dataDir: string) => join(dataDir, 'lock')

const heldBy = (pid: number, dataDir: string) =>
  new StartFailure(`Another Vigil (process ${pid}) already runs on the data folder ${dataDir}.`)

/** Of two starts the second learns of the first before it stumbles over its port. */
export function refuseHeld(dataDir: string) {
  const pid = lockHolder(lockIn(dataDir))
  if (pid !== undefined) throw heldBy(pid, dataDir)
}

/** A folder the server may pass through and nobody may list. */
export function makeDataDir(dataDir: string) {
  if (mkdirSync(dataDir, { recursive: true, mode: 0o711 })) chmodSync(dataDir, 0o711)
}

/**
 * Starts the PostgreSQL that ships with Vigil on a data folder, which it makes where there is none. It listens on a
 * socket in a folder of its own, for this process's user alone, and asks everyone for a password; the passwords are in
 * the key folder. It ends with `stop`, or when this process ends. With `throwAway` a crash may lose data. Throws a
 * StartFailure when another live process holds the data folder, when keys are missing or wrong, or it cannot start.
 */
export async function startEmbedded(place: Place): Promise<Cluster> {
  makeDataDir(place.dataDir)
  const lock = holdLock(lockIn(place.dataDir))
  if ('heldBy' in lock) throw heldBy(lock.heldBy, place.dataDir)
  try {
    const clusterId = clusterIdOf(place.dataDir)
    checkKeys(place, clusterId)
    const prepared = await prepare(place, findBinaries(place.dataDir))
    const cluster = await serve(place, { ...prepared, socketDir: makeSocketDir(prepared.user) })
    const stop = async () => {
      await cluster.stop()
      lock.release()
    }
    return { clusterId, ...cluster, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}
