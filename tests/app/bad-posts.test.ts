import { randomUUID } from 'node:crypto'
import { beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { formWords } from '@/app/ui/form-words'
import { type Form, formIn, formsIn, plain, readable, stoppedIn, valueIn } from '../support/html'
import { type Given, type Page, type Visitor, follow, openedFile, ownPost, signedIn, urgentCall } from '../support/http'
import { asSuperuser } from '../support/product'

const product = inject('product')
const made: { worker?: Visitor; other?: Visitor; file?: Page & { ref: string }; foreign?: Page & { ref: string } } = {}
const worker = () => made.worker ?? expect.fail('nobody signed in')
const other = () => made.other ?? expect.fail('nobody signed in')
const file = () => made.file ?? expect.fail('no file stands')
const foreign = () => made.foreign ?? expect.fail('no file stands')
const says = (word: string) => formWords('en').errors[word] ?? expect.fail(`no words for ${word}`)

beforeAll(async () => {
  made.worker = await signedIn(product, 'caseworker')
  made.other = await signedIn(product, 'caseworker2')
  made.file = await openedFile(made.worker, { name: 'Sok Chol-min' })
  made.foreign = await openedFile(made.other, { name: 'Sok Kyong-a' })
})

const relative: Given = { role: 'relative', name: 'Sok Yong-sil', sex: 'F' }
const peopleOf = (ref: string) =>
  asSuperuser(product, async (sql) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from person where case_id = (select id from case_file where ref = ${ref})`
    return row?.n
  })
const refusals = (deed: string) =>
  asSuperuser(product, async (sql) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from audit_entry where deed = ${deed} and outcome = 'refused'`
    return row?.n ?? 0
  })

/** A form with one of its own hidden answers replaced. */
const altered = (form: Form, name: string, value: string): Form => ({
  ...form,
  fields: form.fields.map(([field, kept]) => [field, field === name ? value : kept]),
})

test('a form sent again gets the first answer, and nothing is recorded twice', async () => {
  const page = await worker().file(file().path)
  const before = await peopleOf(file().ref)
  const first = await worker().post(page, 'person', { given: relative })
  const again = await worker().post(page, 'person', { given: { ...relative, name: 'Sok Kum-sil' } })
  expect([again.status, again.location]).toEqual([303, first.location])
  expect(await peopleOf(file().ref)).toBe((before ?? 0) + 1)
  expect(readable((await worker().file(file().path)).html)).not.toContain('Sok Kum-sil')
})

test('a form sent twice at the same instant is recorded once, and both get the same answer', async () => {
  const page = await worker().file(file().path)
  const before = await peopleOf(file().ref)
  const posts = [1, 2, 3, 4].map(() => worker().twin().post(page, 'person', { given: relative }))
  const answers = await Promise.all(posts)
  expect(new Set(answers.map(({ status, location }) => `${status} ${location ?? ''}`)).size).toBe(1)
  expect(answers[0]?.location).toContain(`${file().path}?saved=people#people`)
  expect(await peopleOf(file().ref)).toBe((before ?? 0) + 1)
})

test('an intake sent twice at the same instant opens one file', async () => {
  const page = await worker().get('/cases/new')
  const posts = [1, 2].map(() =>
    worker()
      .twin()
      .post(page, 'intake', { given: urgentCall({ name: 'Sok Du-il' }) }),
  )
  const [one, two] = await Promise.all(posts)
  expect(one?.location).toMatch(/\/cases\/V-/)
  expect(two?.location).toBe(one?.location)
})

test('a form whose id was altered, borrowed or left out is refused, keeps what was typed, and can be sent again', async () => {
  const page = await worker().file(file().path)
  const form = formIn(page.html, 'person')
  const theirs = formIn((await other().file(foreign().path)).html, 'person')
  const [id = '', mac = ''] = (valueIn(form, 'form') ?? '').split('.')
  const forged = [
    `${randomUUID()}.${mac}`,
    `${id}.${'A'.repeat(mac.length)}`,
    `${id}.`,
    id,
    '.',
    '',
    'x'.repeat(5000),
    valueIn(theirs, 'form') ?? '',
    valueIn(formIn(page.html, 'name'), 'form') ?? '',
  ]
  const before = await peopleOf(file().ref)
  const refusedBefore = await refusals('person.add')
  for (const value of forged) {
    const answer = await worker().post(page, altered(form, 'form', value), { given: relative })
    const again = formIn(answer.html, 'person')
    expect(stoppedIn(again)).toContain(says('forged'))
    expect(valueIn(again, 'name')).toBe(relative.name)
    expect(valueIn(again, 'form')).not.toBe(value)
  }
  expect(await peopleOf(file().ref)).toBe(before)
  expect(await refusals('person.add')).toBe(refusedBefore + forged.length)
  const refused = await worker().post(page, altered(form, 'form', ''), { given: relative })
  const accepted = await worker().post(refused, 'person')
  expect(accepted.location).toContain(`${file().path}?saved=people#people`)
})

