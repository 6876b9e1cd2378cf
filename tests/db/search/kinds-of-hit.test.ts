import { beforeAll, describe, expect, test } from 'vitest'
import { showFound } from '@/db/search/show-found'
import { writeComment } from '@/db/together/write-comment'
import { WriteComment } from '@/lib/together/forms'
import { anOpenFile } from '../../support/cases'
import { searching } from '../../support/searching'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let lead: Person
let far: Person
let hers: { id: string; ref: string }
let other: { id: string; ref: string }
let find: ReturnType<typeof searching>

beforeAll(async () => {
  world = await makeWorld()
  find = searching(world)
  const one = (role: Person['role'], teamId = world.north) => world.person({ role, teamId })
  ;[mina, lead, far] = [await one('caseworker'), await one('coordinator'), await one('caseworker', world.south)]
  hers = await anOpenFile(world, mina, {
    name: '김철옥',
    otherName: 'Kim Chŏl-ok',
    account: '두만강을 건너다 잡혔다. The soldiers were searching along the rivers.',
    province: 'CN-JL',
    contactValue: '010-5555-0101',
    when: 'March 2021',
  })
  other = await anOpenFile(world, mina, {
    name: '문가람',
    otherName: 'Mun Ga-ram',
    account: 'Nobody has heard of her since.',
    province: 'KP-09',
    situation: 'HIDING',
    contactValue: 'wechat_of_mun',
    contactKind: 'wechat',
    when: 'May 2023',
  })
})

describe('each kind of hit', () => {
  test.each(['김철옥', 'Kim Cheol-ok', 'KIM Chol Ok', '金哲玉', 'Cheolok Kim'])(
    'a name is found however it was written, and is said to be a name: %s',
    async (name) => {
      expect(await find.found(mina, name)).toEqual([{ ref: hers.ref, kinds: ['name'] }])
    },
  )

  test('a name says why it matches, in codes that have words', async () => {
    const { rows } = await find.read(mina, await find.search(mina, 'Gim Cheolok', { kind: 'name' }))
    expect(rows[0]?.hits[0]?.reasons).toContain('same-in-rr')
  })

  test('the code of a file leads to it, with blanks and small letters too', async () => {
    const typed = other.ref.toLowerCase().replaceAll('-', ' ')
    expect(await find.found(mina, typed)).toEqual([{ ref: other.ref, kinds: ['code'] }])
  })

  test.each(['+82 10 5555 0101', '01055550101', '0082-10-5555-0101', '+82（10）5555–0101'])(
    'a number is found however it was written: %s',
    async (number) => {
      expect(await find.found(mina, number)).toEqual([{ ref: hers.ref, kinds: ['phone'] }])
    },
  )

  test('an account of another kind is found by its letters', async () => {
    expect(await find.found(mina, 'WeChat_of_Mun')).toEqual([{ ref: other.ref, kinds: ['phone'] }])
  })

  test('a number is found by nobody who may not see it, though the file is within reach', async () => {
    expect(await find.found(lead, '김철옥')).toHaveLength(1)
    expect(await find.found(lead, '+82 10 5555 0101')).toEqual([])
  })

  test.each(['Jilin', '지린', 'jil'])('a place is found by its province in either language: %s', async (place) => {
    expect(await find.found(mina, place, { kind: 'place' })).toEqual([{ ref: hers.ref, kinds: ['place'] }])
  })

  test.each(['두만강', '두만강에서', '두만강으로', 'river', 'searched', 'soldier rivers', '건너'])(
    'words are found with any particle behind them and in any form of their stem: %s',
    async (word) => {
      expect(await find.found(mina, word, { kind: 'word' })).toEqual([{ ref: hers.ref, kinds: ['word'] }])
    },
  )

  test('words of every record are looked through, and all of them have to stand there', async () => {
    await world.does(mina, writeComment, WriteComment.parse({ ref: other.ref, text: 'Her uncle keeps bees.' }))
    expect(await find.found(mina, 'bee uncle', { kind: 'word' })).toEqual([{ ref: other.ref, kinds: ['word'] }])
    expect(await find.found(mina, 'bees soldiers', { kind: 'word' })).toEqual([])
  })
})

describe('what narrows a search from the start', () => {
  test.each([
    ['situation', 'HIDING'],
    ['year', '2023'],
  ])('%s', async (name, value) => {
    const narrowed = { kind: 'word', [name]: value }
    expect(await find.found(mina, 'of her', narrowed)).toEqual([{ ref: other.ref, kinds: ['word'] }])
    expect(await find.found(mina, '두만강', narrowed)).toEqual([])
    expect(await find.found(mina, '김철옥', { [name]: value })).toEqual([])
  })

  test('who holds the file, and whether it is of the own team', async () => {
    expect(await find.found(mina, '김철옥', { assignee: mina.id, team: 'own' })).toHaveLength(1)
    expect(await find.found(mina, '김철옥', { assignee: lead.id })).toEqual([])
    expect(await find.found(mina, '김철옥', { team: 'other' })).toEqual([])
  })

  test('the kind of match, and nothing of another kind', async () => {
    expect(await find.found(mina, '김철옥', { kind: 'word' })).toEqual([])
  })
})

describe('names and words', () => {
  test('stay shut until they are asked for, and then each page of them is an entry', async () => {
    const id = await find.search(mina, '두만강', { kind: 'word' })
    expect((await find.read(mina, id)).rows[0]).toMatchObject({ name: null, hits: [{ text: null }] })
    await world.does(mina, showFound, { id })
    expect((await find.read(mina, id)).rows[0]).toMatchObject({
      name: '김철옥',
      hits: [{ text: '두만강을 건너다 잡혔다.' }],
    })
    const entries = await world.owner.sql`select object_ids from audit_entry where deed = 'search.read'`
    expect(entries).toEqual([{ object_ids: [id, hers.id] }])
    const name = await find.search(mina, 'Kim Cheol-ok')
    expect((await find.read(mina, name)).rows[0]).toMatchObject({ name: null, hits: [{ text: null }] })
    await world.does(mina, showFound, { id: name })
    expect((await find.read(mina, name)).rows[0]?.hits[0]?.text).toMatch(/김철옥|Kim Chŏl-ok/)
  })

  test('no one of another team finds anything of these files', async () => {
    for (const text of ['김철옥', hers.ref, '+82 10 5555 0101', 'Jilin', '두만강']) {
      expect(await find.found(far, text), text).toEqual([])
    }
  })
})
