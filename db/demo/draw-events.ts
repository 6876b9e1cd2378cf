import type { DemoEvent } from './demo-file'
import { consents } from './draw-consents'
import { type Told, isOverGap, placeIn, tellers } from './told'

/** What is recorded only where it is probably true at least. */
const needsProof = ['RESETTLED', 'DECEASED']
const credibilities = ['2', '3', '3', '4']

/** When each stage became known: some days after it was, after the one before, and never before the file was opened. */
function learntAgo({ openedAgo, dice, stages }: Told): number[] {
  let before = openedAgo - 1
  return stages.slice(1).map((stage) => {
    before = Math.max(0, Math.min(before - 1, stage.daysAgo - dice.whole(9)))
    return before
  })
}

function stages(told: Told): DemoEvent[] {
  const { said, dice } = told
  const learnt = learntAgo(told)
  return told.stages.slice(1).flatMap((stage, n): DemoEvent[] => {
    const gapReason = isOverGap(told.stages[n], stage) ? said.gap : undefined
    const decides = stage.situation === 'MISSING' || told.stages[n]?.situation === 'RESETTLED'
    const daysAgo = learnt[n] ?? 0
    const recorded: DemoEvent = {
      does: 'record',
      daysAgo,
      ...(decides && { by: 'coordinator' }),
      typed: {
        situation: stage.situation,
        when: stage.when,
        province: stage.province,
        place: dice.happens(0.4) ? placeIn(told, stage.province) : undefined,
        credibility: needsProof.includes(stage.situation) ? '2' : dice.pick(credibilities),
        account: dice.pick(said.account[stage.situation] ?? []),
        quote: dice.happens(0.25) ? dice.pick(said.quote) : undefined,
        gapReason,
        ...(told.marks.has('self') && stage === told.stages.at(-1) && { speaksForSelf: 'on' }),
      },
    }
    const approved: DemoEvent = { does: 'approve', daysAgo: Math.max(0, daysAgo - 1), by: 'coordinator' }
    return stage.situation === 'DECEASED' ? [recorded, approved] : [recorded]
  })
}

/** Calls from the opening until lately; where a file is silent they end long ago, and what was tried since rang out. */
function calls({ openedAgo, marks, said, dice }: Told): DemoEvent[] {
  const heardAgo = Math.min(openedAgo, marks.has('silent') ? 60 + dice.whole(240) : dice.whole(10))
  const count = Math.min(2 + dice.whole(5), openedAgo - heardAgo)
  const call = (daysAgo: number, outcome: string, note: string): DemoEvent => {
    const direction = dice.happens(0.35) && outcome === 'reached' ? 'incoming' : 'outgoing'
    return { does: 'call', daysAgo, typed: { direction, outcome, note } }
  }
  const made = Array.from({ length: count }, (_, n) => {
    const isReached = n === 0 || dice.happens(0.7)
    const words = isReached ? (marks.has('good') && n === 0 ? said.good : said.reached) : said.unreached
    const ago = heardAgo + Math.floor(((openedAgo - heardAgo) * n) / Math.max(1, count))
    return call(ago, isReached ? 'reached' : 'no_answer', dice.pick(words))
  })
  const tried = marks.has('silent') ? [40, 21].filter((ago) => ago < heardAgo) : []
  return [...made, ...tried.map((ago) => call(ago, 'no_answer', dice.pick(said.unreached)))]
}

const signKinds: Record<string, string[]> = {
  DET_TRANSIT: ['call_from_detention', 'sighting', 'relayed_word'],
  IMMINENT_RETURN: ['call_from_detention'],
  RETURNED: ['relayed_word', 'sighting'],
  DET_ORIGIN: ['relayed_word', 'letter', 'official_word'],
  MISSING: ['relayed_word'],
}

