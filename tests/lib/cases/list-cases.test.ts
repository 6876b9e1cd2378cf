import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ListCases, listKey } from '@/lib/cases/list-cases'
import { caseColumns, columnsOf } from '@/lib/cases/chosen-columns'
import { caseSorts, placeIn, placeText } from '@/lib/cases/list-place'

const id = '0b7f1f6e-0c07-4a5d-9b7e-3e8a3e6f4c11'

test('what is no filter, order or column is left out, so that a mistyped address shows the list', () => {
  const query = {
    situation: 'NOWHERE',
    risk: ['R4', 'R3'],
    sort: 'names',
    columns: 'secrets',
    worker: 'me',
    after: '1~2',
  }
  expect(listKey(ListCases.parse(query))).toBe('')
})

test('the same list has one address, whatever was sent', () => {
  const sent = { sort: 'risk', columns: ['silence', 'risk'], risk: 'R4', workflow: 'all', after: `R4~x~${id}` }
  expect(listKey(ListCases.parse(sent))).toBe('risk=R4&workflow=all&sort=risk&columns=ref.risk.silence')
  const again = ListCases.parse(Object.fromEntries(new URLSearchParams(listKey(ListCases.parse(sent)))))
  expect(again).toEqual(ListCases.parse(sent))
})

test('the open files in their usual order and columns are the list without a filter', () => {
  const columns = columnsOf(undefined).join('.')
  expect(listKey(ListCases.parse({ workflow: 'open', sort: 'changed', columns }))).toBe('')
})

test('every choice of columns comes back from its address, with the ref and in the order of the list', () => {
  fc.assert(
    fc.property(fc.subarray([...caseColumns]), (columns) => {
      const query = ListCases.parse({ columns })
      const address = new URLSearchParams(listKey(query)).get('columns') ?? undefined
      expect(ListCases.parse({ columns: address }).columns).toEqual(query.columns)
      expect(columnsOf(query.columns)[0]).toBe('ref')
    }),
  )
})

describe('the place in a list', () => {
  const at = '2024-05-05T10:00:00.123456+00:00'
  const places = {
    changed: { risk: '', at, id },
    risk: { risk: 'R3', at, id },
    review: { risk: '', at: 'none', id },
    silence: { risk: '', at: '2024-05-05', id },
  }

  test.each(caseSorts)('ordered by %s, it comes back from the address', (sort) => {
    expect(placeIn(sort, placeText(sort, places[sort]))).toEqual(places[sort])
  })

  test.each(caseSorts)('ordered by %s, what is no place is the beginning', (sort) => {
    for (const text of ['', 'x', `R9~${at}~${id}`, `2024-13-40~${id}`, `none~`, `${at}~'; drop`, `~~${id}`])
      expect(placeIn(sort, text), text).toBeUndefined()
  })
})
