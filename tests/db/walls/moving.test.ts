import { beforeAll, expect, test } from 'vitest'
import { assignCase, setConfidentiality } from '@/db/cases/assign-case'
import { giveGrant } from '@/db/cases/give-grant'
import { openCase } from '@/db/cases/open-case'
import { readCase } from '@/db/cases/read-case'
import { GiveGrant, SetConfidentiality } from '@/lib/cases/forms'
import { anOpenFile, urgentCall } from '../../support/cases'
import { type World, makeWorld } from '../../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test('a grant into another team’s file lets its holder work, and decide nothing', async () => {
  const home = await world.person({ role: 'coordinator' })
  const worker = await world.person({ role: 'caseworker' })
  const foreign = await world.person({ role: 'coordinator', teamId: world.south })
  const friend = await world.person({ role: 'caseworker', teamId: world.south })
  const { ref } = await anOpenFile(world, worker)
  const grant = (email: string) => GiveGrant.parse({ ref, email, level: 'work', days: '1', reason: 'knows the family' })
  await world.does(home, giveGrant, grant(foreign.email))
  const { version } = await world.does(foreign, readCase, { ref })
  const named = SetConfidentiality.parse({ ref, version: String(version), confidentiality: 'named' })
  await expect(world.does(foreign, giveGrant, grant(friend.email))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(world.does(foreign, setConfidentiality, named)).rejects.toMatchObject({ code: 'forbidden' })
  const assigned = world.does(foreign, assignCase, { ref, version, owner: friend.id })
  await expect(assigned).rejects.toMatchObject({ code: 'forbidden' })
  const past = world.owner.sql.begin(async (tx) => {
    await tx`set local role vigil_owner`
    await tx`select set_config('vigil.session', ${Buffer.from(foreign.hash).toString('hex')}, true)`
    const [file] = await tx`select id from case_file where ref = ${ref}`
    return tx`select move_case(${file?.['id']}, ${worker.id}, 'named', ${version})`
  })
  await expect(past).rejects.toMatchObject({ code: 'VG404' })
})

test('who is moved to another team takes no file along', async () => {
  const worker = await world.person({ role: 'caseworker' })
  const { ref, id } = await anOpenFile(world, worker, { name: '한누리', otherName: '' })
  await world.owner.sql`update account set team_id = ${world.south} where id = ${worker.id}`
  await expect(world.does(worker, readCase, { ref })).rejects.toMatchObject({ code: 'not-found' })
  expect(await world.owner.sql`select from case_reach where case_id = ${id}`).toHaveLength(0)
})

test('an intake that cannot be is refused before any name is searched, and every search leaves its traces', async () => {
  const holder = await world.person({ role: 'caseworker', teamId: world.south })
  await anOpenFile(world, holder, { name: '문가람', otherName: '' })
  const asker = await world.person({ role: 'caseworker' })
  const ask = (given: Parameters<typeof urgentCall>[0]) =>
    world.does(asker, openCase, urgentCall({ name: '문가람', otherName: '', confirmed: '', ...given }))
  const traces = async () => (await world.owner.sql`select from may_exist_use where account_id = ${asker.id}`).length
  await expect(ask({ when: '2999' })).rejects.toMatchObject({ fields: { when: 'not-yet' } })
  expect(await traces()).toBe(0)
  expect(await ask({})).toMatchObject({ opened: false, matches: { teams: ['South team'] } })
  expect(await traces()).toBe(1)
})
