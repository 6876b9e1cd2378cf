import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isSyllable, southern, syllableCode } from '@/lib/names/hangul'
import { nameKeys, type PreparedName, prepareName, preparedSimilarity, sameNameFrom } from '@/lib/names/match'
import { Seeded } from '@/lib/seeded'

type Person = { id: string; names: string[]; hangul: string[] }

const pairsOfPersonMax = 6
const queriesMax = 60
const strangersMax = 25_000

const fixture = fileURLToPath(new URL('../../fixtures/names/attested-names.tsv', import.meta.url))
const drawn = new Seeded(7, 1)
/** Writings that differ only in signs and letter case are one. */
const plain = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-,.‐–]+/g, '')
    .replace(/[’‘ʼ`]/g, "'")
const sound = (hangul: string) =>
  [...hangul].map((letter, at) => (isSyllable(letter) && at === 0 ? southern(syllableCode(letter)) : letter)).join()

function readPersons(): Person[] {
  const persons = new Map<string, Person>()
  for (const line of readFileSync(fixture, 'utf8').trim().split('\n').slice(1)) {
    const [id = '', script, name = ''] = line.split('\t')
    const person = persons.get(id) ?? { id, names: [], hangul: [] }
    persons.set(id, person)
    if (!person.names.some((known) => plain(known) === plain(name))) person.names.push(name)
    if (script === 'ko-Hang') person.hangul.push(sound(name))
  }
  return [...persons.values()]
}

const persons = readPersons()
const prepared = new Map<string, PreparedName>(
  persons.flatMap(({ names }) => names.map((name) => [name, prepareName(name)])),
)
const ready = (name: string) => prepared.get(name) ?? prepareName(name)
const alike = (a: string, b: string) => preparedSimilarity(ready(a), ready(b))
const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

const pairs = persons.flatMap(({ names }) =>
  names
    .flatMap((a, at) => names.slice(at + 1).map((b): [string, string] => [a, b]))

    .slice(0, pairsOfPersonMax),
)
const several = persons.filter(({ names }) => names.length > 1)
const known = persons.filter(({ hangul }) => hangul.length > 0)
const told = (a: Person, b: Person) => !a.hangul.some((name) => b.hangul.includes(name))
/** Two names of three syllables that share the surname and just one syllable of the given name. */
function hard(a: Person, b: Person): boolean {
  const [x = [], y = []] = [a.hangul[0]?.split(','), b.hangul[0]?.split(',')]
  return x.length === 3 && y.length === 3 && x[0] === y[0] && (x[1] === y[1]) !== (x[2] === y[2])
}

test('97.5 % of the writings of one person are taken for one name, at 97.5 % precision in the pool', () => {
  const recall = share(pairs.map(([a, b]) => alike(a, b) >= sameNameFrom))
  let strangers = 0
  let taken = 0
  while (strangers < strangersMax) {
    const [a, b] = [drawn.pick(known), drawn.pick(known)]
    const [x, y] = [drawn.pick(a.names), drawn.pick(b.names)]
    if (!told(a, b) || hard(a, b) || plain(x) === plain(y)) continue
    strangers++
    if (alike(x, y) >= sameNameFrom) taken++
  }
  const hardPairs = known.flatMap((a, at) =>
    known
      .slice(at + 1)
      .filter((b) => told(a, b) && hard(a, b))
      .map((b) => [a, b] as const),
  )
  const mistaken = mean(
    hardPairs.map(([a, b]) =>
      mean(a.names.flatMap((x) => b.names.map((y) => Number(plain(x) !== plain(y) && alike(x, y) >= sameNameFrom)))),
    ),
  )
  const ofAll = (known.length * (known.length - 1)) / 2 - hardPairs.length
  const found = recall * several.length
  const wrong = mistaken * hardPairs.length + (taken / strangers) * ofAll
  expect(recall).toBeGreaterThanOrEqual(0.975)
  expect(mistaken).toBeLessThanOrEqual(0.007)
  expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.975)
}, 60_000)

test('99 % of the other writings of a person stand among the first ten of all names', () => {
  const all = persons.flatMap((person) => person.names.map((name) => ({ person, name })))
  const recalls = several
    .filter((_, at) => at % Math.floor(several.length / queriesMax) === 0)
    .map((person) => {
      const [query = '', ...others] = person.names
      const ranked = all
        .filter((other) => other.name !== query && (other.person === person || told(other.person, person)))
        .map(({ person: owner, name }) => ({ owner, similarity: alike(query, name) }))
        .sort((a, b) => b.similarity - a.similarity)
      return ranked.slice(0, 10).filter(({ owner }) => owner === person).length / Math.min(10, others.length)
    })
  expect(mean(recalls)).toBeGreaterThanOrEqual(0.99)
}, 60_000)

test('98.5 % of the writings of one person share a key, at no more than five candidates a name', () => {
  const names = [...new Set(persons.flatMap((person) => person.names))]
  const keys = new Map(names.map((name) => [name, nameKeys(name)]))
  const recall = share(pairs.map(([a, b]) => keys.get(a)?.some((key) => keys.get(b)?.includes(key)) ?? false))
  const blocks = new Map<string, string[]>()
  for (const [name, own] of keys) for (const key of own) blocks.set(key, [...(blocks.get(key) ?? []), name])
  const candidates = names.map((name) => new Set(keys.get(name)?.flatMap((key) => blocks.get(key) ?? [])).size - 1)
  expect(recall).toBeGreaterThanOrEqual(0.985)
  expect(candidates.reduce((sum, count) => sum + Math.max(0, count), 0) / names.length).toBeLessThanOrEqual(5)
}, 60_000)
