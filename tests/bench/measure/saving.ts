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

async function typing(client: Client): Promise<Typing> {
  const page = await client.page('/cases/new')
  const door = /\\"door\\":\\"([^\\"]+)\\"/.exec(page)?.[1]
  if (!door) throw new Error('the page saves nothing')
  const fixed = hiddenFields(page, 'intake').filter(([name]) => !name.startsWith('$') && name !== 'version')
  let version = 0
  const save = async () => {
    const fields = [
      ...fixed.filter(([name]) => name !== 'form'),
      ...answers(),
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
const ours = (house: House) => async (): Promise<Burst> => {
  const pages = await Promise.all(house.openers.slice(0, atOnce).map(typing))
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
  await ours(large)()
  await ours(small)()
  await floors(floor)()
  const rate = await inTurn({ ours: ours(large), floor: floors(floor), small: ours(small) })
  const [perSecond, theirs] = [rate('ours').perSecond, rate('floor').perSecond]
  return [
    atLeast('an autosave, 8 at once', { ours: perSecond, floor: theirs, budget: 0.3 * theirs, unit: '/s' }),
    atMost('an autosave: growth with ten times the files', {
      ours: rate('small').perSecond / perSecond,
      budget: 1.2,
      unit: '×',
    }),
  ]
}
