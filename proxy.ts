import { type NextRequest, NextResponse } from 'next/server'
import { inDevelopment } from '@/lib/env'

/** Headers only: who may see what is decided by verbs and row security, never here. */
export const config = { matcher: ['/((?!_next/static/|icon\\.svg$).*)'] }

const before = "default-src 'none'; script-src 'self' 'strict-dynamic' 'nonce-"
const after = [
  `'${inDevelopment ? " 'unsafe-eval'" : ''}`,
  `style-src 'self'${inDevelopment ? " 'unsafe-inline'" : ''}`,
  "font-src 'self'",
  "img-src 'self' data:",
  `connect-src 'self'${inDevelopment ? ' ws:' : ''}`,
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

const sealing = Object.entries({
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
})

const isPrefetch = (headers: Headers): boolean =>
  headers.has('next-router-prefetch') ||
  (headers.get('sec-purpose') ?? headers.get('purpose') ?? '').includes('prefetch')

const cameByHttps = (request: NextRequest): boolean =>
  (request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol).startsWith('https')

function seal(response: NextResponse, request: NextRequest): NextResponse {
  for (const [name, value] of sealing) response.headers.set(name, value)
  if (cameByHttps(request)) response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  return response
}

/** A prefetch would be a read nobody made, so it gets nothing (one view of a file is one entry). */
export function proxy(request: NextRequest): NextResponse {
  if (isPrefetch(request.headers)) return seal(new NextResponse(null, { status: 204 }), request)
  const policy = before + crypto.randomUUID() + after
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return seal(response, request)
}
