import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { revealContact } from '@/db/contacts/reveal-contact'
import type { Ctx } from '@/db/ctx'
import { claims, contactValues, personNames, vaultKeys } from '@/db/schema'
import type { Place } from '@/db/vault'
import { Refusal } from '@/lib/refusal'
import type { SealedFieldName } from '@/lib/vault/fields'
import { SealBroken, keyIdOf } from '@/lib/vault/seal'
import { type SceneFile, aFullFile, heldBy } from '../../support/scene'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let owner: Person
let file: SceneFile
let other: SceneFile

beforeAll(async () => {
  world = await makeWorld()
  owner = await world.person({ role: 'caseworker' })
  file = await aFullFile(world, owner, 'assigned')
  other = await aFullFile(world, owner, 'assigned')
})

type Value = { field: SealedFieldName; place: Place; sealed: Uint8Array }

async function aName(of: SceneFile): Promise<Value & { place: { personId: string } }> {
  const [row] = await world.owner.db.select().from(personNames).where(eq(personNames.personId, of.subject))
  if (!row) throw new Error('a name was expected')
  return {
    field: 'person_name.text',
    place: { caseId: of.id, rowId: row.id, personId: row.personId },
    sealed: row.text,
  }
}

async function opening(value: Value, as: Person = owner): Promise<unknown> {
  return world
    .as(as, async ({ vault }) => {
      for (const one of [file, other]) await vault.load([{ id: one.id, ...(await heldBy(world, owner, one)) }])
      return vault.open(value.field, value.place, value.sealed)
    })
    .catch((error: unknown) => error)
}

describe('a sealed value opens where it was sealed and nowhere else', () => {
  test('in its own place', async () => {
    expect(['리은별', 'Ri Un-byol']).toContain(await opening(await aName(file)))
  })

  test('not in another row, field or file', async () => {
    const name = await aName(file)
    const { place } = name
    const elsewhere: Value[] = [
      { ...name, place: { ...place, rowId: randomUUID() } },
      { ...name, place: { ...place, caseId: other.id } },
      { ...name, field: 'person.birth' },
      { ...name, field: 'contact_value.value' },
    ]
    for (const value of elsewhere) expect(await opening(value)).toBeInstanceOf(SealBroken)
  })

  test('not with another key written into it, nor with any byte changed', async () => {
    const [mine, theirs] = [await aName(file), await aName(other)]
    const swapped = Buffer.from(mine.sealed)
    Buffer.from(theirs.sealed).copy(swapped, 1, 1, 17)
    expect(await opening({ ...mine, sealed: swapped })).toBeInstanceOf(SealBroken)
    for (const at of [0, 20, 40, mine.sealed.length - 1]) {
      const broken = Buffer.from(mine.sealed)
      broken[at] = (broken[at] ?? 0) ^ 1
      expect(await opening({ ...mine, sealed: broken }), `byte ${at}`).toBeInstanceOf(SealBroken)
    }
    expect(await opening({ ...mine, sealed: mine.sealed.subarray(0, 20) })).toBeInstanceOf(Error)
  })

  test('swapped in the database between two rows it is an error, never another person’s name', async () => {
    const [mine, theirs] = [await aName(file), await aName(other)]
    await world.owner.db.update(personNames).set({ text: theirs.sealed }).where(eq(personNames.id, mine.place.rowId))
    const answer: unknown = await world
      .as(owner, (ctx) => readCase(ctx, { ref: file.ref }))
      .catch((error: unknown) => error)
    await world.owner.db.update(personNames).set({ text: mine.sealed }).where(eq(personNames.id, mine.place.rowId))
    expect(answer).toBeInstanceOf(Error)
  })
})

test('the same text is sealed to other bytes each time, and its length is told in steps of 32 alone', async () => {
  const lengths = new Set<number>()
  await world.as(owner, async ({ vault }: Ctx) => {
    await vault.load([{ id: file.id, ...(await heldBy(world, owner, file)) }])
    const place = { caseId: file.id, rowId: randomUUID() }
    for (const text of ['', 'a', '리은별', 'x'.repeat(31)]) lengths.add(vault.seal('claim.value', place, text).length)
    expect(vault.seal('claim.value', place, 'x'.repeat(32)).length - vault.seal('claim.value', place, 'x').length).toBe(
      32,
    )
    expect(vault.seal('claim.value', place, 'a')).not.toEqual(vault.seal('claim.value', place, 'a'))
  })
  expect([...lengths]).toHaveLength(1)
})

