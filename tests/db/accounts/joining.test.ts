import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { confirmAccount } from '@/db/accounts/confirm-account'
import { assertFewMisses, countMiss } from '@/db/accounts/count-miss'
import { createAccount } from '@/db/accounts/create-account'
import { disableAccount } from '@/db/accounts/disable-account'
import { inviteAgain } from '@/db/accounts/invite-again'
import { join, readInvitation } from '@/db/accounts/join'
import { listTeams } from '@/db/accounts/list-staff'
import { sessionHash, signIn } from '@/db/accounts/sign-in'
import { waitingAccounts } from '@/db/accounts/waiting-accounts'
import { type OutsideCtx, asNobody, asPerson } from '@/db/ctx'
import { foundWorld } from '@/db/worlds/found-world'
import { createTeam } from '@/db/teams/create-team'
import type { Role } from '@/lib/access/grants'
import { CreateAccount, Found, FoundTeam, Join } from '@/lib/accounts/forms'
import { anOpenFile } from '../../support/cases'
import { entriesAbout } from '../../support/entries'
import { type Person, type World, makeWorld } from '../../support/world'

const password = '아무도 모르는 긴 문장'
const twice = { password, again: password }

let world: World
let admin: Person
let lead: Person

beforeAll(async () => {
  world = await makeWorld()
  admin = await world.person({ role: 'admin', password })
  lead = await world.person({ role: 'coordinator' })
})

const outside = <T>(run: (ctx: OutsideCtx) => Promise<T>, at: World = world) => asNobody(at.house, new Date(), run)

const enters = (email: string, given = password, at: World = world) =>
  outside((ctx) => signIn(ctx, { email, password: given, address: '192.0.2.9' }), at)

async function invited(role: Role = 'caseworker', teamId = world.north) {
  const email = `${randomUUID().slice(0, 8)}@team.example`
  const input = CreateAccount.parse({ email, name: '리미나', role, teamId, current: password })
  return { email, ...(await world.does(admin, createAccount, input)) }
}

const joins = (token: string) => outside((ctx) => join(ctx, Join.parse({ token, ...twice })))

