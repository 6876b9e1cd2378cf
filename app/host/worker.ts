import { setTimeout as pause } from 'node:timers/promises'
import { type Database, connect } from '@/db/client'
import { connectionOf } from '@/db/connection'
import { keepJobs } from '@/db/jobs/keep-jobs'
import { sequence } from '@/db/log/sequence'
import { tidy } from '@/db/log/tidy'
import { raiseTasks } from '@/db/tasks/raise-tasks'
import { askReminders } from '@/db/reminders/ask-reminders'
import { refuseOtherLevel } from '@/db/refuse-other-level'
import { readServerEnv } from '@/lib/env'
import { inWords, wordsFor } from './in-words'

const sequenceEveryMs = 500

const stopping = new AbortController()

/** A failure is told and the work goes on: one lost connection must not end the log. */
const tell = (error: unknown) => void process.stderr.write(`Vigil's worker: ${wordsFor(error)}\n`)

async function keepSequencing(db: Database) {
  while (!stopping.signal.aborted) {
    await sequence(db).catch(tell)
    await pause(sequenceEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
}

/** What goes on without a person, each part as its own database role, until this process is asked to end. */
async function work() {
  const env = readServerEnv()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  const sequencer = connect(connectionOf('vigil_sequencer', env), 1)
  const clock = connect(connectionOf('vigil_clock', env), 1)
  await refuseOtherLevel(clock.sql)
  const jobs = await keepJobs({
    connection: connectionOf('vigil_clock', env),
    work: {
      reminders: () => askReminders(clock.db),
      tidy: () => tidy(clock.db),
      tasks: async () => {
        await raiseTasks(clock.db)
      },
    },
    failed: tell,
  })
  await keepSequencing(sequencer.db)
  await jobs.stop()
  await Promise.all([sequencer, clock].map(({ sql }) => sql.end({ timeout: 2 })))
  process.exit(0)
}

await inWords(work)
