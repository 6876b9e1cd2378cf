import { type Burst, burst, inTurn } from '../http/burst'
import type { Client } from '../http/client'
import { hiddenFields, multipart, post } from '../http/plain-form'
import { type Row, atLeast, atMost } from '../report'
import type { House, Stage } from './stage'

const postsOfBurst = 64
const atOnce = 8

let told = 0

/** Three syllables that no name of the generated files has, so that no likeness has to be answered first. */
const unheard = (number: number): string =>
  String.fromCodePoint(...[0, 1, 2].map((place) => 0xac00 + ((number * 7919 + place * 4801 + 5) % 11172)))

/** What the caller says; nobody of this name is known. */
export function answers(): [string, string][] {
  const number = ++told
  return [
    ['name', unheard(number)],
    ['otherName', `Zvolt ${unheard(number + 20_000)}`],
    ['sourceType', 'RELATIVE_RELAY'],
    ['distance', 'second_hand'],
    ['told', 'Sae Chin-chok'],
    ['connection', 'her sister'],
    ['situation', 'DET_TRANSIT'],
    ['province', 'CN-JL'],
    ['place', 'Helong'],
    ['account', 'She rang on the evening before and said that the police had taken her telephone.'],
    ['when', 'April 2023'],
    ['contactKind', 'phone'],
    ['contactValue', '+82 10 5555 0101'],
    ['secondKind', 'wechat'],
    ['secondValue', 'chinchok-0101'],
  ]
}

/** The form as it stands on the page, with its one-time id, and the answers. */
const filled = async (client: Client): Promise<Buffer> =>
  multipart([...hiddenFields(await client.page('/cases/new'), 'intake'), ...answers()])

async function opened(client: Client, path: string, body: Buffer): Promise<void> {
  const { status, headers } = await post(client, path, body)
  if (status !== 303 || !headers.location?.includes('/cases/V-')) throw new Error(`no file was opened: ${status}`)
}

/** One file, by the first of those who open them. */
export async function openOne({ openers: [first] }: House): Promise<void> {
  if (first) await opened(first, '/cases/new', await filled(first))
}

/** Eight people post at once; the pages with their forms were fetched before. */
const ours = (house: House) => async (): Promise<Burst> => {
  const forms: { client: Client; body: Buffer }[] = []
  for (let place = 0; place < postsOfBurst; place++) {
    const client = house.openers[place % house.openers.length]
    if (client) forms.push({ client, body: await filled(client) })
  }
  const send = async (place: number) => {
    const form = forms[place]
    if (form) await opened(form.client, '/cases/new', form.body)
  }
  return burst(send, { connections: atOnce, requests: forms.length, seconds: 20 })
}

const floors = (floor: Client) => (): Promise<Burst> => {
  const bodies = Array.from({ length: 4 * postsOfBurst }, () => multipart(answers()))
  const send = async (place: number) => {
    const body = bodies[place]
    if (body) await opened(floor, '/open', body)
  }
  return burst(send, { connections: atOnce, requests: bodies.length, seconds: 20 })
}

export async function measureOpening({ large, small, floor }: Stage): Promise<Row[]> {
  await ours(large)()
  await ours(small)()
  await floors(floor)()
  const rate = await inTurn({ ours: ours(large), floor: floors(floor), small: ours(small) })
  const [perSecond, theirs] = [rate('ours').perSecond, rate('floor').perSecond]
  return [
    atLeast('opening a file with two contacts, 8 at once', {
      ours: perSecond,
      floor: theirs,
      budget: 0.2 * theirs,
      unit: '/s',
    }),
    atMost('opening a file: growth with ten times the files', {
      ours: rate('small').perSecond / perSecond,
      budget: 1.2,
      unit: '×',
    }),
  ]
}
