import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { readCase } from '@/db/cases/read-case'
import { asPerson } from '@/db/ctx'
import { openHouse } from '@/db/house'
import { KeyringError, createKeyring, openKeyring, rotateRoot, unwrapKey, wrapKey } from '@/db/keyring'
import { anOpenFile } from '../../support/cases'
import { makeWorld } from '../../support/world'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'vigil-keys-')), 'keys')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
const epochsOf = () => [...openKeyring(folder).epochs].map(([epoch, key]) => [epoch, Buffer.from(key).toString('hex')])

test('a key folder and its files are for their owner alone', () => {
  createKeyring(folder)
  expect(statSync(folder).mode & 0o077).toBe(0)
  for (const name of readdirSync(folder)) expect(statSync(file(name)).mode & 0o077, name).toBe(0)
})

test('missing keys and wrong keys are told apart, and neither opens', () => {
  expect(() => openKeyring(folder)).toThrow(expect.objectContaining({ code: 'keys-missing' }))
  createKeyring(folder)
  writeFileSync(file('root.key'), Buffer.alloc(32, 1).toString('base64'))
  expect(() => openKeyring(folder)).toThrow(KeyringError)
  expect(() => openKeyring(folder)).toThrow(expect.objectContaining({ code: 'keys-wrong' }))
  writeFileSync(file('root.key'), 'short')
  expect(() => openKeyring(folder)).toThrow(expect.objectContaining({ code: 'keys-wrong' }))
})

test('a wrapped key opens only under the key and the name it was wrapped with', () => {
  const [outer, other, key] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)]
  const wrapped = wrapKey(outer, 'epoch 1', key)
  expect(unwrapKey(outer, 'epoch 1', wrapped)).toEqual(key)
  expect(() => unwrapKey(other, 'epoch 1', wrapped)).toThrow(KeyringError)
  expect(() => unwrapKey(outer, 'epoch 2', wrapped)).toThrow(KeyringError)
})

describe('rotation of the root key', () => {
  test('draws another root and keeps every epoch key', () => {
    createKeyring(folder)
    const [root, epochs] = [readFileSync(file('root.key'), 'utf8'), epochsOf()]
    rotateRoot(folder)
    expect(readFileSync(file('root.key'), 'utf8')).not.toBe(root)
    expect(epochsOf()).toEqual(epochs)
    expect(readdirSync(folder).sort()).toEqual(['epochs.json', 'root.key', 'session.key'])
  })

  test('cut off before the epochs were wrapped anew, it still opens', () => {
    createKeyring(folder)
    const epochs = epochsOf()
    writeFileSync(file('root.key.next'), Buffer.alloc(32, 9).toString('base64'))
    expect(epochsOf()).toEqual(epochs)
    rotateRoot(folder)
    expect(epochsOf()).toEqual(epochs)
  })

  /** The folder as a rotation leaves it that was cut off between its two files: new epochs, the old root beside the next. */
  function cutOff(): void {
    const old = readFileSync(file('root.key'), 'utf8')
    rotateRoot(folder)
    cpSync(file('root.key'), file('root.key.next'))
    writeFileSync(file('root.key'), old)
  }

  test('cut off between the two files, it still opens', () => {
    createKeyring(folder)
    const epochs = epochsOf()
    cutOff()
    expect(epochsOf()).toEqual(epochs)
  })

  test('a rotation that finds one cut off ends that one before it overwrites its root', () => {
    createKeyring(folder)
    const epochs = epochsOf()
    cutOff()
    const next = readFileSync(file('root.key.next'), 'utf8')
    // A folder in the place of the draft stops the rotation right after the next root was written.
    mkdirSync(file('epochs.json.new'))
    expect(() => rotateRoot(folder)).toThrow()
    rmSync(file('epochs.json.new'), { recursive: true })
    expect(readFileSync(file('root.key'), 'utf8')).toBe(next)
    expect(epochsOf()).toEqual(epochs)
    rotateRoot(folder)
    expect(epochsOf()).toEqual(epochs)
  })

  test('everything sealed stays readable and no row of the database changes', async () => {
    const world = await makeWorld()
    const owner = await world.person({ role: 'caseworker' })
    const { ref } = await anOpenFile(world, owner)
    const keys = () => world.owner.sql`select md5(string_agg(k::text, '|' order by id)) as files from vault_key k`
    const houseKeys = () => world.owner.sql`select md5(string_agg(k::text, '|' order by id)) as house from house_key k`
    const before = [await keys(), await houseKeys()]
    cpSync(inject('cluster').keysDir, folder, { recursive: true })
    const rotated = rotateRoot(folder)
    expect([await keys(), await houseKeys()]).toEqual(before)
    const house = await openHouse(world.app, rotated, 1)
    const seen = await asPerson(house, { hash: owner.hash, now: new Date() }, (ctx) => readCase(ctx, { ref }))
    await house.close()
    expect(seen.people[0]?.names.map(({ text }) => text)).toEqual(['리은별', 'Ri Un-byol'])
  })
})

test('a house is not opened with the keyring of another', async () => {
  const world = await makeWorld()
  await expect(openHouse(world.app, createKeyring(folder), 1)).rejects.toMatchObject({ code: 'keys-wrong' })
})
