import { beforeAll, beforeEach, expect, test } from 'vitest'
import { readAccount } from '@/db/accounts/read-account'
import { feedDays } from '@/db/calendar/feed-days'
import { makeFeed, revokeFeed } from '@/db/calendar/make-feed'
import { setHouse } from '@/db/house/set-house'
import { addTask } from '@/db/tasks/add-task'
import { SetHouse } from '@/lib/house/forms'
import { AddTask } from '@/lib/tasks/forms'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let admin: Person
let worker: Person

beforeAll(async () => {
  world = await makeWorld()
  admin = await world.person({ role: 'admin' })
})

beforeEach(async () => {
  await world.owner.sql`delete from house_setting`
  worker = await world.person({ role: 'caseworker' })
  await world.owner.sql`update account set time_zone = 'Asia/Seoul', locale = 'ko' where id = ${worker.id}`
})

const set = (value: string, version: number) =>
  world.does(admin, setHouse, SetHouse.parse({ name: 'calendar-feeds', value, version: String(version) }))
const feed = (token: string) => feedDays(world.house, { token, now: new Date() })

test('until the admin switches feeds on nobody makes an address, and once they are off again none answers', async () => {
  await expect(world.does(worker, makeFeed, undefined)).rejects.toMatchObject({ code: 'forbidden' })
  await set('on', 0)
  const { token } = await world.does(worker, makeFeed, undefined)
  expect(await feed(token)).toMatchObject({ locale: 'ko', days: [] })
  await set('off', 1)
  expect(await feed(token)).toBeNull()
})

test('two admins who switch at once: the second is told what stands', async () => {
  await set('on', 0)
  await expect(set('off', 0)).rejects.toMatchObject({ code: 'conflict', theirs: { value: 'on', version: '1' } })
})

test('a feed says how many tasks are due on a day of its owner’s zone, overdue ones today, and nothing else', async () => {
  await set('on', 0)
  const { token } = await world.does(worker, makeFeed, undefined)
  const { id, ref } = await anOpenFile(world, worker, { name: '한누리' })
  await world.owner.sql`delete from task where case_id = ${id}`
  const year = new Date().getUTCFullYear()
  const add = (day: string, hour: string) =>
    world.does(worker, addTask, AddTask.parse({ ref, title: 'Ring 한누리', day, hour }))
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  for (const hour of ['00', '12', '23']) await add(soon, hour)
  await add('2020-01-01', '09')
  await add(`${year + 3}-01-01`, '09')
  const said = await feed(token)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' }).format(new Date())
  expect(Object.keys(said ?? {}).sort()).toEqual(['days', 'key', 'locale'])
  expect(said?.days.sort((a, b) => (a.day < b.day ? -1 : 1))).toEqual([
    { day: today, due: 1 },
    { day: soon, due: 3 },
  ])
  expect(JSON.stringify(said)).not.toMatch(new RegExp(`${ref}|${id}|한누리|${worker.id}`))
  await world.owner.sql`delete from case_reach where case_id = ${id}`
  expect((await feed(token))?.days).toEqual([])
})

test('the address is stored hashed, is told once, and ends with a new one, with its revocation and with its account', async () => {
  await set('on', 0)
  const first = await world.does(worker, makeFeed, undefined)
  const rows = await world.owner.sql`select token_hash::text as hash from calendar_feed where account_id = ${worker.id}`
  expect(JSON.stringify([...rows])).not.toContain(Buffer.from(first.token).toString('hex'))
  const { feed: shown } = await world.does(worker, readAccount, undefined)
  expect(shown).toEqual({ isOn: true, since: expect.any(Date) })
  const second = await world.does(worker, makeFeed, undefined)
  expect([await feed(first.token), await feed('')]).toEqual([null, null])
  expect(await feed(second.token)).not.toBeNull()
  await world.owner.sql`update account set state = 'disabled' where id = ${worker.id}`
  expect(await feed(second.token)).toBeNull()
  await world.owner.sql`update account set state = 'active' where id = ${worker.id}`
  await world.does(worker, revokeFeed, undefined)
  expect(await feed(second.token)).toBeNull()
})
