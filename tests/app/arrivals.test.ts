import { expect, test } from 'vitest'
import { arrivals } from '@/app/host/arrivals.mjs'

const forwarded = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'vigil.example',
}

/** The headers of a request as they stand once it has arrived from this address. */
function arrived(remoteAddress: string): Record<string, string | undefined> {
  const request = { url: '/cases', headers: { ...forwarded }, socket: { remoteAddress } }
  const response = { setHeader: () => undefined, writeHead: () => ({ end: () => undefined }) }
  arrivals({ isDev: false })(request, response)
  return request.headers
}

test.each(['127.0.0.1', '::1', '10.1.2.3', '172.31.0.4', '192.168.7.8', '::ffff:192.168.7.8', 'fd00::1'])(
  'a server in front of us at %s may say whom it speaks for',
  (address) => expect(arrived(address)).toMatchObject(forwarded),
)

test.each(['198.51.100.7', '172.32.0.1', '::ffff:198.51.100.7', '2001:db8::1'])(
  'a stranger at %s may not say that he is somebody else',
  (address) => {
    const kept = Object.entries(arrived(address)).filter(([name, value]) => name in forwarded && value !== undefined)
    expect(kept).toEqual([])
  },
)
