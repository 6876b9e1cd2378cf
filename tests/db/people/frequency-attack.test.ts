import { beforeAll, describe, expect, test } from 'vitest'
import { givenKeys, nameKeys } from '@/lib/names/keys'
import { Seeded } from '@/lib/seeded'
import { drawFile } from '../../bench/generator/draw-file'
import { copyInto, gather, type Rows } from '../../bench/generator/copy-into'
import { inventName } from '../../bench/generator/invented-names'
import { makeStaff } from '../../bench/generator/make-staff'
import { sealedRows } from '../../bench/generator/sealed-rows'
import { type World, makeWorld } from '../../support/world'

const files = 1_000
const knownNames = 4_000
const kinds = { sound: nameKeys, given: givenKeys } as const

type Kind = keyof typeof kinds
type Stolen = { tag: string; person: string; kind: string }

let stolen: Stolen[]
/** What each person is truly called; the attacker does not have it. */
const truth = new Map<string, string[]>()

async function fill(world: World) {
  const now = new Date('2024-03-01T00:00:00Z')
  const staff = await makeStaff({ ...world.house, db: world.owner.db }, { seed: 7, now })
  const refs = Array.from({ length: files }, (_, at) => `V-${String(at).padStart(6, '0')}`)
  const rows: Rows = {}
  await world.owner.db.transaction(async (db) => {
    for (let at = 0; at < files; at++) {
      const file = drawFile({ seed: 7, now, refs, firstRef: 0, holders: staff }, at)
      truth.set(
        file.subject.id,
        file.subject.names.map(({ text }) => text),
      )
      for (const part of sealedRows({ db, house: world.house, teams: staff.teams }, file)) gather(rows, part)
      await Promise.resolve()
    }
  })
  await copyInto(world.owner.sql, rows)
}

beforeAll(async () => {
  const world = await makeWorld()
  await fill(world)
  stolen = await world.owner.sql<Stolen[]>`select encode(tag, 'hex') as tag, person_id as person, kind from name_key`
}, 240_000)

/** How many people bear each key, the commonest first, with how many keys those people have: all that a dump shows. */
function ranked(rows: readonly { key: string; person: string }[]): string[] {
  const keysOf = new Map<string, number>()
  for (const { person } of rows) keysOf.set(person, (keysOf.get(person) ?? 0) + 1)
  const seen = new Map<string, { people: number; beside: number }>()
  for (const { key, person } of rows) {
    const { people, beside } = seen.get(key) ?? { people: 0, beside: 0 }
    seen.set(key, { people: people + 1, beside: beside + (keysOf.get(person) ?? 0) })
  }
  return [...seen]
    .sort(([, a], [, b]) => b.people - a.people || a.beside / a.people - b.beside / b.people)
    .map(([key]) => key)
}

/** The attacker knows the engine and how common every name is: names of the same country, drawn apart from those in the dump. */
const known = Array.from({ length: knownNames }, (_, at) => inventName(new Seeded(99, at)))

function guessed(keysOf: (text: string) => string[], dump: readonly { key: string; person: string }[]) {
  const outside = known.flatMap((name, at) =>
    [...new Set([...keysOf(name.own), ...keysOf(name.latin)])].map((key) => ({ key, person: String(at) })),
  )
  const [plain, tags] = [ranked(outside), ranked(dump)]
  return new Map(tags.map((tag, place) => [tag, plain[place]]))
}

/** Of whom at least one key is told rightly by its place among the commonest. */
function recovered(keysOf: (text: string) => string[], dump: readonly { key: string; person: string }[]): number {
  const guesses = guessed(keysOf, dump)
  const right = new Set<string>()
  for (const { key, person } of dump) {
    const guess = guesses.get(key)
    if (guess !== undefined && (truth.get(person) ?? []).some((text) => keysOf(text).includes(guess))) right.add(person)
  }
  return right.size
}

const inDump = (kind: Kind) =>
  stolen.filter((row) => row.kind === kind).map(({ tag, person }) => ({ key: tag, person }))

describe('who has the dump and knows how common every name is', () => {
  test.each([
    ['sound', 0.01],
    ['given', 0.06],
  ] as const)('tells few names by the commonest tags of the kind "%s"', (kind, atMost) => {
    const [found, of] = [recovered(kinds[kind], inDump(kind)), truth.size]
    console.info(
      `tags of the kind "${kind}": what ${String(found)} of ${String(of)} people are called is told by frequency`,
    )
    expect(found / of).toBeLessThan(atMost)
  })

  test('would tell many by a tag of the surname alone, which is why there is none', () => {
    const surname = (text: string) => (/^[\uac00-\ud7a3]/u.test(text) ? [text.slice(0, 1)] : [])
    const dump = [...truth].flatMap(([person, names]) => names.flatMap(surname).map((key) => ({ key, person })))
    const found = recovered(surname, dump)
    console.info(`a tag of the surname would tell the surnames of ${String(found)} of ${String(truth.size)} people`)
    expect(found / truth.size).toBeGreaterThan(0.3)
  })

  test('finds no tag of one kind under the key of another, nor a name tagged without the keys', () => {
    const tags = new Map<string, Set<string>>()
    for (const { tag, kind } of stolen) tags.set(tag, (tags.get(tag) ?? new Set<string>()).add(kind))
    expect([...tags.values()].every((of) => of.size === 1)).toBe(true)
    expect(new Set(stolen.map(({ kind }) => kind))).toEqual(new Set(['whole', 'sound', 'given']))
  })
})
