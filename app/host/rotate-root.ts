import { rotateRoot } from '@/db/keyring'
import { readEnv } from '@/lib/env'
import { chooseWorld } from './choose-world'
import { inWords } from './in-words'
import { openFolders } from './open-folders'

/** Draws a new root key and wraps the epoch keys anew; a running server goes on, for nothing in the database changes. */
async function rotate() {
  const env = readEnv()
  const { keysDir } = openFolders(env, await chooseWorld(env))
  rotateRoot(keysDir)
  process.stdout.write(`The root key in ${keysDir} is new.\n`)
}

await inWords(rotate)