/** A post that is refused unread may find its connection closed while it is still being sent. */
const statusOf = (sent: Promise<{ status: number }>) =>
  sent.then(
    ({ status }) => status,
    (error: unknown) => (error instanceof TypeError ? 'closed' : expect.fail(String(error))),
  )

test('a post from another site, from nowhere, or from a browser that will not say, records nothing', async () => {
  const page = await worker().file(file().path)
  const before = await peopleOf(file().ref)
  const senders: Given[] = [
    { origin: undefined },
    { 'sec-fetch-site': undefined },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of senders) {
    const answer = await worker().post(page, 'person', { given: relative, headers })
    const form = formIn(answer.html, 'person')
    expect(stoppedIn(form)).toContain(says('forged'))
    expect(valueIn(form, 'name')).toBe(relative.name)
  }
  for (const origin of [
    'https://elsewhere.example',
    'null',
    `${product.origin}.elsewhere.example`,
    'http://localhost:1',
  ]) {
    expect(await statusOf(worker().post(page, 'person', { given: relative, headers: { origin } }))).not.toBe(303)
  }
  const hosted = { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' }
  expect(await statusOf(worker().post(page, 'person', { given: relative, headers: hosted }))).not.toBe(303)
  expect(await peopleOf(file().ref)).toBe(before)
})

test('sign-in, sign-out and the switch of language refuse a post from another site too', async () => {
  const page = await worker().get('/cases')
  const headers = { 'sec-fetch-site': 'cross-site' }
  await worker().twin().post(page, 'Sign out', { headers })
  await worker().twin().post(page, '한국어', { button: '한국어', headers })
  const after = await worker().get('/cases')
  expect(after.status).toBe(200)
  expect(after.html).toContain('<html lang="en"')
})

test('an id of another team’s file is answered as one that does not exist, and what was typed is kept', async () => {
  const page = await worker().file(file().path)
  const theirs = await other().file(foreign().path)
  const foreignId = (form: string, name: string) => valueIn(formIn(theirs.html, form), name) ?? ''
  const person = formsIn(theirs.html).find(({ id }) => id.startsWith('person-'))?.id ?? ''
  const channel = formsIn(theirs.html).find(({ id }) => id.startsWith('channel-'))?.id ?? ''
  const [ourPerson, ourChannel] = ['person-', 'channel-'].map(
    (start) => formsIn(page.html).find(({ id }) => id.startsWith(start))?.id ?? '',
  )
  const [source = ''] = /SRC-1/.test(theirs.html) ? [sourceOn(theirs)] : []
  const tries: [form: string, given: Given, typed?: string][] = [
    ['person', { ...relative, ref: foreign().ref }, 'name'],
    ['person', { ...relative, ref: 'V-7K3-MQ' }, 'name'],
    ['name', { personId: foreignId(person, 'personId'), text: 'Sok Il', kind: 'birth', scheme: 'none' }, 'text'],
    ['relationship', relation(page, foreignId(person, 'personId'))],
    ['channel', { personId: foreignId(person, 'personId'), kind: 'phone', value: '+82 10 5555 0133' }, 'value'],
    ['contact', { ...contact, personId: foreignId(person, 'personId') }, 'note'],
    ['contact', { ...contact, personId: callerOn(page), channelId: foreignId(channel, 'channelId') }, 'note'],
    ['record', { situation: 'IMMINENT_RETURN', sourceId: source, credibility: '3', account: 'heard' }, 'account'],
    [ourPerson ?? '', { personId: foreignId(person, 'personId'), sex: 'F', birth: '1980' }, 'birth'],
    [ourChannel ?? '', { channelId: foreignId(channel, 'channelId'), state: 'lost' }],
  ]
  for (const [form, given, typed] of tries) {
    const answer = await worker().post(page, form, { given })
    const again = formIn(answer.html, form)
    expect(`${form}: ${stoppedIn(again) ?? ''}`).toContain(says('not-found'))
    if (typed) expect(valueIn(again, typed)).toBe(given[typed])
  }
  for (const [button, hidden] of [
    ['Show: Telephone · Caller', { channelId: foreignId(channel, 'channelId') }],
    ['Show who it is: SRC-1', { sourceId: source }],
  ] as const) {
    const answer = await worker().post(page, button, { given: hidden })
    expect(answer.html).not.toContain('class="revealed"')
  }
})

const contact: Given = { at: '2023-10-09', direction: 'incoming', outcome: 'reached', note: 'She rang.' }
const optionsOf = (page: Page, form: string, name: string) => {
  const [, list = ''] =
    new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`).exec(formIn(page.html, form).html) ?? []
  return [...list.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
}
const sourceOn = (page: Page) => optionsOf(page, 'record', 'sourceId')[0] ?? ''
const callerOn = (page: Page) => optionsOf(page, 'contact', 'personId')[1] ?? ''
const relation = (page: Page, to: string): Given => ({ from: callerOn(page), type: 'SIBLING', to, certainty: 'stated' })

test('fields a form does not have are not read, whatever they are called', async () => {
  const extra = {
    __proto__: 'polluted',
    constructor: 'polluted',
    ownerId: randomUUID(),
    teamId: randomUUID(),
    confidentiality: 'team',
    version: '77',
    id: randomUUID(),
  }
  const given = Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(extra)).map(([name, { value }]) => [name, String(value)]),
  )
  const page = await worker().get('/cases/new')
  const form = formIn(page.html, 'intake')
  const proto: [string, string][] = [
    ['__proto__', 'polluted'],
    ['__proto__[admin]', '1'],
    ['constructor.prototype', 'x'],
  ]
  const answer = await worker().post(
    page,
    { ...form, fields: [...form.fields, ...proto] },
    { given: urgentCall({ name: 'Sok Nam', ...given }) },
  )
  const ref = (answer.location ?? '').split('/').at(-1) ?? ''
  const [row] = await asSuperuser(
    product,
    (sql) => sql`
    select f.confidentiality, f.version, f.owner_id = s.account_id as mine from case_file f
    join lateral (select account_id from session order by started_at desc limit 1) s on true where f.ref = ${ref}`,
  )
  expect(row?.confidentiality).toBe('assigned')
  expect(row?.version).toBe(1)
  const opened = await follow(worker(), answer)
  expect(readable(opened.html)).toContain('OwnerHan Ji-won')
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  const invalid = await worker().post(
    page,
    { ...form, fields: [...form.fields, ...proto] },
    { given: urgentCall({ name: '' }) },
  )
  expect(stoppedIn(formIn(invalid.html, 'intake'))).toContain(says('invalid'))
})

test('a session that ends while someone types records nothing and loses nothing', async () => {
  const visitor = await signedIn(product, 'caseworker')
  const pages = [await visitor.get('/cases/new'), await visitor.file(file().path)]
  await visitor.twin().post(pages[0] ?? file(), 'Sign out')
  const before = await peopleOf(file().ref)
  const typed = [urgentCall({ name: 'Sok Pyol', account: 'A long account that took an hour.' }), relative]
  for (const [at, form] of ['intake', 'person'].entries()) {
    const page = pages[at] ?? file()
    const answer = await visitor.post(page, form, { given: typed[at] })
    expect(answer.status).toBe(200)
    expect(readable(answer.html)).toContain(words('en')('unsent.lead'))
    for (const text of Object.values(typed[at] ?? {}))
      if (text?.includes(' ')) expect(plain(answer.html)).toContain(text)
    expect(answer.html).toContain('href="/sign-in"')
  }
  expect(await peopleOf(file().ref)).toBe(before)
})

test('a post of a megabyte and more is refused without harm', async () => {
  const page = await worker().get('/cases/new')
  const sent = worker().post(page, 'intake', { given: urgentCall({ account: 'x'.repeat(3_000_000) }) })
  expect(await statusOf(sent)).not.toBe(303)
  expect((await worker().get('/cases/new')).status).toBe(200)
})

test('an action that is called without a session, or by an id that is none, does nothing', async () => {
  const page = await worker().file(file().path)
  const before = await peopleOf(file().ref)
  const form = formIn(page.html, 'person')
  const stranger = worker().twin()
  stranger.cookies.clear()
  const unheard = await stranger.post(page, form, { given: relative })
  expect(readable(unheard.html)).toContain(words('en')('unsent.title'))
  const [, id = ''] = /"id":"([0-9a-f]+)"/.exec(form.fields.map(([, value]) => value).join(' ')) ?? []
  expect(id).not.toBe('')
  for (const action of [id, '00'.repeat(21), 'constructor', '__proto__']) {
    const headers = {
      ...ownPost(product.origin, '/'),
      'next-action': action,
      'content-type': 'text/plain;charset=UTF-8',
    }
    const body = JSON.stringify([null, { role: 'relative', ref: file().ref }])
    await stranger.send('/cases', { method: 'POST', body, headers })
    await worker().send('/cases', { method: 'POST', body, headers })
  }
  expect(await peopleOf(file().ref)).toBe(before)
})
