import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { houseKey } from '@/db/house'
import { markLevel } from '@/db/refuse-other-level'
import { childVariables, databaseVariables, passwordVariable } from '@/lib/env'
import { anOpenFile } from '../../support/cases'
import { mailServer } from '../../support/mail-server'
import { makeWorld } from '../../support/world'

const world = await makeWorld()

/** The process as `npm start` starts it: it is given one password, one key, and neither the key folder nor anybody else's. */
function variables(port: number) {
  const connection = world.connection('vigil_notifier')
  const { id, key } = houseKey(world.house, 'staff')
  return {
    ...childVariables(),
    ...databaseVariables(connection),
    ...passwordVariable('vigil_notifier', connection.password),
    NODE_ENV: 'production' as const,
    VIGIL_WORLD: 'own',
    VIGIL_SMTP: `smtp://127.0.0.1:${port}`,
    VIGIL_MAIL_FROM: 'vigil@house.example',
    VIGIL_MAIL_KEY: `${id}:${Buffer.from(key).toString('base64')}`,
    NEXTAUTH_URL: 'https://vigil.house.example',
  }
}

async function notifying(port: number, until: () => boolean) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/host/notifier.ts'], { env: variables(port) })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const ended = new Promise((resolve) => child.once('close', resolve))
  await expect.poll(() => until() || said !== '', { timeout: 20_000 }).toBe(true)
  child.kill('SIGTERM')
  return { code: await ended, said }
}

test('the notifier sends what is due and ends when it is asked to; of a server that is gone it tells a code and no address', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const file = await anOpenFile(world, worker)
  const { sql } = world.owner
  await markLevel(sql)
  await sql`update task set due_at = now() where case_id = ${file.id}`
  const hour = new Date().getUTCHours()
  await sql`update account set time_zone = ${`Etc/GMT${hour > 12 ? '+' : '-'}${Math.abs(12 - hour)}`} where id = ${worker.id}`
  await sql`select ask_reminders()`
  const server = mailServer(() => false)
  const port = await server.listening
  expect(await notifying(port, () => server.taken.length > 0)).toEqual({ code: 0, said: '' })
  expect(server.taken.map(({ to }) => to)).toEqual([worker.email])
  await server.close()
  await sql`update reminder set reminded_at = null`
  const { said } = await notifying(port, () => false)
  expect(said).toBe("Vigil's notifier: A reminder was not taken by the mail server (ESOCKET).\n")
})
