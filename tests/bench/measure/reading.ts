import { type Burst, burst, inTurn } from '../http/burst'
import type { Client } from '../http/client'
import { type Row, atLeast, atMost } from '../report'
import { saidLines } from './said-lines'
import type { House, Stage } from './stage'

type Place = readonly [client: Client, path: string]

/** A page whose speed is held to the floor's; `atOnce` is the share of the floor's requests a second at sixteen connections. */
export type Reading = {
  name: string
  of: (house: House) => Place
  budget: (floor: number) => number
  atOnce?: number
}

const filters = 'situation=DET_TRANSIT&risk=R3'
const times = (factor: number) => (floor: number) => factor * floor

const list = (role: 'caseworker' | 'coordinator'): Reading => ({
  name: `/cases as a ${role}, two filters`,
  of: (house) => [house[role], `/cases?${filters}`],
  budget: times(1.7),
  atOnce: 0.6,
})

export const readings: readonly Reading[] = [
  list('caseworker'),
  list('coordinator'),
  { name: 'the caseworker’s home', of: ({ caseworker }) => [caseworker, '/'], budget: times(2) },
  {
    name: 'a file with 20 entries, audited',
    of: ({ caseworker, longFile }) => [caseworker, `/cases/${longFile}`],
    budget: (floor) => Math.max(2 * floor, floor + 6),
  },
  {
    name: 'a timeline of 300 lines',
    of: ({ caseworker, oldFile }) => [caseworker, `/cases/${oldFile}/timeline`],
    budget: times(2),
  },
]

const asked =
  ([client, path]: Place, connections: number) =>
  (): Promise<Burst> =>
    burst(() => client.page(path), { connections, requests: connections === 1 ? 150 : 320, seconds: 8 })

/** Until the engine has compiled what it will: less would measure how long a server has been up. */
async function warm(places: readonly Place[]): Promise<void> {
  for (const [client, path] of places) {
    await burst(() => client.page(path), { connections: 4, requests: 700, seconds: 15 })
  }
}

async function sixteen({ name, atOnce }: Reading, large: Place, floor: Place): Promise<Row[]> {
  if (atOnce === undefined) return []
  const many = await inTurn({ ours: asked(large, 16), floor: asked(floor, 16) })
  const [ours, theirs] = [many('ours').perSecond, many('floor').perSecond]
  return [atLeast(`${name}: 16 at once`, { ours, floor: theirs, budget: atOnce * theirs, unit: '/s' })]
}

const pathOf = ({ name }: Reading) => `/said/${name.replaceAll(/\W+/g, '-')}`

/** The floor says what our page says, word for word: it is told so first. */
async function floorOf(reading: Reading, { keep, floor, large }: Stage): Promise<Place> {
  const [client, path] = reading.of(large)
  const page = pathOf(reading)
  const said = saidLines(await client.page(path))
  await keep(page.replace('/said/', ''), said)
  if (
    saidLines(await floor.page(page))
      .flat()
      .join() !== said.flat().join()
  ) {
    throw new Error(`the floor says something else than ${path}`)
  }
  return [floor, page]
}

/** One at a time, and for some sixteen at once; ours and the floor in turn. */
export async function measureReading(reading: Reading, stage: Stage): Promise<Row[]> {
  const [large, small] = [reading.of(stage.large), reading.of(stage.small)]
  const floor = await floorOf(reading, stage)
  await warm([large, small, floor])
  const one = await inTurn({ ours: asked(large, 1), floor: asked(floor, 1), small: asked(small, 1) })
  const [ours, theirs] = [one('ours').p50, one('floor').p50]
  return [
    atMost(`${reading.name}: p50`, { ours, floor: theirs, budget: reading.budget(theirs), unit: 'ms' }),
    ...(await sixteen(reading, large, floor)),
    atMost(`${reading.name}: growth with ten times the files`, {
      ours: ours / one('small').p50,
      budget: 1.2,
      unit: '×',
    }),
  ]
}

const published = { bare: 1.5, list: 6.1 }

/** The floor itself against what is known of the framework, scaled by what this machine makes of a bare page. */
export async function measureFloor({ floor }: Stage): Promise<Row[]> {
  const said: Place = [floor, pathOf(list('coordinator'))]
  const bare: Place = [floor, '/bare']
  const one = await inTurn({ bare: asked(bare, 1), list: asked(said, 1) })
  const bytes = (await floor.ask(said[1])).body.length
  const expected = (published.list * one('bare').p50) / published.bare
  process.stdout.write(
    `floor: bare page ${one('bare').p50.toFixed(2)} ms (1.5 known), list ${one('list').p50.toFixed(2)} ms (6.1 known), ${bytes} bytes\n`,
  )
  return [
    atMost('the floor’s list beside a bare page', {
      ours: one('list').p50,
      floor: expected,
      budget: 1.3 * expected,
      unit: 'ms',
    }),
  ]
}
