import { createTransport } from 'nodemailer'
import { words } from '@/app/words'
import type { Reminder } from '@/db/reminders/remind'
import { MailFailed } from '@/lib/accounts/mail-failed'
import type { Smtp } from '@/lib/smtp-url'

const patienceMs = 15_000

/** Where a mail is handed in, whom it comes from, and the address of the house that it names. */
type Mailing = { smtp: Smtp; from: string; house: string }

/** What a server or the library says may hold the address: the code of the library alone is kept. */
function failureOf(error: unknown): MailFailed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return new MailFailed(/^[A-Z]+$/.test(code) ? code : 'unknown', code === 'EENVELOPE')
}

/** Sends what says that there are tasks and where the house is, and nothing else. */
export function mailer({ smtp, from, house }: Mailing) {
  const transport = createTransport({
    ...smtp,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  return async ({ to, locale }: Reminder): Promise<void> => {
    const t = words(locale)
    const mail = {
      from,
      to: { name: '', address: to },
      subject: t('clock.mailSubject'),
      text: `${t('clock.mailBody')}\n\n${house}\n`,
    }
    await transport.sendMail({ ...mail, xMailer: false }).catch((error: unknown) => {
      throw failureOf(error)
    })
  }
}
