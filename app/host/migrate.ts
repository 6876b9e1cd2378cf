import postgres from 'postgres'
import { connectionOf } from '@/db/connection'
import { loadDemo } from '@/db/demo/load-demo'
import { type House, houseKey, openHouse } from '@/db/house'
import { createKeyring, type Keyring, keyringStands, openKeyring } from '@/db/keyring'
import { migrate } from '@/db/migrate'
import { markLevel, refuseNewer } from '@/db/refuse-other-level'
import { rolePassword, scramVerifier } from '@/db/role-password'
import { type FoundingLinks, foundWorld } from '@/db/worlds/found-world'
import type { Connection } from '@/lib/database-url'
import { type LoginRole, readServerEnv, type ServerEnv } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'
import { inWords } from './in-words'

/** The start program speaks for this one, so it is told, not printed, what a person should read. */
const say = (message: { lines: string[]; mailKey?: string }) =>
  new Promise((resolve) => (process.send ? process.send(message, resolve) : resolve(undefined)))

async function withOwner<Value>(owner: Connection, deed: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const sql = postgres({ ...owner, max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    return await deed(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** New keys are drawn only for a database that has never had any. */
async function keyringFor(owner: Connection, keysDir: string) {
  if (keyringStands(keysDir)) return openKeyring(keysDir)
  const isFresh = await withOwner(owner, async (sql) => {
    const [row] = await sql<{ found: string | null }[]>`select to_regclass('public.house_key')::text as found`
    return !row?.found
  })
  if (!isFresh) throw new StartFailure(`The keys of this database are missing: ${keysDir} does not hold them.`)
  return createKeyring(keysDir)
}

async function migrateWorld() {
  const env = readServerEnv()
  const owner = connectionOf('vigil_owner', env)
  if (!env.keysDir) throw new StartFailure('VIGIL_KEYS is missing.')
  const keysDir = env.keysDir
  await withOwner(owner, refuseNewer)
  const keyring = await keyringFor(owner, keysDir)
  const verifier = (role: LoginRole) => scramVerifier(rolePassword(keysDir, role))
  const passwords = {
    vigil_app: verifier('vigil_app'),
    vigil_sequencer: verifier('vigil_sequencer'),
    vigil_clock: verifier('vigil_clock'),
    vigil_notifier: verifier('vigil_notifier'),
    vigil_matcher: verifier('vigil_matcher'),
  }
  await migrate({ owner, passwords, keyring, now: new Date() })
  await withOwner(owner, markLevel)
  await say(await openWorld(env, keyring))
}

/** What opens the addresses of accounts, for the one process that writes to them. */
function mailKeyOf(house: House) {
  const { id, key } = houseKey(house, 'staff')
  return { mailKey: `${id}:${Buffer.from(key).toString('base64')}` }
}

/** Fills a demonstration that is empty, or draws the links by which an empty world of one's own is founded. */
async function openWorld(env: ServerEnv, keyring: Keyring): Promise<{ lines: string[]; mailKey?: string }> {
  const owner = await openHouse(connectionOf('vigil_owner', env), keyring, 1)
  try {
    if (env.world === 'own')
      return { lines: linkLines(await foundWorld(owner, new Date()), env), ...(env.sendsMail ? mailKeyOf(owner) : {}) }
    const password = rolePassword(keyring.folder, 'vigil_app')
    const app = await openHouse({ ...connectionOf('vigil_owner', env), username: 'vigil_app', password }, keyring, 4)
    await loadDemo({ owner, app, password: env.demoPassword ?? '', now: new Date() }).finally(() => app.close())
    return { lines: [] }
  } finally {
    await owner.close()
  }
}

const linkLines = (links: Partial<FoundingLinks> | null, { nextAuthUrl }: ServerEnv): string[] =>
  links
    ? [
        'This world is being founded. Each of these links works once, for three days, until the next start:',
        ...(links.admin ? [`  the admin        ${nextAuthUrl ?? ''}/join/${links.admin}`] : []),
        ...(links.coordinator ? [`  the coordinator  ${nextAuthUrl ?? ''}/join/${links.coordinator}`] : []),
      ]
    : []

await inWords(migrateWorld)
