import { randomUUID } from 'node:crypto'
import { BlockList } from 'node:net'

const policyAround = (isDev) => [
  "default-src 'none'; script-src 'self' 'strict-dynamic' 'nonce-",
  [
    `'${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDev ? " 'unsafe-inline'" : ''}`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; '),
]

const sealing = Object.entries({
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
})

/** Where a server that stands in front of us can be: this machine, or a network no stranger reaches us from. */
const inside = new BlockList()
inside.addSubnet('127.0.0.0', 8)
inside.addSubnet('10.0.0.0', 8)
inside.addSubnet('172.16.0.0', 12)
inside.addSubnet('192.168.0.0', 16)
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')
inside.addSubnet('fe80::', 10, 'ipv6')

const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

const isInside = (address = '') => inside.check(address, address.includes(':') ? 'ipv6' : 'ipv4')

const isPrefetch = ({ 'next-router-prefetch': prefetch, 'sec-purpose': secPurpose, purpose }) =>
  prefetch !== undefined || (secPurpose ?? purpose ?? '').includes('prefetch')

/**
 * What every request meets first: headers only. Who may see what is decided by verbs and row security, never here.
 * Answers whether that was all: a prefetch would be a read nobody made, so it gets nothing.
 */
export function arrivals({ isDev }) {
  const [before, after] = policyAround(isDev)
  return (request, response) => {
    const { headers, socket, url } = request
    if (!isInside(socket.remoteAddress)) for (const name of forwarded) headers[name] = undefined
    if (url.startsWith('/_next/static/') || url.startsWith('/icon.svg')) return false
    for (const [name, value] of sealing) response.setHeader(name, value)
    if (headers['x-forwarded-proto']?.startsWith('https'))
      response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    if (isPrefetch(headers)) {
      response.writeHead(204).end()
      return true
    }
    const policy = before + randomUUID() + after
    headers['content-security-policy'] = policy
    response.setHeader('Content-Security-Policy', policy)
    return false
  }
}
