import { cookies, headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { type JWT, decode, encode } from 'next-auth/jwt'
import { signOut } from '@/db/accounts/end-session'
import { sessionHash, signIn } from '@/db/accounts/sign-in'
import { countFailure } from '@/db/accounts/count-failure'
import { asNobody, asPerson } from '@/db/ctx'
import { recordRefusal } from '@/db/log/record-refusal'
import { SignIn } from '@/lib/accounts/forms'
import { secondsLeft } from '@/lib/accounts/seconds-left'
import { Refusal } from '@/lib/refusal'
import type { Answer } from './ui/answer'
import { lookCookie, parseLook, serialiseLook } from './look'
import { serverEnv, serving } from './serving'

const emailCharactersMax = 200
const sessionSeconds = 12 * 3600

const overHttps = () => serverEnv().nextAuthUrl?.startsWith('https:') ?? false
const cookieName = () => (overHttps() ? '__Host-vigil-session' : 'vigil-session')
const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: overHttps() })
const secret = () => serverEnv().nextAuthSecret ?? ''

/** The address an attempt comes from: the last hop, which the server in front of us wrote and nobody else can. */
export function addressOf(heads: Headers): string {
  return heads.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
}

type Attempt = { email: string; password: string; address: string }

/** One way in for the form and for next-auth's own route. A failure is counted in a transaction that stands. */
export async function authorize(attempt: Attempt) {
  const house = await serving()
  const now = new Date()
  const typed = SignIn.safeParse(attempt)
  if (!typed.success) throw new Refusal('invalid', { email: 'wrong-sign-in' })
  const given = { ...typed.data, address: attempt.address }
  try {
    return await asNobody(house, now, (ctx) => signIn(ctx, given))
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'invalid') {
      await asNobody(house, now, (ctx) => countFailure(ctx, given))
    } else if (refused instanceof Refusal) {
      await recordRefusal(
        house,
        { session: null, now },
        { deed: 'account.sign-in', code: refused.code, asked: given.email },
      )
    }
    throw refused
  }
}

export const authOptions = (): NextAuthOptions => ({
  secret: secret(),
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
  cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const address = addressOf(
          new Headers(
            Object.entries(request.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
          ),
        )
        const attempt = { email: given?.email ?? '', password: given?.password ?? '', address }
        return authorize(attempt).then(
          ({ sessionId }) => ({ id: sessionId }),
          (refused: unknown) => {
            if (refused instanceof Refusal) return null
            throw refused
          },
        )
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }: { token: JWT; user?: { id: string } }) => ({ sid: user?.id ?? token.sid }),
    session: ({ session }) => ({ expires: session.expires }),
  },
})

const hashIn = (claims: JWT | null | undefined): Uint8Array | null =>
  typeof claims?.sid === 'string' ? sessionHash(claims.sid) : null

/** Signs a session out in the database; one that is over already stays so. */
export async function signOutOf(session: Uint8Array | null): Promise<void> {
  if (!session) return
  const house = await serving()
  await asPerson(house, { hash: session, now: new Date() }, (ctx) => signOut(ctx, undefined)).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    },
  )
}

/** The cookie holds one random session id and nothing else. */
export async function keepSession(sessionId: string): Promise<void> {
  const token = await encode({ token: { sid: sessionId }, secret: secret(), maxAge: sessionSeconds })
  const jar = await cookies()
  jar.set(cookieName(), token, { ...cookieOptions(), maxAge: sessionSeconds })
}

export async function dropSession(): Promise<void> {
  const jar = await cookies()
  jar.delete({ name: cookieName(), ...cookieOptions() })
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Signs in with a posted form and keeps the session; what was wrong, where it was refused. */
export async function enterWith(form: FormData): Promise<Answer | null> {
  const email = textIn(form, 'email')
  try {
    await refuseForeignPost()
    const signedIn = await authorize({ email, password: textIn(form, 'password'), address: addressOf(await headers()) })
    await keepSession(signedIn.sessionId)
    await keepLook(signedIn)
    return null
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused
    const { code, fields } = refused
    return { ok: false, code, typed: { email: email.slice(0, emailCharactersMax) }, ...(fields && { fields }) }
  }
}

/** Whether this request says that it comes from a page of ours; one that will not say where from does not. */
export async function comesFromHere(): Promise<boolean> {
  const heads = await headers()
  const origin = heads.get('origin')
  const sameOrigin = origin !== null && URL.canParse(origin) && new URL(origin).host === heads.get('host')
  return sameOrigin && heads.get('sec-fetch-site') === 'same-origin'
}

/** A post from elsewhere goes no further. */
export async function refuseForeignPost(): Promise<void> {
  if (!(await comesFromHere())) throw new Refusal('forged')
}

const unsent = new WeakMap<object, Record<string, string>>()

/** What was typed into a form whose session had ended, for the page drawn in answer to that very request. */
export async function keepUnsent(typed: Record<string, string>): Promise<void> {
  unsent.set(await headers(), typed)
}

export async function unsentText(): Promise<Record<string, string> | undefined> {
  return unsent.get(await headers())
}

const decodedMax = 1000

/** Cookies already decoded; whether the session behind one still stands is asked of the database every time. */
const decoded = new Map<string, Uint8Array>()

/** The hash of the session id that came with this request, or null. */
export async function currentSession(): Promise<Uint8Array | null> {
  const jar = await cookies()
  const token = jar.get(cookieName())?.value
  if (!token) return null
  const known = decoded.get(token)
  if (known) return known
  const hash = hashIn(await decode({ token, secret: secret() }).catch(() => null))
  if (decoded.size >= decodedMax) decoded.clear()
  if (hash) decoded.set(token, hash)
  return hash
}

/** For how many seconds the session lives on; to ask is to be there. None where it has ended. */
export async function stay(): Promise<number | null> {
  const session = await currentSession()
  if (!session) return null
  const [house, now] = [await serving(), new Date()]
  const left = asPerson(house, { hash: session, now }, ({ actor }) =>
    Promise.resolve(secondsLeft(now, actor.sessionUntil)),
  )
  return left.catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
}

/** Mirrors what the account likes into the cookie that pages are drawn from. */
export async function keepLook(look: { locale: string; theme: string; timeZone: string }): Promise<void> {
  const jar = await cookies()
  const parsed = parseLook(`${look.locale}.${look.theme}.${look.timeZone}`, (await headers()).get('accept-language'))
  jar.set(lookCookie, serialiseLook(parsed), { ...cookieOptions(), maxAge: 365 * 86_400 })
}
