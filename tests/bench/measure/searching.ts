import postgres, { type Sql } from 'postgres'
import type { Connection } from '@/lib/database-url'
import { clearNames } from '../generator/clear-names'
import type { Holders } from '../generator/draw-file'
import { type Burst, burst, inTurn } from '../http/burst'
import type { Client } from '../http/client'
import { hiddenFields, multipart, post } from '../http/plain-form'
import { type Row, atLeast, atMost } from '../report'
import { attestedNames, recalls } from './recall'

export type Searching = {
  coordinator: Client
  small: Client
  floor: Client
  /** The databases: ours, its tenth, and the floor's. */
  owners: readonly Connection[]
  floorDatabase: Connection
  world: { seed: number; files: number; holders: Holders }
}

const searchesOfBurst = 48
const sixteen = 16

const open = (connection: Connection) => postgres({ ...connection, max: 1, onnotice: () => undefined })

/** One search as a person makes it: the form is sent, and the page it leads to is drawn. */
async function find(client: Client, { path, body }: { path: string; body: Buffer }): Promise<void> {
  const { status, headers } = await post(client, path, body)
  if (status !== 303 || !headers.location) throw new Error(`nothing was looked for: ${status}`)
  await client.page(new URL(headers.location, client.origin).pathname)
}

type Asking = { texts: readonly string[]; kind?: string; connections: number }

const run = (connections: number, client: Client, forms: readonly { path: string; body: Buffer }[]) =>
  burst(
    async (place) => {
      const form = forms[place]
      if (form) await find(client, form)
    },
    { connections, requests: forms.length, seconds: 30 },
  )

const partOf = (texts: readonly string[], turn: number) =>
  Array.from({ length: searchesOfBurst }, (_, place) => texts[(turn * searchesOfBurst + place) % texts.length] ?? '')

/** Who searches a hundred times an hour is slowed; that is taken back before each burst. */
function ours(client: Client, limits: readonly Sql[], { texts, kind = '', connections }: Asking) {
  let turn = 0
  return async (): Promise<Burst> => {
    for (const sql of limits) await sql`delete from may_exist_use`
    const forms: { path: string; body: Buffer }[] = []
    for (const text of partOf(texts, turn++)) {
      const hidden = hiddenFields(await client.page('/search'), 'find')
      forms.push({ path: '/search', body: multipart([...hidden, ['text', text], ['kind', kind]]) })
    }
    return run(connections, client, forms)
  }
}

function floors(floor: Client, index: string, { texts, connections }: Asking) {
  let turn = 0
  return (): Promise<Burst> => {
    const forms = partOf(texts, turn++).map((text) => {
      return { path: '/find', body: multipart([...Object.entries({ index, text })]) }
    })
    return run(connections, floor, forms)
  }
}

type Names = { letters: string; texts: readonly string[] }

async function nameRows({ coordinator, small, floor }: Searching, limits: Sql[], { letters, texts }: Names) {
  const alone = { texts, kind: 'name', connections: 1 }
  const together = { texts, kind: 'name', connections: sixteen }
  const [large, tenth] = [ours(coordinator, limits, alone), ours(small, limits, alone)]
  const [bigram, trigram] = [floors(floor, 'bigram', alone), floors(floor, 'trigram', alone)]
  for (const warm of [large, tenth, bigram, trigram]) for (let round = 0; round < 3; round++) await warm()
  const one = await inTurn({ large, tenth, bigram, trigram })
  const many = await inTurn({
    large: ours(coordinator, limits, together),
    bigram: floors(floor, 'bigram', together),
  })
  const name = `a name in ${letters}`
  process.stdout.write(
    `${name}: trigrams p50 ${one('trigram').p50.toFixed(2)} ms, p95 ${one('trigram').p95.toFixed(2)} ms\n`,
  )
  const [mine, theirs, budget] = [one('large'), one('bigram'), 0.3 * many('bigram').perSecond]
  const rate = { ours: many('large').perSecond, floor: many('bigram').perSecond, budget, unit: '/s' }
  return [
    atMost(`${name}: p50`, { ours: mine.p50, floor: theirs.p50, budget: 4 * theirs.p50, unit: 'ms' }),
    atMost(`${name}: p95`, { ours: mine.p95, floor: theirs.p95, budget: 15 * theirs.p95, unit: 'ms' }),
    atLeast(`${name}: 16 at once`, rate),
    atMost(`${name}: growth with ten times the files`, {
      ours: mine.p50 / one('tenth').p50,
      budget: 3,
      unit: '×',
    }),
  ]
}

const wordsOfNotes = ['checkpoint', 'lungs', '검문소에서', '중개인', 'telephone']

async function noteRows({ coordinator }: Searching, limits: Sql[]): Promise<Row[]> {
  const looked = ours(coordinator, limits, { texts: wordsOfNotes, kind: 'word', connections: 1 })
  await looked()
  const { p50, p95 } = (await inTurn({ looked }))('looked')
  return [
    atMost('words of notes, first results: p50', { ours: p50, budget: 300, unit: 'ms' }),
    atMost('words of notes, first results: p95', { ours: p95, budget: 300, unit: 'ms' }),
  ]
}

const isHangul = (text: string) => /^[가-힣]{2,}$/.test(text)
const isLatin = (text: string) => /^\p{Script=Latin}/u.test(text)

/** Names of people who are there, looked for through the door; beside it clear names under the two usual indexes. */
export async function measureSearching(searching: Searching): Promise<Row[]> {
  const floorSql = open(searching.floorDatabase)
  const limits = searching.owners.map(open)
  try {
    const attested = attestedNames()
    const some = await clearNames(floorSql, searching.world, attested)
    const recall = Object.entries(await recalls(floorSql, attested))
    const told = recall.map(([name, share]) => `${name} ${(100 * share).toFixed(1)} %`)
    process.stdout.write(`another writing among the first ten of ${attested.length} attested: ${told.join(', ')}\n`)
    return [
      ...(await nameRows(searching, limits, { letters: 'Latin letters', texts: some.filter(isLatin) })),
      ...(await nameRows(searching, limits, { letters: 'Hangul', texts: some.filter(isHangul) })),
      ...(await noteRows(searching, limits)),
    ]
  } finally {
    for (const sql of [floorSql, ...limits]) await sql.end()
  }
}
