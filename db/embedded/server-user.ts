import { createHash } from 'node:crypto'
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** As whom the server runs: PostgreSQL refuses root, so root lends it a number of its own. */
export type ServerUser = { uid?: number; prefix: string[] }

const nobody = 65534

/** A number that no account has (systemd draws its passing users from the same range), the same for the same folder. */
const numberFor = (dataDir: string) => 61184 + (createHash('sha256').update(dataDir).digest().readUInt16BE() % 4300)

const isOpenToOthers = (path: string): boolean =>
  path === dirname(path) || ((statSync(path).mode & 0o001) !== 0 && isOpenToOthers(dirname(path)))

/**
 * Where every folder on the way lets others pass, root's server runs under a number of its own. Where one does not, it
 * runs in a user namespace that shows it `nobody`, and its files stay root's. Anybody else runs it as himself.
 */
export function serverUser(dataDir: string, programs: string): ServerUser {
  if (process.getuid?.() !== 0) return { prefix: [] }
  if (isOpenToOthers(dataDir) && isOpenToOthers(programs)) return { uid: numberFor(dataDir), prefix: [] }
  return { prefix: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`] }
}

/** initdb looks its user up by name, so for that one step the server's number is the one that has a name everywhere. */
export const initUser = (user: ServerUser): ServerUser => (user.uid === undefined ? user : { ...user, uid: nobody })

/** Gives a folder and all in it to the user the server runs as; root alone can, and needs to. */
export function giveTo(user: ServerUser, folder: string) {
  if (process.getuid?.() !== 0) return
  const owner = user.uid ?? 0
  if (statSync(folder).uid === owner) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), owner, owner)
  }
  chownSync(folder, owner, owner)
}
