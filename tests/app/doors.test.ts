import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from 'next-auth/jwt'
import { beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { formWords } from '@/app/ui/form-words'
import { formIn, plain, problemIn, readable, stoppedIn } from '../support/html'
import { type Page, Visitor, emailOf, openedFile, ownPost, signedIn } from '../support/http'
import { asSuperuser } from '../support/product'
import { serveWithoutHeaders } from '../support/without-headers'

const product = inject('product')
const { origin, password } = product
const made: { worker?: Visitor; file?: Page & { ref: string } } = {}
const worker = () => made.worker ?? expect.fail('nobody signed in')
const file = () => made.file ?? expect.fail('no file stands')
const errors = formWords('en').errors

const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>'

beforeAll(async () => {
  made.worker = await signedIn(product, 'caseworker')
  made.file = await openedFile(made.worker, { name: `Om ${markup}`, account: `{{7*7}} ${markup}`, place: markup })
})

const entries = (deed: string) =>
  asSuperuser(product, async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from audit_entry where deed = ${deed}`
    return row?.n ?? 0
  })

const pages = () => [
  '/',
  '/cases',
  '/cases/new',
  '/audit',
  '/account',
  file().path,
  '/cases/V-7K3-MQ',
  '/sign-in',
  '/join/none',
]

test('every page forbids whatever does not carry its own nonce, and is kept nowhere', async () => {
  const nonces = new Set<string>()
  for (const path of [...pages(), '/nowhere', '/api/health']) {
    const { headers, html } = await worker().get(path)
    const policy = headers.get('content-security-policy') ?? ''
    const [, nonce = ''] = /'nonce-([\w-]{36})'/.exec(policy) ?? []
    nonces.add(nonce)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    expect(html.match(/<[^>]+ (style|on[a-z]+)="[^"]*"/g) ?? []).toEqual([])
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
  expect(nonces.size).toBe(pages().length + 2)
})

test('browsers are bound to https only where https was used', async () => {
  expect((await worker().get('/sign-in')).headers.get('strict-transport-security')).toBeNull()
  const { headers } = await worker().get('/sign-in', { 'x-forwarded-proto': 'https' })
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

test('a prefetch is refused and leaves no entry; the visit after it is one', async () => {
  const before = await entries('case.read')
  const asked = [
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'next-router-prefetch': '1', rsc: '1' },
  ]
  for (const headers of asked) {
    const answer = await worker().get(file().path, headers)
    expect([answer.status, answer.html]).toEqual([204, ''])
  }
  expect(await entries('case.read')).toBe(before)
  await worker().get(file().path)
  expect(await entries('case.read')).toBe(before + 1)
})

test('what someone typed as markup is shown as text', async () => {
  const { html } = await worker().whole(file().path)
  expect(plain(html)).toContain(markup)
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<script>alert')
  expect(readable(html)).toContain('{{7*7}}')
})

const secret = () => readFileSync(join(product.folders.keys, product.world, 'session.key'), 'utf8').trim()

test('the session cookie is for this site’s requests alone and holds one random id', async () => {
  const visitor = new Visitor(origin)
  const page = await visitor.get('/sign-in')
  visitor.cookies.set('vigil-session', 'chosen-by-somebody-else')
  const given = { email: emailOf('caseworker'), password }
  const answer = await visitor.post(page, 'sign-in', { given })
  const set = answer.headers.getSetCookie()
  expect(set.length).toBeGreaterThan(0)
  for (const cookie of set) expect(cookie).toMatch(/;\s*Path=\/.*;\s*HttpOnly;\s*SameSite=(lax|strict)/i)
  const claims = await decode({ token: visitor.cookies.get('vigil-session'), secret: secret() })
  expect(Object.keys(claims ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid'])
  expect(claims?.sid).toMatch(/^[\w-]{43}$/)
  expect(visitor.cookies.get('vigil-look')).toMatch(/^en\.(system|light|dark)\.[\w%/]+$/)
  await visitor.post(page, 'sign-in', { given })
  const again = await decode({ token: visitor.cookies.get('vigil-session'), secret: secret() })
  expect(again?.sid).not.toBe(claims?.sid)
})

test('a session that was signed out is over, with its cookie too', async () => {
  const visitor = await signedIn(product, 'caseworker')
  const kept = visitor.twin()
  await visitor.post(await visitor.get('/cases'), 'Sign out')
  expect(visitor.cookies.has('vigil-session')).toBe(false)
  const answer = await kept.get('/cases')
  expect([answer.status, answer.location]).toEqual([307, '/sign-in?ended'])
})

test('the health door says whether all is well and nothing else', async () => {
  const { status, html } = await new Visitor(origin).get('/api/health')
  expect([status, html]).toEqual([200, '{"ok":true}'])
})

const knock = { csrf: '/api/auth/csrf', in: '/api/auth/callback/credentials', out: '/api/auth/signout' }

type Knock = { email?: string; password?: string; callbackUrl?: string; address?: string }

/** Posts to one of next-auth's own routes with the token it asks for. */
async function knockAt(visitor: Visitor, path: string, { address, ...answers }: Knock) {
  const { csrfToken } = JSON.parse((await visitor.get(knock.csrf)).html)
  const body = new URLSearchParams({
    csrfToken: String(csrfToken),
    json: 'true',
    callbackUrl: `${origin}/`,
    ...answers,
  })
  const headers = {
    ...ownPost(origin, '/sign-in'),
    'content-type': 'application/x-www-form-urlencoded',
    'x-forwarded-for': address,
  }
  return visitor.send(path, { method: 'POST', body: body.toString(), headers })
}

test('next-auth’s own doors let the same people in, tell nothing of a session and lead no second way out', async () => {
  const visitor = new Visitor(origin)
  const answer = await knockAt(visitor, knock.in, { email: emailOf('coordinator'), password })
  expect(answer.status).toBe(200)
  expect((await visitor.get('/cases')).status).toBe(200)
  const told = JSON.parse((await visitor.get('/api/auth/session')).html)
  expect(Object.keys(told).filter((name) => name !== 'expires')).toEqual([])
  expect((await visitor.get('/api/auth/session')).html).not.toContain('demo.example')
  expect((await knockAt(visitor, knock.out, {})).status).toBe(404)
})

test('next-auth’s own door refuses a post from another site, and one without its token', async () => {
  const visitor = new Visitor(origin)
  const { csrfToken } = JSON.parse((await visitor.get(knock.csrf)).html)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const tries = [
    { token: 'x', headers: { ...ownPost(origin, '/sign-in'), ...form } },
    {
      token: String(csrfToken),
      headers: { ...ownPost(origin, '/sign-in'), ...form, origin: 'https://elsewhere.example' },
    },
    { token: String(csrfToken), headers: form },
  ]
  for (const { token, headers } of tries) {
    const body = new URLSearchParams({ email: emailOf('coordinator'), password, csrfToken: token, json: 'true' })
    await visitor.send(knock.in, { method: 'POST', body: body.toString(), headers })
  }
  expect(visitor.cookies.has('vigil-session')).toBe(false)
})

test('guessing is slowed at both doors alike, and the owner still gets in', async () => {
  const email = emailOf('admin')
  await signedIn(product, 'admin')
  const address = '192.0.2.77'
  const formDoor = async (typed: string) => {
    const visitor = new Visitor(origin)
    const page = await visitor.get('/sign-in')
    const given = { email, password: typed }
    return visitor.post(page, 'sign-in', { given, headers: { 'x-forwarded-for': address } })
  }
  for (let guess = 0; guess < 6; guess += 1)
    await knockAt(new Visitor(origin), knock.in, { email, password: 'wrong', address })
  const slowed = await formDoor(password)
  expect(problemIn(formIn(slowed.html, 'sign-in'), 'email')).toBe(errors['too-many'])
  const nextAuth = new Visitor(origin)
  await knockAt(nextAuth, knock.in, { email, password, address })
  expect(nextAuth.cookies.has('vigil-session')).toBe(false)
  expect((await signedIn(product, 'admin')).cookies.has('vigil-session')).toBe(true)
})

test('guessing from ever new addresses is slowed too, and the owner still gets in', async () => {
  const email = emailOf('auditor')
  await signedIn(product, 'auditor')
  const visitor = new Visitor(origin)
  const page = await visitor.get('/sign-in')
  const guess = (place: number, typed: string) =>
    visitor.twin().post(page, 'sign-in', {
      given: { email, password: typed },
      headers: { 'x-forwarded-for': `198.51.100.${place}` },
    })
  for (let place = 1; place <= 21; place += 1) await guess(place, 'wrong')
  const slowed = await guess(99, password)
  expect(problemIn(formIn(slowed.html, 'sign-in'), 'email')).toBe(errors['too-many'])
  expect((await signedIn(product, 'auditor')).cookies.has('vigil-session')).toBe(true)
})

test('no door leads to another site', async () => {
  const visitor = new Visitor(origin)
  for (const callbackUrl of ['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)']) {
    const answer = await knockAt(visitor, knock.in, { email: emailOf('coordinator'), password, callbackUrl })
    const { url } = JSON.parse(answer.html)
    expect(new URL(String(url)).origin).toBe(origin)
  }
  const page = await worker().get('/cases')
  for (const referer of [
    'https://elsewhere.example/x',
    `${origin}//elsewhere.example/x`,
    `${origin}/\\elsewhere.example`,
    'nonsense',
  ]) {
    const { location, status } = await worker().post(page, 'English', { button: 'English', headers: { referer } })
    expect(status).toBe(303)
    expect(new URL(location ?? '', `${origin}/cases`).origin).toBe(origin)
  }
  const answer = await worker().post(page, page.html.includes('id="names"') ? 'names' : 'English', {
    given: { list: 'https://elsewhere.example' },
  })
  expect(new URL(answer.location ?? '/', origin).origin).toBe(origin)
})

