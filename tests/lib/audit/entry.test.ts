import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '@/lib/audit/canonical-json'
import { commitDetails } from '@/lib/audit/commit-details'
import { entryLeaf, entryText } from '@/lib/audit/entry-leaf'
import { jsonLine } from '@/lib/json-line'

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) satisfies Json
const json: fc.Arbitrary<Json> = fc.jsonValue({ noUnicodeString: false }).map(asJson)
const entry = {
  id: '0198c3a0-0000-7000-8000-000000000001',
  at: '2026-11-23T06:03:00.000Z',
  actorId: '0198c3a0-0000-7000-8000-000000000002',
  deed: 'case.open',
  objectIds: ['0198c3a0-0000-7000-8000-000000000003'],
  outcome: 'done',
  detailsCommitment: '00'.repeat(32),
}

test('the example of RFC 8785 §3.2.2 gets the text of §3.2.3', () => {
  const input: Json = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(input)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('members stand in the order of RFC 8785 §3.2.3, by UTF-16 code units', () => {
  const input = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  expect(Object.values(JSON.parse(canonicalJson(input)))).toHaveLength(7)
  expect(canonicalJson(input)).toMatch(
    /Carriage Return.*One.*Control.*Latin Small Letter O With Diaeresis.*Euro Sign.*Emoji: Grinning Face.*Hebrew/,
  )
})

test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
])('the number %s of RFC 8785 appendix B is written %s', (bits, written) => {
  expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written)
})

test('what is not a JSON value is refused', () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    { deep: [Number.NaN] },
    '\ud800',
    { '\udc00': 1 },
    '\\\ud800',
  ])
    expect(() => canonicalJson(value)).toThrow(TypeError)
  expect(canonicalJson('\\ud800')).toBe('"\\\\ud800"')
  expect(canonicalJson('\ud83d\ude00')).toBe('"😀"')
})

test('the canonical text says the same value, whatever the order of its members', () => {
  const shuffled = (value: Json): Json => {
    if (value === null || typeof value !== 'object') return value
    if (value instanceof Array) return value.map(shuffled)
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, shuffled(member ?? null)]),
    )
  }
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
    }),
  )
})

test('a commitment is SHA-256 of salt and canonical details, and another salt or detail gives another', () => {
  const salt = new Uint8Array(32).fill(7)
  const expected = createHash('sha256').update(salt).update('{"a":1,"b":"이름"}').digest('hex')
  expect(hex(commitDetails(salt, { b: '이름', a: 1 }))).toBe(expected)
  expect(hex(commitDetails(new Uint8Array(32).fill(8), { b: '이름', a: 1 }))).not.toBe(expected)
  expect(hex(commitDetails(salt, { b: '이름', a: 2 }))).not.toBe(expected)
  expect(() => commitDetails(new Uint8Array(16), {})).toThrow(RangeError)
})

test('a leaf is the hash of exactly the clear fields, and each of them counts', () => {
  const text =
    '{"actorId":"0198c3a0-0000-7000-8000-000000000002","at":"2026-11-23T06:03:00.000Z","deed":"case.open",' +
    `"detailsCommitment":"${'00'.repeat(32)}","id":"0198c3a0-0000-7000-8000-000000000001",` +
    '"objectIds":["0198c3a0-0000-7000-8000-000000000003"],"outcome":"done"}'
  expect(entryText(entry)).toBe(text)
  expect(hex(entryLeaf(entry))).toBe(createHash('sha256').update('\0').update(text).digest('hex'))
  expect(entryText(Object.assign({ requestId: 'other' }, entry))).toBe(text)
  const changed = [
    { id: 'other' },
    { at: '2026-11-23T06:03:00.001Z' },
    { actorId: null },
    { deed: 'case.close' },
    { objectIds: [] },
    { outcome: 'refused' },
    { detailsCommitment: '01'.repeat(32) },
  ]
  const leaves = changed.map((field) => hex(entryLeaf({ ...entry, ...field })))
  expect(new Set([hex(entryLeaf(entry)), ...leaves]).size).toBe(8)
})

test('a time or commitment in a second spelling is refused', () => {
  for (const at of [
    '2026-11-23T06:03:00Z',
    '2026-11-23 06:03:00.000Z',
    '2026-11-23T06:03:00.000+00:00',
    '2026-13-01T00:00:00.000Z',
  ])
    expect(() => entryLeaf({ ...entry, at })).toThrow(RangeError)
  for (const detailsCommitment of ['', 'AB'.repeat(32), '00'.repeat(31)])
    expect(() => entryLeaf({ ...entry, detailsCommitment })).toThrow(RangeError)
})

test('a JSON line is one line for every reader and says the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      const line = jsonLine({ value, breaks: 'a\u2028b\u2029c\u0085d\r\ne' })
      expect(line.split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(2)
      expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify({ value, breaks: 'a\u2028b\u2029c\u0085d\r\ne' })))
    }),
  )
})
