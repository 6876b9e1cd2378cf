import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '@/db/accounts/create-account'
import { disableAccount } from '@/db/accounts/disable-account'
import { inviteAgain } from '@/db/accounts/invite-again'
import { moveAccount } from '@/db/accounts/move-account'
import { readOneStaff, readStaff } from '@/db/accounts/read-staff'
import { asPerson } from '@/db/ctx'
import { createTeam } from '@/db/teams/create-team'
import type { Role } from '@/lib/access/grants'
import { CreateAccount } from '@/lib/accounts/forms'
import { sha256 } from '@/lib/audit/sha256'
import { entriesAbout } from '../../support/entries'
import { type Person, type World, makeWorld } from '../../support/world'

const password = 'the password of whoever asks'

let world: World
let admin: Person

beforeAll(async () => {
  world = await makeWorld()
  admin = await world.person({ role: 'admin', password })
})

const asked = (person: Person, current = password) => ({ accountId: person.id, version: 1, current })

const newcomer = (given: Partial<Record<keyof CreateAccount, string>> = {}) =>
  CreateAccount.parse({
    email: `${randomUUID().slice(0, 8)}@team.example`,
    name: '리미나',
    role: 'caseworker',
    teamId: world.north,
    current: password,
    ...given,
  })

async function accountOf(id: string) {
  const [row] = await world.owner.sql<{ state: string; team: string | null; role: string; version: number }[]>`
    select state, team_id as team, role, version from account where id = ${id}`
  return row
}

const lives = (hash: Uint8Array) =>
  asPerson(world.house, { hash, now: new Date() }, () => Promise.resolve(true)).catch(() => false)

const lastDeed = async (id: string) => (await entriesAbout(world, id)).at(-1)

describe('inviting someone', () => {
  test('makes an account that waits, a link whose hash alone is kept, and an entry', async () => {
    const { id, token } = await world.does(admin, createAccount, newcomer())
    expect(await accountOf(id)).toMatchObject({ state: 'waiting', role: 'caseworker', team: world.north })
    expect(await lastDeed(id)).toMatchObject({ deed: 'account.create', outcome: 'done', actor: admin.id })
    const [kept] = await world.owner.sql<{ hash: Buffer; row: string }[]>`
      select token_hash as hash, i::text as row from invitation i where account_id = ${id}`
    expect(kept?.hash).toEqual(Buffer.from(sha256(Buffer.from(token))))
    expect(kept?.row).not.toContain(token)
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(24)
  })

  test('an account that reads no file stands without a coordinator, and in no team', async () => {
    const { id } = await world.does(admin, createAccount, newcomer({ role: 'auditor' }))
    expect(await accountOf(id)).toMatchObject({ state: 'active', team: null })
  })

  test('asks for a team that stands, and for an address nobody has, whatever its case', async () => {
    const refused = async (given: Parameters<typeof newcomer>[0]) => {
      const error: unknown = await world.does(admin, createAccount, newcomer(given)).catch((thrown: unknown) => thrown)
      return error
    }
    expect(await refused({ teamId: '' })).toMatchObject({ code: 'invalid', fields: { teamId: 'required' } })
    expect(await refused({ teamId: randomUUID() })).toMatchObject({ fields: { teamId: 'not-on-list' } })
    expect(await refused({ email: admin.email.toUpperCase() })).toMatchObject({ fields: { email: 'taken' } })
  })
})

describe('changing an account', () => {
  test('disabled: its sessions end, its link opens nothing, and the entry stands', async () => {
    const kim = await world.person({ role: 'caseworker' })
    await world.does(admin, disableAccount, asked(kim))
    expect(await accountOf(kim.id)).toMatchObject({ state: 'disabled', version: 2 })
    expect(await lives(kim.hash)).toBe(false)
    expect(await lastDeed(kim.id)).toMatchObject({ deed: 'account.disable', actor: admin.id })
  })

  test('disabled once, it is neither moved nor invited back into the house', async () => {
    const kim = await world.person({ role: 'caseworker', state: 'disabled' })
    const input = asked(kim)
    const deeds = [
      () => world.does(admin, moveAccount, { ...input, teamId: world.south }),
      () => world.does(admin, inviteAgain, input),
      () => world.does(admin, disableAccount, input),
    ]
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
    expect(await accountOf(kim.id)).toMatchObject({ state: 'disabled', team: world.north })
  })

  test('moved: it waits for the other team’s coordinator, and its sessions end', async () => {
    const kim = await world.person({ role: 'coordinator' })
    await world.does(admin, moveAccount, { ...asked(kim), teamId: world.south })
    expect(await accountOf(kim.id)).toMatchObject({ state: 'waiting', team: world.south })
    expect(await lives(kim.hash)).toBe(false)
    expect(await lastDeed(kim.id)).toMatchObject({ deed: 'account.move', team: world.south })
  })

  test('moved nowhere: not to the same team, to none, nor one that reads no file', async () => {
    const [kim, auditor] = [await world.person({ role: 'caseworker' }), await world.person({ role: 'auditor' })]
    const moved = (person: Person, teamId: string) => world.does(admin, moveAccount, { ...asked(person), teamId })
    await expect(moved(kim, world.north)).rejects.toMatchObject({ fields: { teamId: 'already-there' } })
    await expect(moved(kim, randomUUID())).rejects.toMatchObject({ fields: { teamId: 'not-on-list' } })
    await expect(moved(auditor, world.north)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await accountOf(auditor.id)).toMatchObject({ state: 'active', team: null })
  })

  test('a new link ends the sessions and the link before it; who reads files waits anew', async () => {
    const kim = await world.person({ role: 'caseworker' })
    const first = await world.does(admin, inviteAgain, asked(kim))
    const second = await world.does(admin, inviteAgain, { ...asked(kim), version: 2 })
    expect(first.token).not.toBe(second.token)
    expect(await accountOf(kim.id)).toMatchObject({ state: 'waiting' })
    expect(await lives(kim.hash)).toBe(false)
    const open = await world.owner
      .sql`select token_hash from invitation where account_id = ${kim.id} and used_at is null`
    expect(open).toHaveLength(1)
    expect((await entriesAbout(world, kim.id)).map(({ deed }) => deed)).toEqual(['account.invite', 'account.invite'])
  })

  test('on a stale page is a conflict with what stands now, and overwrites nothing', async () => {
    const kim = await world.person({ role: 'caseworker' })
    await world.does(admin, moveAccount, { ...asked(kim), teamId: world.south })
    await expect(world.does(admin, disableAccount, asked(kim))).rejects.toMatchObject({
      code: 'conflict',
      theirs: { state: 'waiting', teamId: world.south, version: '2' },
    })
    expect(await accountOf(kim.id)).toMatchObject({ state: 'waiting' })
  })
})

