import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '@/db/client'
import { connectionOf } from '@/db/connection'
import { remind } from '@/db/reminders/remind'
import { refuseOtherLevel } from '@/db/refuse-other-level'
import { MailFailed } from '@/lib/accounts/mail-failed'
import { readServerEnv } from '@/lib/env'
import { StartFailure } from '@/lib/start-failure'
import { inWords, wordsFor } from './in-words'
import { mailer } from './mailer'

/** How soon it sees whom a job of the worker has written down, and how long it leaves a mail server that failed alone. */
const [lookEveryMs, retryAfterMs] = [15_000, 600_000]

const stopping = new AbortController()

const said = (error: unknown) =>
  error instanceof MailFailed ? `A reminder was not taken by the mail server (${error.code}).` : wordsFor(error)

/** A failure is told and the work goes on: what was not sent is tried again. */
const tell = (error: unknown) => void process.stderr.write(`Vigil's notifier: ${said(error)}\n`)

/** The key that opens addresses, as the migration handed it on: this process never sees the key folder. */
function keyIn(text: string | undefined) {
  const [id, key] = text?.split(':') ?? []
  if (!id || !key) throw new StartFailure('VIGIL_MAIL_KEY is missing.')
  return { id, key: Buffer.from(key, 'base64') }
}

/** Says by e-mail that tasks are due, as its own database role, until this process is asked to end. */
async function notify() {
  const env = readServerEnv()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  if (!env.mail) throw new StartFailure('VIGIL_SMTP is missing.')
  const { sql, db } = connect(connectionOf('vigil_notifier', env), 1)
  const send = mailer({ ...env.mail, house: env.nextAuthUrl ?? '' })
  const key = keyIn(env.mailKey)
  await refuseOtherLevel(sql)
  while (!stopping.signal.aborted) {
    const waitMs = await remind({ db, key, send, failed: tell }).then(
      () => lookEveryMs,
      (error: unknown) => (tell(error), retryAfterMs),
    )
    await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
  await sql.end({ timeout: 2 })
  process.exit(0)
}

await inWords(notify)
