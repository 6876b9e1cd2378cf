import { z } from 'zod'
import { type Burst, burst, inTurn } from '../http/burst'
import type { Client } from '../http/client'
import { hiddenFields, multipart, post } from '../http/plain-form'
import { type Row, atLeast, atMost } from '../report'
import { answers } from './opening'
import type { House, Stage } from './stage'

const savesOfBurst = 400
const atOnce = 8

const Saved = z.object({ version: z.number() })

/** A page of an intake that is being typed into: every save stands on the one before. */
type Typing = { client: Client; save: () => Promise<void> }

/** What differs from one save to the next: the account, as it grows; or the name, after which its likes are looked for. */
type Typed = 'account' | 'name'

const typing =
  (typed: Typed) =>
  async (client: Client): Promise<Typing> => {
    const page = await client.page('/cases/new')
    const first = answers()
    const door = /\\"door\\":\\"([^\\"]+)\\"/.exec(page)?.[1]
    if (!door) throw new Error('the page saves nothing')
    const fixed = hiddenFields(page, 'intake').filter(([name]) => !name.startsWith('$') && name !== 'version')
    let version = 0
    const grown = () =>
      first.map(([name, value]): [string, string] => [name, name === 'account' ? `${value} ${version}` : value])
    const save = async () => {
      const fields = [
        ...fixed.filter(([name]) => name !== 'form'),
        ...(typed === 'name' ? answers() : grown()),
        ['form', door],
        ['version', `${version}`],
      ]
      const { status, body } = await post(
        client,
        '/api/drafts',
        multipart(fields.map(([name = '', value = '']) => [name, value])),
      )
      if (status !== 200) throw new Error(`nothing was saved: ${status}`)
      version = Saved.parse(JSON.parse(body.toString('utf8'))).version
    }
    return { client, save }
  }

/** Eight people type at once, each into a page of their own. */
const ours = (house: House, typed: Typed) => async (): Promise<Burst> => {
  const pages = await Promise.all(house.openers.slice(0, atOnce).map(typing(typed)))
  for (const page of pages) await page.save()
  const busy = new Set<Typing>()
  const send = async () => {
    const free = pages.find((page) => !busy.has(page))
    if (!free) throw new Error('more saves at once than pages')
    busy.add(free)
    await free.save()
    busy.delete(free)
  }
  return burst(send, { connections: atOnce, requests: savesOfBurst, seconds: 20 })
}

const floors = (floor: Client) => (): Promise<Burst> => {
  const body = multipart(answers())
  const send = async () => {
    const { status } = await post(floor, '/save', body)
    if (status !== 204) throw new Error(`the floor saved nothing: ${status}`)
  }
  return burst(send, { connections: atOnce, requests: 2 * savesOfBurst, seconds: 20 })
}

export async function measureSaving({ large, small, floor }: Stage): Promise<Row[]> {
  const [text, tenth, name] = [ours(large, 'account'), ours(small, 'account'), ours(large, 'name')]
  for (const warm of [text, tenth, name, floors(floor)]) await warm()
  const rate = await inTurn({ text, name, tenth, floor: floors(floor) })
  const [perSecond, theirs] = [rate('text').perSecond, rate('floor').perSecond]
  const budget = 0.3 * theirs
  return [
    atLeast('an autosave, 8 at once', { ours: perSecond, floor: theirs, budget, unit: '/s' }),
    atLeast('an autosave of another name each time', {
      ours: rate('name').perSecond,
      floor: theirs,
      budget,
      unit: '/s',
    }),
    atMost('an autosave: growth with ten times the files', {
      ours: rate('tenth').perSecond / perSecond,
      budget: 1.2,
      unit: '×',
    }),
  ]
}
