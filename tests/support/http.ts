import { setTimeout as pause } from 'node:timers/promises'
import { type Form, formIn, formsIn } from './html'
import type { Running } from './product'

export type Page = {
  path: string
  status: number
  location: string | null
  html: string
  headers: Headers
  /** Where the forms were asked for that stand behind links. */
  asked?: Map<string, string>
}
export type Given = Record<string, string | undefined>
type Request = { method?: string; body?: FormData | URLSearchParams | string; headers?: Given }
type Sending = { given?: Given; button?: string; headers?: Given; path?: string }

/** What a browser without scripts says of a form it sends to the place it came from. */
export const ownPost = (origin: string, path: string): Given => ({
  origin,
  referer: origin + path,
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
})

const isCut = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'EPIPE'

/** A connection that the server ended behind a body it left unread may be taken up once more before that is known: then another carries what is asked. */
const asked = (address: string, init: RequestInit): Promise<Response> =>
  fetch(address, init).catch((error: unknown) => {
    if (isCut(error)) return fetch(address, init)
    throw error
  })

/** A browser without scripts: cookies, pages and posted forms, one at a time and no redirect followed by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>()

  constructor(readonly origin: string) {}

  /** What a browser sends of them. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** The same cookies in another pair of hands. */
  twin(): Visitor {
    const twin = new Visitor(this.origin)
    for (const [name, value] of this.cookies) twin.cookies.set(name, value)
    return twin
  }

  async send(path: string, { headers: told = {}, ...init }: Request = {}): Promise<Page> {
    const headers = new Headers()
    for (const [name, value] of Object.entries(told)) if (value !== undefined) headers.set(name, value)
    if (this.cookies.size > 0) headers.set('cookie', this.cookie)
    const answer = await asked(this.origin + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie)
    const location = answer.headers.get('location')
    return { path, status: answer.status, location, html: await answer.text(), headers: answer.headers }
  }

  private keep(cookie: string) {
    const [pair = '', ...attributes] = cookie.split(';')
    const at = pair.indexOf('=')
    const isGone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one))
    if (isGone) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  get(path: string, headers: Given = {}): Promise<Page> {
    return this.send(path, { headers })
  }

  /** A page with every form that waits behind a link of it, each asked for in turn. */
  async whole(path: string): Promise<Page> {
    const page = await this.get(path)
    const asked = linksIn(page.html)
    const forms: string[] = []
    for (const [id, at] of asked) forms.push(formText((await this.get(at)).html, id))
    return { ...page, html: page.html + forms.join(''), asked }
  }

  /** The page of a file with the one of its family, and every form of both. */
  async file(path: string): Promise<Page> {
    const [file, family] = [await this.whole(path), await this.whole(`${path}/family`)]
    const ofFamily = formsIn(family.html).flatMap(
      ({ id, buttons }) => id || buttons.flatMap(({ label }) => label ?? []),
    )
    const asked = new Map([
      ...ofFamily.map((name) => [name, family.path] as const),
      ...(family.asked ?? []),
      ...(file.asked ?? []),
    ])
    return { ...file, html: file.html + family.html, asked }
  }

  /** Sends a form of a page with these answers in it; `undefined` leaves a field out. */
  async post(
    page: Page,
    form: Form | string,
    { given = {}, button, headers = {}, ...to }: Sending = {},
  ): Promise<Page> {
    const id = typeof form === 'string' ? form : form.id
    const waits = linksIn(page.html).get(id)
    const isThere = typeof form !== 'string' || formText(page.html, id) !== '' || waits === undefined
    const sent = typeof form !== 'string' ? form : formIn(isThere ? page.html : (await this.get(waits)).html, form)
    const path = to.path ?? page.asked?.get(id) ?? waits ?? page.path
    const pressed = sent.buttons.find(
      ({ text, value }) => button !== undefined && (text === button || value === button),
    )
    const body = new FormData()
    const fields = new Map<string, string | undefined>([...sent.fields, ...Object.entries(given)])
    if (pressed?.name !== undefined) fields.set(pressed.name, pressed.value)
    for (const [name, value] of fields) if (value !== undefined) body.append(name, value)
    return this.send(path, { method: 'POST', body, headers: { ...ownPost(this.origin, path), ...headers } })
  }
}

/** Forms that wait behind links, by their ids, and where they are asked for. */
const linksIn = (html: string): Map<string, string> =>
  new Map([...html.matchAll(/href="([^"]*\?form=([\w-]+))#/g)].map(([, path = '', id = '']) => [id, path]))

const formText = (html: string, id: string): string => new RegExp(`<form id="${id}"[^]*?</form>`).exec(html)?.[0] ?? ''

export type DemoPerson = 'caseworker' | 'caseworker2' | 'coordinator' | 'coordinator2' | 'auditor' | 'admin'
export const emailOf = (person: DemoPerson): string => `${person}@demo.example`

/** Somebody of the demo, signed in through the form, reading English whatever was chosen before. */
export async function signedIn({ origin, password }: Running, person: DemoPerson): Promise<Visitor> {
  const visitor = new Visitor(origin)
  const page = await visitor.get('/sign-in')
  const answer = await visitor.post(page, 'sign-in', { given: { email: emailOf(person), password } })
  if (answer.status !== 303) throw new Error(`${person} did not get in: ${answer.status}`)
  if (!visitor.cookies.get('vigil-look')?.startsWith('en.')) {
    await visitor.post(await visitor.get('/account'), 'English', { button: 'English' })
  }
  return visitor
}

/** Follows one redirect to a page of our own. */
export const follow = (visitor: Visitor, { location, status }: Page): Promise<Page> => {
  if (location === null) throw new Error(`no redirect came, but ${status}`)
  const { pathname, search, origin } = new URL(location, visitor.origin)
  if (origin !== visitor.origin) throw new Error(`the redirect leads away, to ${origin}`)
  return visitor.get(pathname + search)
}

/** An urgent call as it is typed. */
export const urgentCall = (given: Given = {}): Given => ({
  name: 'Ro Hyang-mi',
  told: 'her aunt',
  connection: 'aunt on the mother’s side',
  sourceType: 'RELATIVE_RELAY',
  distance: 'second_hand',
  situation: 'DET_TRANSIT',
  province: 'CN-JL',
  place: 'near the station',
  account: 'Stopped on the way to work.',
  when: 'March 2023',
  contactKind: 'phone',
  contactValue: '+82 10 5555 0199',
  confirmed: 'on',
  ...given,
})

/** A file opened through the intake form; its page and its ref. */
export async function openedFile(visitor: Visitor, given: Given = {}): Promise<Page & { ref: string }> {
  const intake = await visitor.get('/cases/new')
  const { path } = await follow(visitor, await visitor.post(intake, 'intake', { given: urgentCall(given) }))
  return { ...(await visitor.file(path)), ref: path.replace('/cases/', '') }
}

/** The page of a list once nothing of it is under way any more. */
export async function settledImport(visitor: Visitor, path: string): Promise<Page> {
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await visitor.get(path)
    if (!page.html.includes('http-equiv="refresh"')) return page
    await pause(300)
  }
  throw new Error('the list is still under way')
}
