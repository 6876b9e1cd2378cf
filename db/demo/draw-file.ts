import { addDays } from '@/lib/dates/calendar'
import { Seeded } from '@/lib/seeded'
import { situations } from '@/lib/situations/situations'
import { locales } from '@/lib/words/locales'
import type { DemoEvent, DemoFile } from './demo-file'
import { drawEvents } from './draw-events'
import { phrases } from './phrases'
import { type Stage, type Told, placeIn, tellers } from './told'

const seed = 20231009

function spelledDate(today: string, daysAgo: number, precision: string): string | undefined {
  const day = addDays(today, -daysAgo)
  const spelled: Record<string, string> = {
    d: day,
    m: day.slice(0, 7),
    y: day.slice(0, 4),
    a: `${day.slice(0, 7)}~`,
    i: `${day}/${addDays(day, 2)}`,
  }
  return spelled[precision]
}

function stageOf(text: string, today: string): Stage {
  const [code = '', province = '', ago = ''] = text.trim().split(' ')
  const daysAgo = Number.parseInt(ago, 10)
  const situation = situations.find((one) => one === code)
  if (!situation || Number.isNaN(daysAgo)) throw new Error(`no stage of a history: ${text}`)
  return { situation, province, daysAgo, when: spelledDate(today, daysAgo, ago.slice(-1)) }
}

const sexes = ['F', 'M', 'U'] as const
const parts = (text: string, mark: string) => text.split(mark).map((part) => part.trim())

const channels = ['phone', 'kakao', 'wechat', 'signal', '']

function intakeOf(told: Told): DemoFile['intake'] {
  const { names, stages, said, dice, teller } = told
  const [first] = stages
  const { sourceType, distance } = tellers[teller] ?? {}
  const contactKind = dice.pick(channels)
  return {
    name: names[0],
    otherName: names[1],
    told: said.told[teller],
    sourceType,
    distance,
    situation: first?.situation,
    when: first?.when,
    province: first?.province,
    place: dice.happens(0.5) ? placeIn(told, first?.province ?? '') : undefined,
    account: dice.pick(said.account[first?.situation ?? ''] ?? []),
    ...(contactKind && { contactKind, contactValue: `demo_${String(dice.whole(10_000)).padStart(4, '0')}` }),
  }
}

/** One line of the histories as a file of the demonstration; the same line always gives the same file. */
export function drawFile(line: string, { place, today }: { place: number; today: string }): DemoFile {
  const [naming = '', who = '', house = '', path = '', marking = ''] = parts(line, '|')
  const [sex = '', born = ''] = who.split(' ')
  const [team = '', language = '', opened = ''] = house.split(' ')
  const [teller = '', ...marks] = marking.split(' ')
  const locale = locales.find((one) => one === language) ?? 'en'
  const dice = new Seeded(seed, place)
  const told: Told = {
    names: parts(naming, '/'),
    team: team === 'other' ? 'other' : 'first',
    opener: dice.happens(0.4) ? 'colleague' : 'worker',
    openedAgo: Number(opened),
    stages: parts(path, '>').map((stage) => stageOf(stage, today)),
    marks: new Set(marks),
    teller,
    locale,
    said: phrases[locale],
    dice,
  }
  const intake = intakeOf(told)
  const events: DemoEvent[] = drawEvents(told)
  return {
    team: told.team,
    opener: told.opener,
    daysAgo: told.openedAgo,
    intake,
    sex: sexes.find((one) => one === sex) ?? 'U',
    birth: dice.happens(0.3) ? `${born}~` : born,
    events,
  }
}
