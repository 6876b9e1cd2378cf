import type { Confidentiality } from '@/lib/cases/confidentiality'
import { type ChannelKind, type ContactOutcome, channelKinds, contactOutcomes } from '@/lib/people/channels'
import type { Predicate } from '@/lib/claims/predicates'
import { type Province, provinces } from '@/lib/places/provinces'
import type { Situation } from '@/lib/situations/situations'
import { type Credibility, credibilities, distances, sourceTypes } from '@/lib/sources/sources'
import { inventAccount, places } from './invented-accounts'
import { type InventedName, inventName } from './invented-names'
import { Seeded } from '@/lib/seeded'

export type DrawnClaim = { id: string; predicate: Predicate; text: string }

export type DrawnContact = { id: string; at: Date; outcome: ContactOutcome; note: string }

export type DrawnEntry = {
  id: string
  situation: Situation
  valid: string | null
  place: string
  province: Province
  note: string | null
  credibility: Credibility
  recordedAt: Date
  claims: DrawnClaim[]
}

/** One invented file in clear. */
export type DrawnFile = {
  id: string
  ref: string
  team: number
  owner: string
  confidentiality: Confidentiality
  openedAt: Date
  changedAt: Date
  subject: { id: string; sex: 'F' | 'M' | 'U'; birth: string | null; names: { id: string; text: string }[] }
  caller: { id: string }
  source: { id: string; type: string; distance: string; told: string; connection: string }
  entries: DrawnEntry[]
  contacts: DrawnContact[]
  task: { id: string }
  channels: { id: string; kind: ChannelKind; value: string }[]
}

/** Who holds the drawn files: the first ones go to those whose work is measured, thirty each. */
export type Holders = { thirtyEach: readonly string[]; rest: readonly (readonly string[])[] }

export type Drawing = { seed: number; now: Date; refs: readonly string[]; firstRef: number; holders: Holders }

const filesOfEach = 30
const longFileEntries = 20
const oldFileEntries = 60
const oldFileContacts = 240
const day = 86_400_000

const commonSituations: readonly (readonly [Situation, number])[] = [
  ['DET_TRANSIT', 22],
  ['HIDING', 18],
  ['RETURNED', 12],
  ['UNVERIFIED', 10],
  ['MISSING', 9],
  ['DET_ORIGIN', 8],
  ['MOVING', 6],
  ['SHELTERED', 4],
  ['RESETTLED', 4],
  ['IMMINENT_RETURN', 3],
  ['REL_TRANSIT', 2],
  ['REL_ORIGIN', 1],
  ['DECEASED', 1],
]

function drawSituation(draw: Seeded): Situation {
  let left = draw.whole(100)
  for (const [situation, share] of commonSituations) {
    left -= share
    if (left < 0) return situation
  }
  return 'UNVERIFIED'
}

function drawConfidentiality(draw: Seeded): Confidentiality {
  const share = draw.whole(100)
  if (share < 15) return 'team'
  return share < 95 ? 'assigned' : 'named'
}

function drawDate(draw: Seeded, before: Date): string | null {
  const date = new Date(before.getTime() - draw.whole(400) * day).toISOString()
  const kind = draw.whole(10)
  if (kind === 0) return null
  if (kind < 5) return date.slice(0, 10)
  return kind < 9 ? date.slice(0, 7) : `${date.slice(0, 4)}~`
}

function drawEntry(draw: Seeded, given: { recordedAt: Date; situation: Situation; told: boolean }): DrawnEntry {
  const valid = drawDate(draw, given.recordedAt)
  const place = draw.pick(places)
  const note = given.told ? inventAccount(draw) : null
  const facts: [Predicate, string | null][] = [
    ['situation', given.situation],
    ['date', valid],
    ['place', place],
    ['account', note],
  ]
  return {
    id: draw.uuid(),
    situation: given.situation,
    valid,
    place,
    province: draw.pickEarly(provinces),
    note,
    credibility: draw.pick(credibilities),
    recordedAt: given.recordedAt,
    claims: facts.flatMap(([predicate, text]) => (text === null ? [] : [{ id: draw.uuid(), predicate, text }])),
  }
}

function drawEntries(draw: Seeded, { index, changedAt }: { index: number; changedAt: Date }): DrawnEntry[] {
  const count = index === 0 ? longFileEntries : index === 1 ? oldFileEntries : 1
  return Array.from({ length: count }, (_, place) => {
    const recordedAt = new Date(changedAt.getTime() - (count - 1 - place) * 9 * day)
    return drawEntry(draw, { recordedAt, situation: drawSituation(draw), told: index < 2 || draw.happens(0.7) })
  })
}

/** The calls of a file that has been kept for years; the others have none. */
const drawContacts = (draw: Seeded, { index, changedAt }: { index: number; changedAt: Date }): DrawnContact[] =>
  Array.from({ length: index === 1 ? oldFileContacts : 0 }, (_, place) => ({
    id: draw.uuid(),
    at: new Date(changedAt.getTime() - place * 6 * day),
    outcome: draw.pick(contactOutcomes),
    note: inventAccount(draw),
  }))

function drawSubject(draw: Seeded, name: InventedName) {
  const second = draw.happens(0.2) && name.han !== name.own ? name.han : name.latin
  return {
    id: draw.uuid(),
    sex: draw.pick(['F', 'F', 'F', 'M', 'U'] as const),
    birth: draw.happens(0.5) ? String(1945 + draw.whole(60)) : null,
    names: [name.own, second].map((text) => ({ id: draw.uuid(), text })),
  }
}

function ownerOf(draw: Seeded, { index, team, holders }: { index: number; team: number; holders: Holders }): string {
  const measured = holders.thirtyEach[Math.floor(index / filesOfEach)]
  return measured ?? draw.pick(holders.rest[team] ?? [])
}

/** The file with this number; each has a stream of draws of its own, so that any part of the world can be drawn alone. */
export function drawFile(drawing: Drawing, index: number): DrawnFile {
  const draw = new Seeded(drawing.seed, index)
  const isMeasured = index < drawing.holders.thirtyEach.length * filesOfEach
  const team = isMeasured || draw.happens(0.6) ? 0 : 1
  const changedAt = new Date(drawing.now.getTime() - (draw.whole(720 * 86_400) + 3_600) * 1000)
  const entries = drawEntries(draw, { index, changedAt })
  return {
    id: draw.uuid(),
    ref: drawing.refs[index - drawing.firstRef] ?? '',
    team,
    owner: ownerOf(draw, { index, team, holders: drawing.holders }),
    confidentiality: index < 2 ? 'assigned' : drawConfidentiality(draw),
    openedAt: entries[0]?.recordedAt ?? changedAt,
    changedAt,
    subject: drawSubject(draw, inventName(draw)),
    caller: { id: draw.uuid() },
    source: {
      id: draw.uuid(),
      type: draw.pick(sourceTypes),
      distance: draw.pick(distances),
      told: inventName(draw).latin,
      connection: draw.pick(['her sister', '사촌', 'a neighbour', '이모', 'who drove them'] as const),
    },
    entries,
    contacts: drawContacts(draw, { index, changedAt }),
    task: { id: draw.uuid() },
    channels: [0, 1].map(() => ({
      id: draw.uuid(),
      kind: draw.pick(channelKinds),
      value: `+86 1${String(3_000_000_000 + draw.whole(900_000_000))}`,
    })),
  }
}
