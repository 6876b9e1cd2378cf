import { parseRef } from '@/lib/cases/ref'

const askedNames = ['ref', 'accountId', 'noticeId', 'sessionId', 'id']

/** What a refused attempt was about: a ref in its one form, or an id. */
export function askedIn(params: unknown): string {
  const given = typeof params === 'object' && params !== null ? new Map(Object.entries(params)) : new Map()
  const asked: unknown = askedNames.map((name): unknown => given.get(name)).find((value) => typeof value === 'string')
  return typeof asked === 'string' ? (parseRef(asked) ?? asked) : ''
}
