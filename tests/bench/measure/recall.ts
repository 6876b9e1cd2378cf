import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { root } from '@/app/host/child'
import { nameKeys, prepareName, preparedSimilarity } from '@/lib/names/match'
import { bigramsOf } from '../floor/app/bigrams-of'
import type { ClearName } from '../generator/clear-names'

const queriesMax = 400
const firstOnes = 10

/** Writings of real people as lists in public use attest them (tests/fixtures/names/SOURCE.md). */
export function attestedNames(): ClearName[] {
  const text = readFileSync(join(root, 'tests', 'fixtures', 'names', 'attested-names.tsv'), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [person = '', , name = ''] = line.split('\t')
      return { person, text: name }
    })
}

type Look = (query: ClearName) => Promise<string[]>

function byKeys(names: readonly ClearName[]): Look {
  const ready = names.map((name) => ({ ...name, prepared: prepareName(name.text) }))
  const ofKey = new Map<string, (typeof ready)[number][]>()
  for (const one of ready) for (const key of nameKeys(one.text)) ofKey.set(key, [...(ofKey.get(key) ?? []), one])
  return ({ text }) => {
    const asked = prepareName(text)
    const candidates = [...new Set(nameKeys(text).flatMap((key) => ofKey.get(key) ?? []))]
    const scored = candidates
      .filter((one) => one.text !== text)
      .map(({ person, prepared }) => ({ person, score: preparedSimilarity(asked, prepared) }))
    return Promise.resolve(scored.sort((a, b) => b.score - a.score).map(({ person }) => person))
  }
}

const people = (rows: readonly { person: string }[]) => rows.map(({ person }) => person)

const byTrigrams =
  (sql: Sql): Look =>
  async ({ text }) =>
    people(
      await sql<{ person: string }[]>`
      select person from attested where text <> ${text} and text % ${text} order by text <-> ${text} limit ${firstOnes}`,
    )

const byBigrams =
  (sql: Sql): Look =>
  async ({ text }) => {
    const bigrams = bigramsOf(text)
    return people(
      await sql<{ person: string }[]>`
      select person from attested where text <> ${text} and bigrams && ${bigrams}
       order by cardinality(array(select unnest(bigrams) intersect select unnest(${bigrams}::text[])))::float
                / greatest(cardinality(bigrams), ${bigrams.length}) desc limit ${firstOnes}`,
    )
  }

/** How often another writing of the same person is among the first ten, of as many names as are asked. */
export async function recalls(sql: Sql, names: readonly ClearName[]): Promise<Record<string, number>> {
  const several = names.filter(({ person, text }) => names.some((one) => one.person === person && one.text !== text))
  const queries = several.filter((_, place) => place % Math.ceil(several.length / queriesMax) === 0)
  const found = async (look: Look) => {
    let hits = 0
    for (const query of queries) if ((await look(query)).slice(0, firstOnes).includes(query.person)) hits += 1
    return hits / queries.length
  }
  return {
    Vigil: await found(byKeys(names)),
    trigrams: await found(byTrigrams(sql)),
    bigrams: await found(byBigrams(sql)),
  }
}
