import { beforeAll, expect, test } from 'vitest'
import { clearColumns } from '@/lib/vault/clear'
import { sealedFields } from '@/lib/vault/fields'
import { type World, makeWorld } from '../../support/world'

type Column = { name: string; type: string; kind: string }

let world: World
let columns: Column[]

beforeAll(async () => {
  world = await makeWorld()
  columns = await world.owner.sql<Column[]>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type, c.relkind::text as kind
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f') and a.attnum > 0 and not a.attisdropped
     order by 1`
})

const sealed: ReadonlyMap<string, { code: number }> = new Map(Object.entries(sealedFields))

test('every column is sealed or stands in the list of clear columns with its purpose', () => {
  const unknown = columns.filter(({ name }) => !(name in clearColumns) && !sealed.has(name))
  expect(unknown.map(({ name }) => name)).toEqual([])
  expect(columns.length).toBeGreaterThan(150)
})

test('no column is both clear and sealed, and each clear one says what it is for', () => {
  expect(Object.keys(clearColumns).filter((name) => sealed.has(name))).toEqual([])
  expect(Object.entries(clearColumns).filter(([, purpose]) => purpose.trim().length < 10)).toEqual([])
})

test('every sealed field is a column of bytes, and every clear column is one that stands', () => {
  const types = new Map(columns.map(({ name, type }) => [name, type]))
  expect([...sealed.keys()].filter((name) => types.get(name) !== 'bytea')).toEqual([])
  expect(Object.keys(clearColumns).filter((name) => !types.has(name))).toEqual([])
})

test('bytes in clear are tags, hashes or wrapped keys', () => {
  const bytes = columns.filter(({ name, type }) => type === 'bytea' && name in clearColumns)
  expect(bytes.length).toBeGreaterThan(8)
  expect(bytes.filter(({ name }) => !/^(keyed tag|hash|a key, wrapped)/.test(clearColumns[name] ?? ''))).toEqual([])
})

test('no clear column is of a type that holds text of any shape', () => {
  const loose = columns.filter(({ type }) => /json|xml|tsvector|hstore|varchar/.test(type))
  expect(loose).toEqual([])
})

test('no two fields share a code', () => {
  const codes = [...sealed.values()].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('tables alone hold rows: no materialised copy stands beside them', () => {
  expect(columns.filter(({ kind }) => kind !== 'r')).toEqual([])
})
