import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '@/db/client'
import { connectionOf } from '@/db/connection'
import { openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import { searchStep } from '@/db/matches/search-step'
import { refuseOtherLevel } from '@/db/refuse-other-level'
import { readServerEnv } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'
import { inWords, wordsFor } from './in-words'

const restMs = 2_000

const stopping = new AbortController()

/** A failure is told and the work goes on: a step that failed left nothing behind. */
const tell = (error: unknown) => {
  process.stderr.write(`Vigil's matcher: ${wordsFor(error)}\n`)
  return false
}

/** Looks for files about one person, as its own database role, until this process is asked to end. */
async function match() {
  const env = readServerEnv()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  if (!env.keysDir) throw new StartFailure('VIGIL_KEYS is missing.')
  const connection = connectionOf('vigil_matcher', env)
  const { sql } = connect(connection, 1)
  await refuseOtherLevel(sql).finally(() => sql.end({ timeout: 2 }))
  const house = await openHouse(connection, openKeyring(env.keysDir), 1)
  while (!stopping.signal.aborted) {
    const isMoreLeft = await searchStep(house, new Date()).catch(tell)
    if (!isMoreLeft) await pause(restMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
  await house.close()
  process.exit(0)
}

await inWords(match)