describe('a one-time link', () => {
  test('says whom it is for, sets the password once, and the entry stands', async () => {
    const { id, email, token } = await invited('auditor')
    expect(await outside((ctx) => readInvitation(ctx, { token }))).toEqual({
      role: 'auditor',
      founding: false,
      name: '리미나',
      team: null,
    })
    expect(await joins(token)).toEqual({ waits: false })
    expect((await enters(email, password.normalize('NFC'))).locale).toBe('en')
    expect((await entriesAbout(world, id)).map(({ deed, actor }) => [deed, actor === null])).toEqual([
      ['account.create', false],
      ['account.join', true],
      ['account.sign-in', false],
    ])
  })

  test('names the team of who joins one', async () => {
    const { token } = await invited()
    expect(await outside((ctx) => readInvitation(ctx, { token }))).toMatchObject({ team: 'North team' })
  })

  test.each(['unknown', 'used', 'run out', 'replaced', 'disabled'])('is not found when it is %s', async (how) => {
    const { id, token } = await invited()
    if (how === 'used') await joins(token)
    if (how === 'run out') await world.owner.sql`update invitation set until = now() where account_id = ${id}`
    if (how === 'replaced') await world.does(admin, inviteAgain, { accountId: id, version: 1, current: password })
    if (how === 'disabled') await world.does(admin, disableAccount, { accountId: id, version: 1, current: password })
    const tried = how === 'unknown' ? `${token}x` : token
    await expect(outside((ctx) => readInvitation(ctx, { token: tried }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(joins(tried)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is spent by one of two who use it at once', async () => {
    const { token } = await invited()
    const answers = await Promise.allSettled([joins(token), joins(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('does not let who is invited choose a name, an address, a role or a team', async () => {
    const { id, email, token } = await invited('auditor')
    const found = FoundTeam.parse({ token, email: 'other@team.example', name: 'Other', teamName: 'Other', ...twice })
    await outside((ctx) => join(ctx, found))
    await expect(enters('other@team.example')).rejects.toMatchObject({ code: 'invalid' })
    const { sessionId } = await enters(email)
    await asPerson(world.house, { hash: sessionHash(sessionId), now: new Date() }, (ctx) => {
      expect(ctx.actor).toMatchObject({ id, name: '리미나', role: 'auditor', teamId: null })
      return Promise.resolve()
    })
  })

  test('guessed at from one address is answered more and more slowly', async () => {
    const [address, now] = ['192.0.2.66', new Date()]
    for (let time = 0; time < 29; time += 1) await countMiss(world.house, { address, now })
    await outside((ctx) => assertFewMisses(ctx, address))
    await countMiss(world.house, { address, now })
    await expect(outside((ctx) => assertFewMisses(ctx, address))).rejects.toMatchObject({ code: 'too-many' })
    await outside((ctx) => assertFewMisses(ctx, '192.0.2.67'))
  })
})

describe('an account that reads files', () => {
  test('takes effect when a coordinator of its team confirms it, with an entry of the team', async () => {
    const { id, email, token } = await invited()
    expect(await joins(token)).toEqual({ waits: true })
    await expect(enters(email)).rejects.toMatchObject({ code: 'invalid' })
    const [row] = (await world.as(lead, waitingAccounts)).filter((account) => account.id === id)
    expect(row).toMatchObject({ name: '리미나', joined: true, otherTeam: null })
    await world.does(lead, confirmAccount, { accountId: id, version: row?.version ?? 0 })
    expect((await enters(email)).theme).toBe('system')
    expect((await entriesAbout(world, id)).find(({ deed }) => deed === 'account.confirm')).toMatchObject({
      actor: lead.id,
      team: world.north,
    })
  })

  test('is not confirmed before its person has used the link, so that who holds the link gets nothing by it', async () => {
    const { id } = await invited()
    const [row] = (await world.as(lead, waitingAccounts)).filter((account) => account.id === id)
    expect(row).toMatchObject({ joined: false })
    const early = world.does(lead, confirmAccount, { accountId: id, version: 1 })
    await expect(early).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is confirmed as it stands on the page: a changed one is a conflict', async () => {
    const { id, token } = await invited()
    await joins(token)
    const stale = world.does(lead, confirmAccount, { accountId: id, version: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'conflict', theirs: { version: '2' } })
  })

  test('is confirmed by no lesser role, by no admin, and not found by another team’s coordinator', async () => {
    const { id, token } = await invited()
    await joins(token)
    const input = { accountId: id, version: 2 }
    for (const role of ['caseworker', 'auditor', 'admin'] satisfies Role[]) {
      const by = await world.person({ role })
      await expect(world.does(by, confirmAccount, input)).rejects.toMatchObject({ code: 'forbidden' })
      expect(await world.as(by, waitingAccounts)).toEqual([])
    }
    const stranger = await world.person({ role: 'coordinator', teamId: world.south })
    await expect(world.does(stranger, confirmAccount, input)).rejects.toMatchObject({ code: 'not-found' })
    expect((await world.as(stranger, waitingAccounts)).map((account) => account.id)).not.toContain(id)
  })
})

describe('the first coordinator of a new team', () => {
  async function aTeam(name: string) {
    await world.does(admin, createTeam, { name })
    return (await world.as(admin, listTeams)).find((team) => team.name === name)?.id ?? ''
  }

  test('is confirmed by a coordinator of another team, and only the first', async () => {
    const east = await aTeam('East team')
    const [first, worker] = [await invited('coordinator', east), await invited('caseworker', east)]
    await joins(first.token)
    await joins(worker.token)
    const waiting = await world.as(lead, waitingAccounts)
    expect(waiting.find(({ id }) => id === first.id)).toMatchObject({ otherTeam: 'East team', role: 'coordinator' })
    expect(waiting.map(({ id }) => id)).not.toContain(worker.id)
    await world.does(lead, confirmAccount, { accountId: first.id, version: 2 })
    const second = await invited('coordinator', east)
    await joins(second.token)
    const more = world.does(lead, confirmAccount, { accountId: second.id, version: 2 })
    await expect(more).rejects.toMatchObject({ code: 'not-found' })
  })

  test('may be confirmed from outside where the team has lost its last one, files or not', async () => {
    const west = await aTeam('West team')
    const worker = await world.person({ role: 'caseworker', teamId: west })
    await anOpenFile(world, worker)
    const { id, token } = await invited('coordinator', west)
    await joins(token)
    const in_ = world.does(lead, confirmAccount, { accountId: id, version: 2 })
    await expect(in_).resolves.toBeUndefined()
  })
})

describe('the first two of a world', () => {
  test('say who they are, the coordinator names the team, and neither waits', async () => {
    const own = await makeWorld()
    await own.owner.sql`delete from team`
    const links = await foundWorld({ ...own.house, db: own.owner.db }, new Date())
    if (!links?.admin || !links.coordinator) throw new Error('links were expected')
    const { admin, coordinator: link } = links
    const first = { token: admin, email: 'first@own.example', name: '첫 관리자', ...twice }
    expect(await outside((ctx) => readInvitation(ctx, { token: admin }), own)).toEqual({
      role: 'admin',
      founding: true,
      name: null,
      team: null,
    })
    const nameless = outside((ctx) => join(ctx, Join.parse(first)), own)
    await expect(nameless).rejects.toMatchObject({ code: 'invalid', fields: { email: 'required', name: 'required' } })
    expect(await outside((ctx) => join(ctx, Found.parse(first)), own)).toEqual({ waits: false })

    const second = { ...first, token: link, teamName: '북부팀' }
    const teamless = outside((ctx) => join(ctx, Found.parse({ ...second, email: 'second@own.example' })), own)
    await expect(teamless).rejects.toMatchObject({ fields: { teamName: 'required' } })
    const same = outside((ctx) => join(ctx, FoundTeam.parse({ ...second, email: 'FIRST@own.example' })), own)
    await expect(same).rejects.toMatchObject({ code: 'invalid', fields: { email: 'taken' } })
    const coordinator = FoundTeam.parse({
      ...second,
      email: 'second@own.example',
      name: '첫 코디네이터'.normalize('NFD'),
    })
    expect(await outside((ctx) => join(ctx, coordinator), own)).toEqual({ waits: false })

    const { sessionId } = await enters('second@own.example', password, own)
    await asPerson(own.house, { hash: sessionHash(sessionId), now: new Date() }, (ctx) => {
      expect(ctx.actor).toMatchObject({ role: 'coordinator', teamName: '북부팀', name: '첫 코디네이터' })
      return Promise.resolve()
    })
    expect(await foundWorld({ ...own.house, db: own.owner.db }, new Date())).toBeNull()
  })
})