/** Signs of life, the older the file the more of them, none after it fell silent. */
function signs({ stages: known, openedAgo, marks, said, dice }: Told): DemoEvent[] {
  const heardAgo = marks.has('silent') ? 90 : 3
  if (openedAgo <= heardAgo + 10) return []
  return Array.from({ length: dice.whole(2 + Math.min(3, openedAgo / 400)) }, (): DemoEvent => {
    const daysAgo = heardAgo + dice.whole(openedAgo - heardAgo - 5)
    const standing = known.filter((stage) => stage.daysAgo >= daysAgo).at(-1)?.situation ?? ''
    const kinds = signKinds[standing] ?? ['call', 'photo_or_video', 'letter']
    const typed = {
      kind: dice.pick(kinds),
      distance: dice.pick(['first_hand', 'second_hand', 'third_hand']),
      credibility: dice.pick(credibilities),
      words: dice.happens(0.6) ? dice.pick(said.quote) : undefined,
    }
    const precision = dice.happens(0.3) ? 'month' : 'day'
    return { does: 'sign', daysAgo, typed, heard: { daysBefore: dice.whole(5), precision } }
  })
}

const factors = ['church_contact', 'rok_bound', 'previous_return', 'relatives_identified', 'associate_arrested']
const inDanger = ['DET_TRANSIT', 'IMMINENT_RETURN', 'RETURNED', 'DET_ORIGIN', 'MOVING']

/** What raises the danger, and where somebody saw more of it than the scale does. */
function dangers({ stages: known, openedAgo, marks, said, dice }: Told): DemoEvent[] {
  const isInDanger = inDanger.includes(known.at(-1)?.situation ?? '')
  if (!isInDanger || dice.happens(0.3)) return []
  const factor: DemoEvent = { does: 'add-factor', daysAgo: Math.floor(openedAgo * 0.8), factor: dice.pick(factors) }
  const typed = { risk: 'R4', days: '14', reason: said.danger }
  return marks.has('flag')
    ? [factor, { does: 'override-risk', daysAgo: Math.min(openedAgo, 5), by: 'coordinator', typed }]
    : [factor]
}

const otherSources = [
  ['BROKER', 'third_hand'],
  ['MISSIONARY_ACTIVIST', 'second_hand'],
  ['CO_DETAINEE', 'first_hand'],
  ['NGO', 'second_hand'],
]

/** A second source denies what the first one says last. */
function conflict({ stages: known, said, dice, openedAgo }: Told): DemoEvent[] {
  const last = known.at(-1)
  if (!last) return []
  const [type, distance] = dice.pick(otherSources)
  const daysAgo = Math.max(1, Math.min(openedAgo, last.daysAgo) - 14)
  const typed = {
    situation: last.situation,
    stance: 'denies',
    when: last.when,
    credibility: '4',
    account: dice.pick(said.denial),
  }
  return [
    { does: 'add-source', daysAgo: daysAgo + 1, typed: { type, distance, reliability: dice.pick(['B', 'C', 'D']) } },
    { does: 'record', daysAgo, source: 1, typed },
  ]
}

/** The place of the first entry was written down wrongly, and put right a few days later. */
function mistake(told: Told): DemoEvent[] {
  const [first] = told.stages
  if (!first) return []
  const { situation, when, province } = first
  const place = placeIn(told, province)
  const typed = { situation, when, province, place, credibility: '3', account: told.said.wrongPlace }
  return [{ does: 'record', daysAgo: Math.max(1, told.openedAgo - 1), corrects: 0, typed }]
}

