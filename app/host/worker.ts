import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Database } from '@/db/client'
import { connectionOf } from '@/db/connection'
import { keepJobs } from '@/db/jobs/keep-jobs'
import { sequence } from '@/db/log/sequence'
import { tidy } from '@/db/log/tidy'
import { refuseOtherLevel } from '@/db/migration-level'
import { readServerEnv } from '@/lib/env'
import { inWords, wordsFor } from './in-words'

type Duty = {
  role: 'vigil_sequencer' | 'vigil_clock'
  everyMs: number
  once: (db: Database) => Promise<unknown>
}

/** What goes on without a person at a pace of its own, each part of it as its own database role; the rest are jobs. */
const duties: readonly Duty[] = [{ role: 'vigil_sequencer', everyMs: 500, once: sequence }]

const stopping = new AbortController()

const tell = (role: Duty['role']) => (error: unknown) =>
  void process.stderr.write(`Vigil, ${role}: ${wordsFor(error)}\n`)

/** A duty that fails is told and tried again: one lost connection must not end the log. */
async function keep(duty: Duty, db: Database) {
  while (!stopping.signal.aborted) {
    await duty.once(db).catch(tell(duty.role))
    await pause(duty.everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
}

async function work() {
  const env = readServerEnv()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  const open = (role: Duty['role']) => connect(connectionOf(role, env), 1)
  const pools = { vigil_sequencer: open('vigil_sequencer'), vigil_clock: open('vigil_clock') }
  await refuseOtherLevel(pools.vigil_clock.sql)
  const jobs = await keepJobs({
    connection: connectionOf('vigil_clock', env),
    work: { tidy: () => tidy(pools.vigil_clock.db) },
    failed: tell('vigil_clock'),
  })
  // pg-boss awaits nobody when it writes down how a job ended: a connection lost at that moment must not end the log.
  process.on('unhandledRejection', tell('vigil_clock'))
  process.send?.('ready')
  const isAsked = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve))
  const heart = setInterval(() => undefined, 60_000)
  await Promise.all([isAsked, ...duties.map((duty) => keep(duty, pools[duty.role].db))])
  clearInterval(heart)
  await jobs.stop().catch(tell('vigil_clock'))
  for (const { sql } of Object.values(pools)) await sql.end({ timeout: 2 })
  process.exit(0)
}

await inWords(work)
