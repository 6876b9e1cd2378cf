import { beforeAll, expect, inject, test } from 'vitest'
import { formWords } from '@/app/ui/form-words'
import { addDays, dayIn } from '@/lib/dates/calendar'
import { fromEdtf } from '@/lib/dates/from-edtf'
import { presentPartialDate } from '@/lib/dates/present-partial-date'
import type { Locale } from '@/lib/words/locales'
import { type FileIds, decisionRules, fileRules, intakeRule } from '../support/case-forms'
import { conflictIn, formIn, problemIn, readable, stoppedIn, valueIn } from '../support/html'
import { misanswered } from '../support/misanswered'
import { type Page, Visitor, follow, openedFile, signedIn, urgentCall } from '../support/http'

const product = inject('product')
const made: { worker?: Visitor; coordinator?: Visitor; file?: Page & { ref: string }; ids?: FileIds } = {}

const worker = () => made.worker ?? expect.fail('nobody signed in')
const coordinator = () => made.coordinator ?? expect.fail('nobody signed in')
const file = () => made.file ?? expect.fail('no file stands')
const ids = () => made.ids ?? expect.fail('no file stands')
const says = (word: string, locale: Locale = 'en') =>
  formWords(locale).errors[word] ?? expect.fail(`no words for ${word}`)

/** Ids as the forms of the page carry them: options in the order in which the file lists them. */
function idsOn(page: Page): FileIds {
  const optionsOf = (form: string, name: string) => {
    const [, list = ''] =
      new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`).exec(formIn(page.html, form).html) ?? []
    return [...list.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
  }
  const [subject = '', caller = ''] = optionsOf('contact', 'personId')
  const [channel = ''] = optionsOf('contact', 'channelId')
  const [source = ''] = optionsOf('record', 'sourceId')
  return { subject, caller, channel, source }
}

beforeAll(async () => {
  made.worker = await signedIn(product, 'caseworker')
  made.coordinator = await signedIn(product, 'coordinator')
  made.file = await openedFile(made.worker)
  made.ids = idsOn(made.file)
})

test('every answer the intake cannot take is told at its field, and nothing typed is lost', async () => {
  const page = await worker().get('/cases/new')
  expect(await misanswered(worker(), page, { rule: intakeRule(urgentCall()) })).toEqual([])
})

test('every answer the forms of a file cannot take is told at its field, and nothing typed is lost', async () => {
  const page = await worker().file(file().path)
  const wrong: string[] = []
  for (const rule of fileRules(ids())) wrong.push(...(await misanswered(worker(), page, { rule })))
  expect(wrong).toEqual([])
})

test('every answer a coordinator’s decisions cannot take is told at its field, and nothing typed is lost', async () => {
  const page = await coordinator().file(file().path)
  const owner = valueIn(formIn(page.html, 'assign'), 'owner') ?? ''
  const wrong: string[] = []
  for (const rule of decisionRules(owner)) wrong.push(...(await misanswered(coordinator(), page, { rule })))
  expect(wrong).toEqual([])
})

test('whoever reads Korean is told in Korean', async () => {
  const korean = await signedIn(product, 'caseworker')
  const before = await korean.get('/cases/new')
  await korean.post(before, '한국어', { button: '한국어' })
  const wrong = await misanswered(korean, await korean.get('/cases/new'), {
    rule: intakeRule(urgentCall()),
    locale: 'ko',
  })
  const page = await korean.get('/cases/new')
  await korean.post(page, 'English', { button: 'English' })
  expect(wrong).toEqual([])
})

test('a file in place of text counts as nothing written', async () => {
  const page = await worker().get('/cases/new')
  const form = formIn(page.html, 'intake')
  const body = new FormData()
  for (const [name, value] of form.fields)
    body.append(name, name === 'name' ? new Blob(['x'], { type: 'text/plain' }) : value)
  const { origin } = product
  const headers = { origin, 'sec-fetch-site': 'same-origin' }
  const answer = await worker().send('/cases/new', { method: 'POST', body, headers })
  expect(problemIn(formIn(answer.html, 'intake'), 'name')).toBe(says('required'))
})

test('what cannot follow from the present situation is refused at its field', async () => {
  const page = await worker().file(file().path)
  const [rule] = fileRules(ids())
  const told = async (given: Record<string, string>, field: string) => {
    const answer = await worker().post(page, 'record', { given: { ...rule?.good, ...given } })
    return problemIn(formIn(answer.html, 'record'), field)
  }
  expect(await told({ situation: 'HIDING' }, 'situation')).toBe(says('impossible-transition'))
  expect(await told({ situation: 'DECEASED' }, 'situation')).toBe(says('evidence-needed'))
  expect(await told({ situation: 'DECEASED', credibility: '1' }, 'credibility')).toBe(says('two-origins-needed'))
  expect(await told({ situation: 'RETURNED', when: '2999' }, 'when')).toBe(says('not-yet'))
  expect(await told({ correctionOf: crypto.randomUUID() }, 'correctionOf')).toBe(says('not-on-list'))
})

test('a stage that was skipped needs a reason, and with it the entry stands', async () => {
  const opened = await openedFile(worker(), { situation: 'HIDING', name: 'Ro Hyang-suk' })
  const given = { situation: 'RETURNED', when: 'May 2023', sourceId: idsOn(opened).source, credibility: '3' }
  const answer = await worker().post(opened, 'record', { given })
  const form = formIn(answer.html, 'record')
  expect(problemIn(form, 'gapReason')).toBe(says('gap-reason-needed'))
  const accepted = await worker().post(answer, form, { given: { gapReason: 'Nobody saw the arrest.' } })
  expect(accepted.location).toContain(`${opened.path}?saved=situations#situations`)
})

