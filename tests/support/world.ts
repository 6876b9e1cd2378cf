import { randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { type Ctx, type Verb, asPerson } from '@/db/ctx'
import { type House, openHouse } from '@/db/house'
import { openKeyring } from '@/db/keyring'
import { rolePassword } from '@/db/role-password'
import { accounts, sessions, teams } from '@/db/schema'
import { sessionHash } from '@/db/accounts/sign-in'
import { hashPassword } from '@/db/accounts/password'
import { connect } from '@/db/client'
import { Vault } from '@/db/vault'
import type { Role } from '@/lib/access/grants'
import { emailKey } from '@/lib/accounts/forms'
import type { Connection } from '@/lib/database-url'

export type Person = {
  id: string
  role: Role
  teamId: string | null
  email: string
  hash: Uint8Array
  sessionId: string
}

export type World = {
  house: House
  owner: ReturnType<typeof connect>
  app: Connection
  connection: (
    role: 'vigil_owner' | 'vigil_app' | 'vigil_sequencer' | 'vigil_clock' | 'vigil_notifier' | 'vigil_matcher',
  ) => Connection
  north: string
  south: string
  person: (given: { role: Role; teamId?: string | null; state?: string; password?: string }) => Promise<Person>
  as: <T>(person: Person, run: (ctx: Ctx) => Promise<T>, now?: Date) => Promise<T>
  does: <I, O>(person: Person, verb: Verb<Ctx, I, O>, input: I) => Promise<O>
}

async function clone(): Promise<(role: Parameters<World['connection']>[0]) => Connection> {
  const { owner, superuser, keysDir } = inject('cluster')
  const database = `world_${randomBytes(6).toString('hex')}`
  const admin = postgres({ ...superuser, max: 1, onnotice: () => undefined })
  await admin.unsafe(`create database ${database} template ${owner.database} owner vigil_owner`)
  await admin.unsafe(
    `grant connect on database ${database} to vigil_app, vigil_sequencer, vigil_clock, vigil_notifier, vigil_matcher`,
  )
  await admin.end()
  afterAll(async () => {
    const last = postgres({ ...superuser, max: 1, onnotice: () => undefined })
    await last.unsafe(`drop database if exists ${database} with (force)`)
    await last.end()
  })
  return (role) =>
    role === 'vigil_owner'
      ? { ...owner, database }
      : { ...owner, database, username: role, password: rolePassword(keysDir, role) }
}

/** A database of this test file's own, two teams in it, and people made as they are asked for. */
export async function makeWorld(): Promise<World> {
  const connection = await clone()
  const owner = connect(connection('vigil_owner'), 2)
  const house = await openHouse(connection('vigil_app'), openKeyring(inject('cluster').keysDir), 4)
  afterAll(() => Promise.all([house.close(), owner.sql.end({ timeout: 5 })]))
  const [north, south] = [randomUUID(), randomUUID()]
  await owner.db.transaction(async (tx) => {
    const vault = new Vault(tx, house, null)
    const named = (id: string, name: string) => ({
      id,
      name: vault.sealForHouse('team.name', id, Buffer.from(name)),
      createdAt: new Date(),
    })
    await tx.insert(teams).values([named(north, 'North team'), named(south, 'South team')])
  })
  const person = (given: Parameters<World['person']>[0]) => makePerson({ owner, house, north }, given)
  const as: World['as'] = (who, run, now = new Date()) => asPerson(house, { hash: who.hash, now }, run)
  const does: World['does'] = (who, verb, input) => as(who, (ctx) => verb(ctx, input))
  return { house, owner, app: connection('vigil_app'), connection, north, south, person, as, does }
}

type Made = Pick<World, 'owner' | 'house' | 'north'>

async function makePerson(world: Made, given: Parameters<World['person']>[0]): Promise<Person> {
  const { role, state = 'active', password } = given
  const [id, sessionId, secret] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')]
  const teamId =
    given.teamId === undefined ? (role === 'auditor' || role === 'admin' ? null : world.north) : given.teamId
  const email = `${role}-${id.slice(0, 8)}@test.example`
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  await world.owner.db.transaction(async (tx) => {
    const vault = new Vault(tx, world.house, null)
    const staff = (field: 'account.email' | 'account.name' | 'account.password_hash', text: string) =>
      vault.sealForHouse(field, id, Buffer.from(text))
    await tx.insert(accounts).values({
      id,
      teamId,
      role,
      state,
      emailTag: vault.tag('email', emailKey(email)),
      email: staff('account.email', email),
      name: staff('account.name', `${role} ${id.slice(0, 4)}`),
      passwordHash: passwordHash === undefined ? null : staff('account.password_hash', passwordHash),
      createdAt: new Date(),
      hereAt: new Date(),
    })
    const [now, later] = [new Date(), new Date(Date.now() + 3_600_000)]
    await tx.insert(sessions).values({
      id: sessionId,
      hash: sessionHash(secret),
      accountId: id,
      accessVersion: 1,
      startedAt: now,
      seenAt: now,
      idleUntil: later,
      absoluteUntil: later,
    })
  })
  return { id, role, teamId, email, hash: sessionHash(secret), sessionId }
}