/** What colleagues did beside it, mark by mark. */
function work(told: Told): DemoEvent[] {
  const { marks, said, dice, openedAgo, team, opener } = told
  const within = (share: number) => Math.max(1, Math.floor(openedAgo * share))
  const done: Record<string, DemoEvent[]> = {
    handover: [
      {
        does: 'hand-over',
        daysAgo: within(0.45),
        to: opener === 'worker' ? 'colleague' : 'worker',
        briefing: dice.pick(said.briefing),
      },
    ],
    comment: [
      { does: 'comment', daysAgo: within(0.3), by: 'coordinator', text: dice.pick(said.comment) },
      { does: 'comment', daysAgo: within(0.29), text: dice.pick(said.comment), mentions: 'coordinator' },
    ],
    flag: [
      { does: 'flag', daysAgo: within(0.2), reason: dice.pick(said.flag) },
      ...(dice.happens(0.5) ? [{ does: 'lower-flag' as const, reason: said.settled, daysAgo: within(0.1) }] : []),
    ],
    task: [
      { does: 'add-task', daysAgo: within(0.5), title: dice.pick(said.task), dueInDays: 10 },
      dice.happens(0.6)
        ? { does: 'close-task', daysAgo: within(0.48), kind: 'hand', outcome: 'done' }
        : { does: 'close-task', daysAgo: within(0.47), kind: 'hand', outcome: 'dropped', note: said.dropped },
      { does: 'add-task', daysAgo: Math.min(openedAgo, 2), title: dice.pick(said.task), dueInDays: dice.whole(8) },
    ],
    conflict: conflict(told),
    mistake: mistake(told),
    team: [{ does: 'set-confidentiality', daysAgo: within(0.9), by: 'coordinator', to: 'team' }],
    referred: [{ does: 'refer', daysAgo: Math.min(openedAgo, 9), by: 'coordinator', reason: said.referral }],
    named: [{ does: 'set-confidentiality', daysAgo: within(0.9), by: 'coordinator', to: 'named' }],
  }
  const isReviewed = !marks.has('silent') && openedAgo > 30
  return [
    ...[...marks].flatMap((mark) => done[mark] ?? []),
    ...(isReviewed
      ? [{ does: 'close-task' as const, daysAgo: dice.whole(4), kind: 'review' as const, outcome: 'done' as const }]
      : []),
    ...(team === 'first' && dice.happens(0.1)
      ? [{ does: 'comment' as const, daysAgo: within(0.6), text: dice.pick(said.comment) }]
      : []),
  ]
}

const closed = 'closed:'

/** Our own work ends, when two people say so, or is only watched on; a file closed by mistake is opened again. */
function endings(told: Told): DemoEvent[] {
  const { marks, said, openedAgo, stages: known } = told
  const reason = [...marks].find((mark) => mark.startsWith(closed))?.slice(closed.length)
  const daysAgo = Math.max(2, Math.floor(Math.min(openedAgo, known.at(-1)?.daysAgo ?? openedAgo) * 0.6))
  if (!reason) return marks.has('watched') ? [{ does: 'monitor', daysAgo: Math.min(20, daysAgo) }] : []
  const closing: DemoEvent[] = [
    { does: 'close', daysAgo, reason, note: said.closing[reason] ?? '' },
    { does: 'approve', daysAgo: daysAgo - 1, by: 'coordinator' },
  ]
  if (!marks.has('reopened')) return closing
  return [...closing, { does: 'reopen', daysAgo: daysAgo - 2, reason: 'closed_in_error', note: said.reopening }]
}

/** Nothing is done on a file while it is closed. */
function whileOpen(events: readonly DemoEvent[], ends: readonly DemoEvent[]): DemoEvent[] {
  const closedAgo = ends.find(({ does }) => does === 'close')?.daysAgo
  if (closedAgo === undefined) return [...events]
  const openedAgain = ends.find(({ does }) => does === 'reopen')?.daysAgo ?? -1
  return events.filter(({ daysAgo }) => daysAgo > closedAgo || daysAgo < openedAgain)
}

/** Everything that was done on a file after its opening, in no order. */
export function drawEvents(told: Told): DemoEvent[] {
  const { names, openedAgo, teller } = told
  const { type } = tellers[teller] ?? {}
  const [, , hanja] = names
  const done = [
    ...(type ? [{ does: 'relate-caller' as const, daysAgo: openedAgo, type }] : []),
    ...(hanja
      ? [{ does: 'add-name' as const, daysAgo: openedAgo, typed: { text: hanja, kind: 'adopted_cn', scheme: 'none' } }]
      : []),
    ...stages(told),
    ...calls(told),
    ...signs(told),
    ...dangers(told),
    ...work(told),
    ...consents(told),
  ]
  const ends = endings(told)
  return [...whileOpen(done, ends), ...ends]
}