test('the words of a source are kept, with an account and without one', async () => {
  const opened = await openedFile(worker(), { name: 'Ro Hyang-ok' })
  const given = {
    situation: 'IMMINENT_RETURN',
    sourceId: idsOn(opened).source,
    credibility: '3',
    quote: 'Tomorrow, they say.',
  }
  const first = await follow(worker(), await worker().post(opened, 'record', { given }))
  expect(readable(first.html)).toContain('“Tomorrow, they say.”')
  const more = { ...given, situation: 'RETURNED', account: 'A guard told her.', quote: 'Put your things together.' }
  const second = await follow(worker(), await worker().post(first, 'record', { given: more }))
  expect(readable(second.html)).toContain('A guard told her. — “Put your things together.”')
})

test('a relationship to oneself, and one that stands already, are refused at their fields', async () => {
  const opened = await openedFile(worker(), { name: 'Ro Hyang-ran' })
  const { subject, caller } = idsOn(opened)
  const given = { from: subject, type: 'SIBLING', to: subject, certainty: 'stated' }
  const self = await worker().post(opened, 'relationship', { given })
  expect(problemIn(formIn(self.html, 'relationship'), 'to')).toBe(says('relation-to-oneself'))
  const first = await worker().post(opened, 'relationship', { given: { ...given, from: caller } })
  const twice = await worker().post(await follow(worker(), first), 'relationship', { given: { ...given, to: caller } })
  expect(problemIn(formIn(twice.html, 'relationship'), 'type')).toBe(says('already-there'))
})

test('a contact that lies ahead, or through another person’s channel, is refused at its field', async () => {
  const page = await worker().file(file().path)
  const { subject, caller, channel } = ids()
  const given = { personId: subject, channelId: channel, at: '2023-10-09', direction: 'incoming', outcome: 'reached' }
  const foreign = await worker().post(page, 'contact', { given })
  expect(problemIn(formIn(foreign.html, 'contact'), 'channelId')).toBe(says('not-this-persons'))
  const ahead = await worker().post(page, 'contact', { given: { ...given, personId: caller, at: '2999-01-01' } })
  expect(problemIn(formIn(ahead.html, 'contact'), 'at')).toBe(says('future-date'))
})