test('taking the server before Next away opens nothing', async () => {
  const { origin: bare, stop } = await serveWithoutHeaders(product)
  try {
    const stranger = new Visitor(bare)
    expect((await stranger.get('/api/health')).headers.get('content-security-policy')).toBeNull()
    for (const path of ['/', '/cases', '/cases/new', file().path, '/audit', '/account', '/admin']) {
      const answer = await stranger.get(path, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' })
      expect([path, answer.status, answer.location]).toEqual([path, 307, '/sign-in'])
      expect(answer.html).not.toContain('Om ')
    }
    const other = await signedIn({ ...product, origin: bare }, 'caseworker2')
    expect(readable((await other.whole(file().path)).html)).toContain(words('en')('absent.title'))
    const mine = await signedIn({ ...product, origin: bare }, 'caseworker')
    const page = await mine.whole(file().path)
    const given = { role: 'relative', sex: 'F' }
    const foreign = await other.post(page, 'person', { given })
    expect(foreign.status).toBe(200)
    const crossed = await mine.post(page, 'person', { given, headers: { 'sec-fetch-site': 'cross-site' } })
    expect(stoppedIn(formIn(crossed.html, 'person'))).toContain(errors.forged)
    expect((await mine.whole(file().path)).html.match(/id="person-[0-9a-f-]{36}"/g)).toHaveLength(2)
  } finally {
    await stop()
  }
})

test('the header by which a proxy was once skipped skips nothing', async () => {
  const headers = { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-middleware-rewrite': '/cases' }
  const answer = await new Visitor(origin).get('/cases', headers)
  expect([answer.status, answer.location]).toEqual([307, '/sign-in'])
  expect(answer.headers.get('content-security-policy')).toContain('nonce-')
})
