import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { formIn, readable } from '../support/html'
import { type Page, type Visitor, openedFile, signedIn, Visitor as Stranger } from '../support/http'
import { asSuperuser, saidBy } from '../support/product'

/** A name nobody has, put into the mouth of each layer in turn. */
const marker = '표지자 Pyo Ji-ja'

const product = inject('product')
const made: { worker?: Visitor; file?: Page & { ref: string }; before?: number } = {}
const worker = () => made.worker ?? expect.fail('nobody signed in')
const file = () => made.file ?? expect.fail('no file stands')
const saidSince = () => saidBy(product).slice(made.before)
const sql = (text: string) => asSuperuser(product, (ask) => ask.unsafe(text))

beforeAll(async () => {
  made.worker = await signedIn(product, 'caseworker')
  made.file = await openedFile(made.worker, { name: marker, account: `${marker} was seen.` })
  made.before = saidBy(product).length
})

afterAll(() => {
  expect(saidSince()).not.toContain('표지자')
  expect(saidSince()).not.toContain('Ji-ja')
})

const raising = `raise exception '${marker}' using detail = '${marker}', hint = '${marker}'`

/** A function of the database that throws with the name in every word while something runs. */
async function whileItThrows(signature: string, run: () => Promise<void>): Promise<void> {
  const [kept] = await asSuperuser(product, (ask) => ask`select pg_get_functiondef(${signature}::regprocedure) as body`)
  const head = String(kept?.['body']).replace(/AS \$function\$[^]*$/, '')
  await sql(`${head} as $$ begin ${raising}; end $$`)
  await run().finally(() => sql(String(kept?.['body'])))
}

/** A table that throws likewise when a row comes in. */
async function whileRefusing(table: string, run: () => Promise<void>): Promise<void> {
  await sql(`create function throw_marker() returns trigger language plpgsql as $$ begin ${raising}; end $$;
    create trigger throw_marker before insert on ${table} for each row execute function throw_marker()`)
  await run().finally(() => sql(`drop trigger throw_marker on ${table}; drop function throw_marker()`))
}

const faultIn = (html: string): string =>
  /<code>([0-9a-f-]{36})<\/code>/.exec(html)?.[1] ?? expect.fail('no number of a fault is shown')

test('a write that the database refuses is told by its number, keeps what was typed and says no word of it', () =>
  whileRefusing('contact_log', async () => {
    const page = await worker().file(file().path)
    const personId = /name="personId"[^]*?value="([0-9a-f-]{36})"/.exec(formIn(page.html, 'contact').html)?.[1]
    const given = { personId, at: '2023-10-09', direction: 'incoming', outcome: 'reached', note: marker }
    const answer = await worker().post(page, 'contact', { given })
    expect(answer.html).toContain(marker)
    expect(saidSince()).toContain(faultIn(formIn(answer.html, 'contact').html))
    expect(saidSince()).toContain('"sqlstate":"P0001"')
  }))

test('a read that fails inside is told by its number', () =>
  whileItThrows('my_level(uuid)', async () => {
    const { html } = await worker().get(file().path)
    expect(saidSince()).toContain(faultIn(html))
    expect(html).not.toContain('표지자')
  }))

test('a door that cannot ask who someone is shows the last page there is, and says no word', () =>
  whileItThrows('enter(bytea)', async () => {
    const before = saidSince().length
    const { status, html } = await worker().get(file().path)
    expect(status).toBe(500)
    expect(html).not.toContain('표지자')
    expect(saidSince().length).toBeGreaterThan(before)
  }))

test('a sealed text that was altered does not open, and what it held is not said', async () => {
  const flip = `set_byte(text, length(text) - 1, 255 - get_byte(text, length(text) - 1))`
  const alter = `update person_name set text = ${flip} where case_id = (select id from case_file where ref = '${file().ref}')`
  await sql(alter)
  const { html } = await worker().get(file().path)
  await sql(alter)
  expect(saidSince()).toContain(faultIn(html))
  expect(readable((await worker().get(file().path)).html)).toContain(marker)
})

test('next-auth’s own route, asked with nonsense, says no word of it', async () => {
  const stranger = new Stranger(product.origin)
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: product.origin }
  const body = new URLSearchParams({ email: marker, password: marker, csrfToken: marker })
  await stranger.send('/api/auth/callback/credentials', { method: 'POST', body, headers })
  await stranger.send(`/api/auth/${encodeURIComponent(marker)}`, {})
  await stranger.send('/api/auth/session', { headers: { cookie: `vigil-session=${encodeURIComponent(marker)}` } })
  expect((await stranger.get('/sign-in')).html).toContain(words('en')('signIn.title'))
})

test('a job that throws is told by its class and code', () =>
  whileRefusing('audit_leaf', async () => {
    const before = saidSince().length
    await worker().get(file().path)
    await expect.poll(() => saidSince().slice(before), { timeout: 30_000, interval: 200 }).toContain('(P0001)')
  }))
