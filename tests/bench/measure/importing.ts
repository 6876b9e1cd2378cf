import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { csvRow } from '@/lib/csv'
import { Seeded } from '@/lib/seeded'
import type { Connection } from '@/lib/database-url'
import { bareRows } from '../generator/bare-rows'
import { caseworkerEmail } from '../generator/make-staff'
import type { Client } from '../http/client'
import { hiddenFields, multipart, post } from '../http/plain-form'
import { signIn } from '../http/sign-in'
import { type Row, atLeast, atMost } from '../report'
import { startOurs } from '../servers'
import { answers } from './opening'

type Given = { owner: Connection; keysDir: string; files: number }

const patienceMs = 900_000
const seed = 20_260_402

const unheard = (draw: Seeded): string =>
  String.fromCodePoint(...Array.from({ length: 3 }, () => 0xac00 + draw.whole(11_172)))

/** As many people as are wanted, of whom nobody has heard, with the answers of an urgent call each. */
function listOf(files: number): Buffer {
  const headings = answers().map(([field]) => field)
  const rows = Array.from({ length: files }, (_, number) => {
    const draw = new Seeded(seed, number)
    const names = new Map([
      ['name', unheard(draw)],
      ['otherName', `Zvolt ${unheard(draw)}`],
    ])
    return csvRow(answers().map(([field, text]) => names.get(field) ?? text))
  })
  return Buffer.from(csvRow(headings) + rows.join(''))
}

const megabytes = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

async function sendList(client: Client, files: number): Promise<string> {
  const hidden = hiddenFields(await client.page('/import'), 'send-list')
  const body = multipart(hidden, { name: 'file', fileName: 'list.csv', bytes: listOf(files) })
  const { status, headers } = await post(client, '/api/imports', body)
  if (status !== 303 || !headers.location?.includes('/import/')) throw new Error(`the list was not taken: ${status}`)
  return headers.location
}

type Sent = { path: string; form: string; given: readonly [string, string][] }

async function send(client: Client, { path, form, given }: Sent): Promise<void> {
  const fields = new Map([...hiddenFields(await client.page(path), form), ...given])
  const { status } = await post(client, path, multipart([...fields]))
  if (status !== 303) throw new Error(`${form} was not taken: ${status}`)
}

/** What the import came to, and how much memory its process held on the way. */
async function ended(sql: postgres.Sql, { state, pid }: { state: string; pid: number | undefined }) {
  const memory: number[] = []
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    memory.push(megabytes(pid))
    const [row] = await sql<{ done: number; left: number }[]>`
      select rows_done as done, rows_bad + rows_matched as left from import_batch where state = ${state}`
    if (row) return { ...row, memory }
    await pause(100)
  }
  throw new Error('the list does not end')
}

const columns = (): [string, string][] => [
  ...answers().map(([field], place): [string, string] => [`column${place}`, field]),
  ['sourceType', 'NGO'],
  ['distance', 'unknown'],
  ['situation', 'UNVERIFIED'],
]

function rowsOf(given: { done: number; seconds: number; memory: readonly number[]; floor: number }): Row[] {
  const { done, seconds, memory, floor } = given
  const middle = Math.ceil(memory.length / 2)
  const [first, second] = [Math.max(...memory.slice(0, middle)), Math.max(...memory.slice(middle))]
  return [
    atLeast(`importing ${done} whole cases`, { ours: done / seconds, floor, budget: 0.16 * floor, unit: '/s' }),
    atMost('… memory of the server, peak', { ours: Math.max(first, second), budget: 300, unit: 'MB' }),
    atMost('… memory, second half beside the first', { ours: second / first, budget: 1.1, unit: '×' }),
  ]
}

/** A list sent, named, tried out and imported as a person does it, on a server of its own; beside it a bare COPY of as many rows. */
export async function measureImporting({ owner, keysDir, files }: Given): Promise<Row[]> {
  const sql = postgres({ ...owner, max: 1, onnotice: () => undefined })
  const server = await startOurs(owner, keysDir)
  try {
    const client = await signIn(server.origin, caseworkerEmail, 2)
    const path = await sendList(client, files)
    await send(client, { path, form: 'map', given: columns() })
    await ended(sql, { state: 'checked', pid: server.pid })
    const from = performance.now()
    await send(client, { path, form: 'start', given: [['matched', 'leave']] })
    const { done, left, memory } = await ended(sql, { state: 'done', pid: server.pid })
    const seconds = (performance.now() - from) / 1000
    const { rows, seconds: bare } = await bareRows(sql)
    process.stdout.write(`${done} cases imported, ${left} rows left out; a case is ${(rows / done).toFixed(1)} rows\n`)
    return rowsOf({ done, seconds, memory, floor: done / bare })
  } finally {
    await server.stop()
    await sql.end()
  }
}