test('every sealed value that stands in the database is padded to 32-byte steps', async () => {
  const overhead = 1 + 16 + 12 + 16
  const rows = await world.owner.db.select().from(claims)
  expect(rows.length).toBeGreaterThan(4)
  for (const row of rows) expect((row.value.length - overhead) % 32).toBe(0)
})

test('each person of a file has a key of their own, apart from that of the file and of its log', async () => {
  const keys = await world.owner.db.select().from(vaultKeys).where(eq(vaultKeys.caseId, file.id))
  const people = await world.owner.sql`select id from person where case_id = ${file.id}`
  expect(
    keys
      .filter(({ purpose }) => purpose === 'person')
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(people.map((row) => String(row['id'])).sort())
  expect(
    keys
      .filter(({ purpose }) => purpose !== 'person')
      .map(({ purpose }) => purpose)
      .sort(),
  ).toEqual(['file', 'log'])
  const name = await aName(file)
  expect(keyIdOf(name.sealed)).toBe(keys.find(({ personId }) => personId === name.place.personId)?.id)
})

describe('nobody without the class gets the field', () => {
  test('a coordinator reads the file, and neither contact values nor who a source is', async () => {
    const lead = await world.person({ role: 'coordinator' })
    const seen = await world.as(lead, (ctx) => readCase(ctx, { ref: file.ref }))
    expect(seen.can).toMatchObject({ reveal: false, revealSources: false })
    const told = JSON.stringify(seen)
    expect(told).not.toContain('+82 10 5555 0101')
    expect(told).not.toContain('Ri Un-ha')
    await expect(world.does(lead, revealContact, { ref: file.ref, channelId: file.channel })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('an auditor or admin opens no value of a file even with its bytes in hand', async () => {
    for (const role of ['auditor', 'admin'] as const) {
      const answer = await opening(await aName(file), await world.person({ role }))
      expect(answer, role).toBeInstanceOf(Refusal)
    }
  })

  test('before anyone is signed in the vault opens nothing of a file', async () => {
    const { asNobody } = await import('@/db/ctx')
    const name = await aName(file)
    const answer: unknown = await asNobody(world.house, new Date(), async ({ vault }) => {
      await vault.load([{ id: file.id, teamId: file.teamId, confidentiality: 'team', own: 'work' }])
      return vault.open(name.field, name.place, name.sealed)
    }).catch((error: unknown) => error)
    expect(answer).toMatchObject({ code: 'forbidden' })
  })
})

test('once the key of a person is destroyed, what was sealed under it can never be read again', async () => {
  const doomed = await aFullFile(world, owner, 'assigned')
  await world.owner.sql`delete from vault_key where person_id = ${doomed.caller}`
  const answer: unknown = await world
    .does(owner, revealContact, { ref: doomed.ref, channelId: doomed.channel })
    .catch((error: unknown) => error)
  expect(answer).toMatchObject({ code: 'not-found' })
  const [value] = await world.owner.db.select().from(contactValues).where(eq(contactValues.channelId, doomed.channel))
  expect(value?.value.length).toBeGreaterThan(0)
})

test('no text of a file stands in clear in any column of any table', async () => {
  const markers = [
    '리은별',
    'Ri Un-byol',
    'riunbyol',
    'Ri Un-ha',
    'her sister',
    'held near the river',
    'Helong',
    '10 5555 0101',
    'marker',
  ]
  const tables = await world.owner.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  for (const { name } of tables) {
    const rows = await world.owner.sql.unsafe<{ text: string; bytes: string }[]>(
      `select t::text as text from "${name}" t`,
    )
    const clear = rows.map(({ text }) => text).join('\n')
    const decoded = [...clear.matchAll(/\\\\x([0-9a-f]+)/g)]
      .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('utf8'))
      .join('\n')
    for (const marker of markers) expect(`${clear}\n${decoded}`.includes(marker), `${name} holds ${marker}`).toBe(false)
  }
})
