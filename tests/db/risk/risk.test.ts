import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordContact } from '@/db/contacts/record-contact'
import { addRiskFactor, endRiskFactor } from '@/db/risk/add-risk-factor'
import { endRiskOverride, overrideRisk } from '@/db/risk/override-risk'
import { readSituation } from '@/db/situations/read-situation'
import { recordSituation } from '@/db/situations/record-situation'
import { RecordContact } from '@/lib/people/forms'
import { AddRiskFactor, OverrideRisk } from '@/lib/risk/forms'
import { RecordSituation, SituationQuery } from '@/lib/situations/forms'
import { knownAt } from '@/lib/situations/known-at'
import { aFullFile, type SceneFile } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let lead: Person
let file: SceneFile

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  lead = await world.person({ role: 'coordinator' })
})

beforeEach(async () => {
  file = await aFullFile(world, owner, 'assigned')
})

const read = (on?: string) => world.does(owner, readSituation, SituationQuery.parse({ ref: file.ref, on }))
const add = (factor: string) => world.does(owner, addRiskFactor, AddRiskFactor.parse({ ref: file.ref, factor }))
const override = (risk: string, person = owner) =>
  world.does(person, overrideRisk, OverrideRisk.parse({ ref: file.ref, risk, days: '7', reason: 'a raid' }))

const shown = async () => {
  const [row] = await world.owner.sql`
    select risk, risk_then, version, to_char(risk_until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as risk_until from case_file where id = ${file.id}`
  return row
}

async function recordNow(given: Record<string, string>) {
  const { head } = await read()
  const typed = { ref: file.ref, version: String(head.version), sourceId: file.source, credibility: '3', ...given }
  return world.does(owner, recordSituation, RecordSituation.parse(typed))
}

describe('what lists show of the risk follows from what is known', () => {
  test('a factor raises it, its end lowers it again, and both stay in the file', async () => {
    expect(await shown()).toMatchObject({ risk: 'R3' })
    await add('pregnant')
    expect(await shown()).toMatchObject({ risk: 'R4', version: 1 })
    const { plan, factors } = await read()
    expect(plan.reasons).toEqual([
      { because: 'situation', risk: 'R3' },
      { because: 'pregnant', risk: 'R4' },
    ])
    await world.does(owner, endRiskFactor, { ref: file.ref, factorId: factors[0]?.id ?? '', version: 1 })
    expect(await shown()).toMatchObject({ risk: 'R3' })
    const rows = await world.owner.sql`select factor, ended_by from risk_factor where case_id = ${file.id}`
    expect(rows).toEqual([{ factor: 'pregnant', ended_by: owner.id }])
  })

  test('the same factor is not recorded twice while it holds', async () => {
    await add('pregnant')
    await expect(add('pregnant')).rejects.toMatchObject({ fields: { factor: 'already-recorded' } })
  })

  test('a stranger’s voice on a channel of somebody in hiding raises it', async () => {
    await world.owner.sql`update contact_channel set state = 'working' where case_id = ${file.id}`
    await recordNow({ situation: 'HIDING', correctionOf: file.entry })
    expect(await shown()).toMatchObject({ risk: 'R1' })
    const call = { ref: file.ref, personId: file.caller, channelId: file.channel, at: '2021' }
    const answered = { ...call, direction: 'outgoing', outcome: 'third_party_answered' }
    await world.does(owner, recordContact, RecordContact.parse(answered))
    expect(await shown()).toMatchObject({ risk: 'R2' })
  })

  test('a fresh return is shown with the day on which it counts as fresh no more', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await recordNow({ situation: 'RETURNED', when: today })
    const until = new Date(Date.parse(today) + 180 * 86_400_000)
    expect(await shown()).toMatchObject({ risk: 'R3', risk_then: 'R2', risk_until: until.toISOString() })
  })
})

describe('a person may set another level, with a reason and an end', () => {
  test('it holds until it ends, a new one ends the one before, and the reason is sealed', async () => {
    await override('R4')
    const row = await shown()
    expect(row).toMatchObject({ risk: 'R4', risk_then: 'R3' })
    expect(row?.['risk_until']).toBeTruthy()
    await override('R4')
    const rows = await world.owner.sql<{ reason: Uint8Array; ended_by: string | null }[]>`
      select reason, ended_by from risk_override where case_id = ${file.id} order by recorded_at`
    expect(rows.map(({ ended_by: by }) => by)).toEqual([owner.id, null])
    expect(rows.some(({ reason }) => Buffer.from(reason).includes('a raid'))).toBe(false)
    const later = (await read()).override
    expect(later?.reason).toBe('a raid')
  })

  test('nobody sets one for more than a month', () => {
    const long = { ref: file.ref, risk: 'R4', days: '60', reason: 'a raid' }
    expect(OverrideRisk.safeParse(long).success).toBe(false)
  })

  test('what is critical only a coordinator lowers, whether the facts or a person said so', async () => {
    const refused = { code: 'invalid', fields: { risk: 'coordinator-lowers' } }
    await add('transport_notice')
    await expect(override('R2')).rejects.toMatchObject(refused)
    await override('R2', lead)
    expect(await shown()).toMatchObject({ risk: 'R2', risk_then: 'R4' })
    await expect(override('R1')).rejects.toMatchObject(refused)
  })

  test('an override that made it critical is ended by a coordinator alone', async () => {
    await override('R4')
    const standing = (await read()).override
    const end = { ref: file.ref, overrideId: standing?.id ?? '', version: 1 }
    await expect(world.does(owner, endRiskOverride, end)).rejects.toMatchObject({ code: 'invalid' })
    await world.does(lead, endRiskOverride, end)
    expect(await shown()).toMatchObject({ risk: 'R3', risk_then: null })
    expect((await read()).override).toBeNull()
  })
})

describe('what we believed on a day', () => {
  const day = 86_400_000
  const inDays = (days: number) => new Date(Date.now() + days * day)
  const asked = (on: string) =>
    world.as(owner, (ctx) => readSituation(ctx, SituationQuery.parse({ ref: file.ref, on })), inDays(10))

  test('leaves out what was recorded and corrected later; a day that cannot be read shows the present', async () => {
    const correction = { situation: 'RETURNED', when: 'May 2021', correctionOf: file.entry }
    const typed = { ref: file.ref, version: '1', sourceId: file.source, credibility: '3', ...correction }
    await world.as(owner, (ctx) => recordSituation(ctx, RecordSituation.parse(typed)), inDays(5))
    const before = inDays(3).toISOString().slice(0, 10)
    const then = await asked(before)
    expect(then.asked).toMatchObject({ day: before })
    expect(then.entries).toHaveLength(2)
    expect(knownAt(then.entries, then.asked?.until ?? new Date())).toMatchObject([{ id: file.entry }])
    expect((await asked('the day it rained')).asked).toBeNull()
    expect((await asked('2999')).asked).toBeNull()
    expect((await asked('2021')).asked).toMatchObject({ day: '2021-12-31' })
  })
})
