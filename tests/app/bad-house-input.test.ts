import { beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import type { FormRule } from '../support/case-forms'
import { said } from '../support/founding-case'
import { formIn, problemIn, readable, valueIn } from '../support/html'
import { type DemoPerson, type Given, type Page, Visitor, follow, signedIn } from '../support/http'
import { misanswered } from '../support/misanswered'

const product = inject('product')
const open: Partial<Record<DemoPerson, Visitor>> = {}
const as = (person: DemoPerson) => open[person] ?? expect.fail('nobody signed in')
const says = (word: string) => said('en', word)

beforeAll(async () => {
  for (const person of ['caseworker', 'auditor', 'admin'] as const) open[person] = await signedIn(product, person)
})

const line = (max: number) => ({ kind: 'line', max, required: true }) as const
const code = { kind: 'code', required: true } as const

const look: FormRule = {
  form: 'look',
  good: { locale: 'en', timeZone: 'Asia/Seoul', theme: 'system' },
  fields: { locale: code, timeZone: line(60), theme: code },
}
const team: FormRule = { form: 'team', good: { name: 'Southern team' }, fields: { name: line(100) } }
const exported = (form: string): FormRule => ({
  form,
  good: { format: 'csv', reason: 'Asked for by the board.' },
  fields: { format: code, reason: { kind: 'prose', max: 500, required: true } },
})

test('every answer the forms of the house cannot take is told at its field, and nothing typed is lost', async () => {
  const invite: FormRule = {
    form: 'invite',
    good: { name: 'Pak Mi-sun', email: 'mi-sun@new.example', role: 'auditor', teamId: '', current: product.password },
    fields: { name: line(100), email: line(200), role: code, teamId: { kind: 'id' } },
  }
  const tries: [DemoPerson, string, FormRule][] = [
    ['caseworker', '/account', look],
    ['auditor', '/audit', exported('export-entries')],
    ['auditor', '/audit', exported('export-records')],
    ['admin', '/admin', team],
    ['admin', '/admin', invite],
  ]
  const wrong: string[] = []
  for (const [person, path, rule] of tries)
    wrong.push(...(await misanswered(as(person), await as(person).get(path), { rule })))
  expect(wrong).toEqual([])
})

/** What the form says of a field, after a post that must not be accepted and must not repeat a password. */
async function told(
  visitor: Visitor,
  page: Page,
  { form, given, field }: { form: string; given: Given; field: string },
) {
  const answer = await visitor.post(page, form, { given })
  expect(answer.status).toBe(200)
  const again = formIn(answer.html, form)
  for (const name of ['current', 'password', 'again']) {
    const sent = given[name]
    if (sent) expect([name, answer.html.includes(sent), valueIn(again, name)]).toEqual([name, false, ''])
  }
  return problemIn(again, field)
}

const fresh = 'a heron stands in the reeds'

test('a new password that will not do is told at its field, and no password comes back', async () => {
  const page = await as('caseworker').get('/account')
  const good = { current: product.password, password: fresh, again: fresh }
  const tries: [Given, string, string][] = [
    [{ current: '' }, 'current', 'required'],
    [{ current: 'not the present one' }, 'current', 'wrong-password'],
    [{ password: '', again: '' }, 'password', 'required'],
    [{ password: 'eleven char', again: 'eleven char' }, 'password', 'too-short'],
    [{ password: '한'.repeat(334), again: '한'.repeat(334) }, 'password', 'too-long'],
    [{ again: 'a heron stands in the weeds' }, 'again', 'not-the-same'],
  ]
  for (const [given, field, word] of tries) {
    const answer = await told(as('caseworker'), page, { form: 'password', given: { ...good, ...given }, field })
    expect([word, answer]).toEqual([word, says(word)])
  }
})

test('an address that is none, one that is taken, and a wrong own password are told where an account is made', async () => {
  const page = await as('admin').get('/admin')
  const good = { name: 'Pak Mi-ran', email: 'mi-ran@new.example', role: 'auditor', current: product.password }
  const tries: [Given, string, string][] = [
    [{ email: 'mi-ran at new' }, 'email', 'not-an-email'],
    [{ email: 'AUDITOR@demo.example' }, 'email', 'taken'],
    [{ role: 'caseworker', teamId: '' }, 'teamId', 'required'],
    [{ current: 'not the present one' }, 'current', 'wrong-password'],
  ]
  for (const [given, field, word] of tries) {
    const answer = await told(as('admin'), page, { form: 'invite', given: { ...good, ...given }, field })
    expect([word, answer]).toEqual([word, says(word)])
  }
})

test('whoever joins by a link is told at the field what a password lacks, and the link is spent once', async () => {
  const admin = await as('admin').get('/admin')
  const given = { name: 'Pak Mi-yon', email: 'mi-yon@new.example', role: 'auditor', current: product.password }
  const { html } = await as('admin').post(admin, 'invite', { given })
  const [, link = ''] = /<output class="told">([^<]+)</.exec(html) ?? []
  const { pathname } = new URL(link)
  const newcomer = new Visitor(product.origin)
  const page = await newcomer.get(pathname)
  for (const [typed, field, word] of [
    [{ password: '', again: '' }, 'password', 'required'],
    [{ password: 'a heron', again: 'a heron' }, 'password', 'too-short'],
    [{ password: fresh, again: `${fresh}.` }, 'again', 'not-the-same'],
  ] as const) {
    expect([word, await told(newcomer, page, { form: 'join', given: typed, field })]).toEqual([word, says(word)])
  }
  const joined = await newcomer.post(page, 'join', { given: { password: fresh, again: fresh } })
  expect(joined.status).toBe(303)
  expect(readable((await follow(newcomer, joined)).html)).not.toContain('Pak Mi-yon')
  const late = await newcomer.post(page, 'join', { given: { password: fresh, again: fresh } })
  expect(readable(late.html)).toContain(words('en')('join.stale'))
})
