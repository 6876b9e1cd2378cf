import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { clusterIdOf, makeDataDir } from '@/db/embedded'
import { type Env, isInside, type World } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'

export type Folders = { dataDir: string; keysDir: string }

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'no reason given')

function openDataDir(env: Env, world: World): string {
  const dataDir = join(env.dataDir, world)
  try {
    makeDataDir(env.dataDir)
    makeDataDir(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = `The data folder ${dataDir} cannot be written (${codeOf(error)}): set VIGIL_DATA to a folder of yours.`
    throw new StartFailure(reason, { cause: error })
  }
  return dataDir
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** Under HOME or, where that is somebody else's (a service, `su` without a login), under this user's own home. */
function openKeysDir(env: Env, world: World, dataDir: string): string {
  const own = join(userInfo().homedir, '.config')
  const candidates = env.keysDir
    ? [join(env.keysDir, world)]
    : [env.configHome ?? own, own].map((folder) => join(resolve(folder), 'vigil', clusterIdOf(dataDir)))
  const keysDir = candidates.find(isMade)
  if (keysDir === undefined)
    throw new StartFailure(
      `The key folder ${candidates[0] ?? ''} cannot be written: set VIGIL_KEYS to a folder of yours.`,
    )
  return keysDir
}

/** Each world has its own two folders, and whoever takes the one with the data must not find the keys in it. */
export function openFolders(env: Env, world: World): Folders {
  const dataDir = openDataDir(env, world)
  const keysDir = openKeysDir(env, world, dataDir)
  if (isInside(realpathSync(keysDir), realpathSync(env.dataDir)))
    throw new StartFailure('The key folder lies inside the data folder: set VIGIL_KEYS to a folder outside VIGIL_DATA.')
  return { dataDir, keysDir }
}
