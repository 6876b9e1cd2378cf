import { type Burst, burst, inTurn } from '../http/burst'
import type { Client } from '../http/client'
import { type Row, atLeast, atMost } from '../report'
import { differentWords } from './same-texts'
import type { Stage } from './stage'

type Place = readonly [client: Client, path: string]

export type Reading = { name: string; large: Place; small: Place; floor: Place }

const filters = 'situation=DET_TRANSIT&risk=R3'

/** The first page of the list with two filters on, as each role. */
export const lists = ({ large, small, floor }: Stage): Reading[] =>
  (['caseworker', 'coordinator'] as const).map((role) => ({
    name: `/cases as a ${role}`,
    large: [large[role], `/cases?${filters}`],
    small: [small[role], `/cases?${filters}`],
    floor: [floor, `/cases?list=${role}&${filters}`],
  }))

/** The file with twenty entries, each view of it an entry in the log. */
export const longFile = ({ large, small, floor }: Stage): Reading => ({
  name: 'a file with 20 entries',
  large: [large.caseworker, `/cases/${large.longFile}`],
  small: [small.caseworker, `/cases/${small.longFile}`],
  floor: [floor, `/cases/${large.longFile}`],
})

export const asked =
  ([client, path]: Place, connections: number) =>
  (): Promise<Burst> =>
    burst(() => client.page(path), { connections, requests: connections === 1 ? 150 : 320, seconds: 8 })

/** Until the engine has compiled what it will: less would measure how long a server has been up. */
async function warm({ large, small, floor }: Reading): Promise<void> {
  for (const [client, path] of [large, small, floor]) {
    await burst(() => client.page(path), { connections: 4, requests: 700, seconds: 15 })
  }
}

/** One at a time and sixteen at once, ours and the floor in turn. */
async function times(reading: Reading) {
  const { large, small, floor } = reading
  await warm(reading)
  const one = await inTurn({ ours: asked(large, 1), floor: asked(floor, 1), small: asked(small, 1) })
  const many = await inTurn({ ours: asked(large, 16), floor: asked(floor, 16) })
  return { one, many }
}

async function texts({ name, large, floor }: Reading): Promise<Row> {
  const [ours, theirs] = await Promise.all([large[0].page(large[1]), floor[0].page(floor[1])])
  const different = differentWords(ours, theirs)
  if (different.length > 0)
    process.stdout.write(`${name}, words unlike the floor's: ${different.slice(0, 30).join('; ')}\n`)
  return atMost(`${name}: visible words unlike the floor's`, { ours: different.length, budget: 0, unit: 'words' })
}

const grown = (name: string, one: Awaited<ReturnType<typeof times>>['one']): Row =>
  atMost(`${name}: growth with ten times the files`, {
    ours: one('ours').p50 / one('small').p50,
    budget: 1.2,
    unit: '×',
  })

export async function measureList(reading: Reading): Promise<Row[]> {
  const { one, many } = await times(reading)
  const [ours, floor] = [one('ours').p50, one('floor').p50]
  const [oursMany, floorMany] = [many('ours').perSecond, many('floor').perSecond]
  return [
    atMost(`${reading.name}, two filters: p50`, { ours, floor, budget: 1.7 * floor, unit: 'ms' }),
    atLeast(`${reading.name}, 16 at once`, { ours: oursMany, floor: floorMany, budget: 0.6 * floorMany, unit: '/s' }),
    grown(reading.name, one),
    await texts(reading),
  ]
}

export async function measureFile(reading: Reading): Promise<Row[]> {
  await warm(reading)
  const { large, small, floor } = reading
  const one = await inTurn({ ours: asked(large, 1), floor: asked(floor, 1), small: asked(small, 1) })
  const [ours, theirs] = [one('ours').p50, one('floor').p50]
  const budget = Math.max(2 * theirs, theirs + 6)
  return [
    atMost(`${reading.name}, audited: p50`, { ours, floor: theirs, budget, unit: 'ms' }),
    grown(reading.name, one),
    await texts(reading),
  ]
}

const published = { bare: 1.5, list: 6.1 }

/** The floor itself against what is known of the framework, scaled by what this machine makes of a bare page. */
export async function measureFloor({ floor }: Stage): Promise<Row[]> {
  const list: Place = [floor, `/cases?list=coordinator&${filters}`]
  const bare: Place = [floor, '/bare']
  const one = await inTurn({ bare: asked(bare, 1), list: asked(list, 1) })
  const bytes = (await floor.ask(list[1])).body.length
  const expected = (published.list * one('bare').p50) / published.bare
  process.stdout.write(
    `floor: bare page ${one('bare').p50.toFixed(2)} ms (1.5 known), list ${one('list').p50.toFixed(2)} ms (6.1 known), ${bytes} bytes\n`,
  )
  const budget = 1.3 * expected
  return [atMost('the floor’s list beside a bare page', { ours: one('list').p50, floor: expected, budget, unit: 'ms' })]
}