type Deed = (by: Person, about: { kim: Person; current: string }) => Promise<unknown>

const dangerous: [string, Deed][] = [
  ['inviting', (by, { current }) => world.does(by, createAccount, newcomer({ current }))],
  ['disabling', (by, { kim, current }) => world.does(by, disableAccount, asked(kim, current))],
  ['moving', (by, { kim, current }) => world.does(by, moveAccount, { ...asked(kim, current), teamId: world.south })],
  ['a new link', (by, { kim, current }) => world.does(by, inviteAgain, asked(kim, current))],
]

describe.each(dangerous)('%s', (_name, deed) => {
  test('asks for the admin’s own password anew, and a wrong one is told at its field', async () => {
    const kim = await world.person({ role: 'caseworker' })
    const guessed = deed(admin, { kim, current: 'a guess' })
    await expect(guessed).rejects.toMatchObject({ code: 'invalid', fields: { current: 'wrong-password' } })
    expect(await accountOf(kim.id)).toMatchObject({ state: 'active', version: 1 })
  })

  test.each(['caseworker', 'coordinator', 'auditor'] satisfies Role[])('is not for a %s', async (role) => {
    const [kim, by] = [await world.person({ role: 'caseworker' }), await world.person({ role, password })]
    await expect(deed(by, { kim, current: password })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await accountOf(kim.id)).toMatchObject({ state: 'active', version: 1 })
    expect(await entriesAbout(world, kim.id)).toEqual([])
  })
})

test.each(dangerous.slice(1))(
  '%s of an account that does not exist is not found, and of one’s own forbidden',
  async (_name, deed) => {
    const nobody = { ...admin, id: randomUUID() }
    await expect(deed(admin, { kim: nobody, current: password })).rejects.toMatchObject({ code: 'not-found' })
    await expect(deed(admin, { kim: admin, current: password })).rejects.toMatchObject({ code: 'forbidden' })
  },
)

describe('teams', () => {
  test('a new one stands with its entry, and its name is sealed', async () => {
    await world.does(admin, createTeam, { name: '서부팀' })
    const { teams } = await world.does(admin, readStaff, undefined)
    const west = teams.find(({ name }) => name === '서부팀')
    expect(west).toMatchObject({ members: 0 })
    expect(await lastDeed(west?.id ?? '')).toMatchObject({ deed: 'team.create' })
    const rows = await world.owner.sql<{ row: string }[]>`select encode(name, 'hex') as row from team`
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from('서부팀').toString('hex'))
  })

  test('two do not bear one name', async () => {
    const again = world.does(admin, createTeam, { name: 'NORTH TEAM' })
    await expect(again).rejects.toMatchObject({ fields: { name: 'taken' } })
  })

  test('nobody but an admin adds one', async () => {
    for (const role of ['caseworker', 'coordinator', 'auditor'] satisfies Role[]) {
      const by = await world.person({ role })
      await expect(world.does(by, createTeam, { name: role })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('the list of accounts', () => {
  test('opens names and addresses for an admin, says who has not joined, and is an entry', async () => {
    const { id } = await world.does(admin, createAccount, newcomer({ name: '김하나' }))
    const kim = await world.person({ role: 'caseworker', password })
    const { people, teams } = await world.does(admin, readStaff, undefined)
    expect(people.find((person) => person.id === id)).toMatchObject({ name: '김하나', joined: false, own: false })
    expect(people.find((person) => person.id === kim.id)).toMatchObject({ email: kim.email, joined: true })
    expect(people.find((person) => person.id === admin.id)).toMatchObject({ own: true })
    const inNorth = people.filter((person) => person.teamId === world.north && person.state !== 'disabled')
    expect(teams.find((team) => team.id === world.north)?.members).toBe(inNorth.length)
    const { person } = await world.does(admin, readOneStaff, { accountId: kim.id })
    expect(person).toMatchObject({ id: kim.id, email: kim.email })
    expect((await entriesAbout(world, kim.id)).map(({ deed }) => deed)).toEqual(['account.read'])
  })

  test('is for nobody else, and an account that does not exist is not found', async () => {
    for (const role of ['caseworker', 'coordinator', 'auditor'] satisfies Role[]) {
      const by = await world.person({ role })
      await expect(world.does(by, readStaff, undefined)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(world.does(by, readOneStaff, { accountId: by.id })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const nobody = world.does(admin, readOneStaff, { accountId: randomUUID() })
    await expect(nobody).rejects.toMatchObject({ code: 'not-found' })
  })
})