test('“tomorrow” is the day after this one where the writer is', async () => {
  const opened = await openedFile(worker(), { name: 'Ro Hyang-il', situation: 'IMMINENT_RETURN', when: 'tomorrow' })
  const tomorrow = addDays(dayIn(new Date(), 'Asia/Seoul'), 1)
  expect(readable(opened.html)).toContain(presentPartialDate(fromEdtf(tomorrow), 'en'))
})

test('a file is not assigned, and not opened, to someone who cannot hold it', async () => {
  const page = await coordinator().file(file().path)
  const given = { level: 'read', days: '7', reason: 'asked for' }
  for (const email of ['admin@demo.example', 'auditor@demo.example', 'nobody@demo.example']) {
    const answer = await coordinator().post(page, 'grant', { given: { ...given, email } })
    expect(problemIn(formIn(answer.html, 'grant'), 'email')).toBe(says('cannot-hold-files'))
  }
  const answer = await coordinator().post(page, 'assign', { given: { owner: crypto.randomUUID() } })
  expect(problemIn(formIn(answer.html, 'assign'), 'owner')).toBe(says('cannot-hold-files'))
})

test('a name typed in decomposed Hangul is stored composed, and found by either', async () => {
  const [composed, latin] = ['류하늘솔', 'Ryu Ha-neul-sol']
  const decomposed = composed.normalize('NFD')
  const opened = await openedFile(worker(), { name: decomposed, otherName: latin })
  expect(readable(opened.html)).toContain(composed)
  expect(opened.html).not.toContain(decomposed)
  for (const name of [composed, decomposed]) {
    const intake = await worker().get('/cases/new')
    const answer = await worker().post(intake, 'intake', { given: urgentCall({ name, confirmed: undefined }) })
    const form = formIn(answer.html, 'intake')
    expect(form.html).toContain(`href="/cases/${opened.ref}"`)
    expect(valueIn(form, 'account')).toBe(urgentCall().account)
  }
})

test('a sign-in that fails says one thing, keeps the address and never the password', async () => {
  const stranger = new Visitor(product.origin)
  const page = await stranger.get('/sign-in')
  for (const email of ['caseworker@demo.example', 'nobody@demo.example', 'no address at all', 'x'.repeat(201)]) {
    const answer = await stranger.post(page, 'sign-in', {
      given: { email, password: 'not the password' },
      headers: { 'x-forwarded-for': '192.0.2.1' },
    })
    const form = formIn(answer.html, 'sign-in')
    expect(problemIn(form, 'email')).toBe(says('wrong-sign-in'))
    expect(valueIn(form, 'email')).toBe(email.slice(0, 200))
    expect(answer.html).not.toContain('not the password')
    expect(answer.headers.getSetCookie()).toEqual([])
  }
})

test('a save upon a version that is no longer the newest shows both values, and the next one stands on it', async () => {
  const form = `person-${ids().subject}`
  const [mine, theirs] = await Promise.all([worker().file(file().path), coordinator().file(file().path)])
  const first = await worker().post(mine, form, { given: { sex: 'F', birth: 'about 1975' } })
  expect(first.status).toBe(303)
  const late = await coordinator().post(theirs, form, { given: { sex: 'M', birth: '1980' } })
  const refused = formIn(late.html, form)
  expect(stoppedIn(refused)).toContain(says('conflict'))
  expect(conflictIn(refused)).toEqual(['Female', 'Male', 'about 1975', '1980'])
  expect(valueIn(refused, 'birth')).toBe('1980')
  const decided = await coordinator().post(late, refused, { given: { sex: 'F' } })
  expect(decided.location).toContain('#people')
  expect(readable((await follow(worker(), decided)).html)).toContain('1980')
})
