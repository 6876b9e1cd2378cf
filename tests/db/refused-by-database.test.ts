import { DrizzleQueryError } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { refusedByDatabase } from '@/db/refused-by-database'

const fault = (code: string, message = 'of the database') =>
  Object.assign(new postgres.PostgresError(message), { code, detail: 'Key (text)=(리은별) already exists.' })

const known = [
  ['VG403', 'forbidden'],
  ['VG404', 'not-found'],
  ['VG423', 'forbidden'],
  ['VG429', 'too-many'],
  ['42501', 'forbidden'],
  ['23505', 'conflict'],
] as const

test.each(known)('what the walls answer with %s is the refusal %s', (state, code) => {
  expect(refusedByDatabase(fault(state))).toMatchObject({ name: 'Refusal', code, fields: undefined, theirs: undefined })
})

test.each(known)('%s is found under the errors that wrap it', (state, code) => {
  const wrapped = new DrizzleQueryError('select 1', ['secret'], fault(state))
  expect(refusedByDatabase(wrapped)?.code).toBe(code)
  expect(refusedByDatabase(new Error('outer', { cause: wrapped }))?.code).toBe(code)
})

test('nothing of the database’s text is carried over', () => {
  const refusal = refusedByDatabase(new DrizzleQueryError('select 1', ['secret'], fault('23505', 'marker')))
  expect(JSON.stringify([refusal, refusal?.message, refusal?.cause])).not.toMatch(/marker|secret|리은별|select/)
})

test('every other error is a fault, not a refusal', () => {
  const loop = new Error('a')
  loop.cause = loop
  const others = [
    fault('22P02'),
    fault('23503'),
    fault('08006'),
    new Error('x'),
    Object.assign(new Error('x'), { code: '42501' }),
    loop,
    null,
    'VG403',
    undefined,
  ]
  for (const other of others) expect(refusedByDatabase(other)).toBeNull()
})
