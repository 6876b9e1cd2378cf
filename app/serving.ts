import { connectionOf } from '@/db/connection'
import { type House, openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import { readServerEnv } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'

const poolConnections = 16

async function open(): Promise<House> {
  const env = readServerEnv()
  if (!env.keysDir) throw new StartFailure('VIGIL_KEYS is missing.')
  return openHouse(connectionOf('vigil_app', env), openKeyring(env.keysDir), poolConnections)
}

const kept: { house?: Promise<House>; env?: ReturnType<typeof readServerEnv> } = {}

/** What this process serves with, opened once: its pool as the application role, and the keys. */
export function serving(): Promise<House> {
  kept.house ??= open()
  return kept.house
}

export function serverEnv(): ReturnType<typeof readServerEnv> {
  kept.env ??= readServerEnv()
  return kept.env
}
