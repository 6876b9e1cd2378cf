import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { weekdays } from '@/lib/contacts/safe-window'
import { addDays, weekdayOf } from '@/lib/dates/calendar'
import { axe, openBrowser } from '../support/browser'
import { said, signIn } from '../support/founding-case'
import { formIn, problemIn, readable, valueIn } from '../support/html'
import { type DemoPerson, type Given, type Visitor, follow, openedFile, signedIn } from '../support/http'

const running = inject('product')
const open: { browser?: Browser; worker?: Visitor } = {}
const worker = () => open.worker ?? expect.fail('nobody signed in')
const today = new Date().toISOString().slice(0, 10)
const ago = (days: number) => addDays(today, -days)

beforeAll(async () => {
  ;[open.browser, open.worker] = await Promise.all([openBrowser(), signedIn(running, 'caseworker')])
})

afterAll(async () => {
  const { worker: visitor, browser } = open
  if (visitor) await visitor.post(await visitor.get('/account'), 'English', { button: 'English' })
  await browser?.close()
})

const t = words('ko')

async function seated(person: DemoPerson): Promise<Page> {
  const context = await open.browser?.newContext({ viewport: { width: 360, height: 780 } })
  const page = await context?.newPage()
  if (!page) expect.fail('no browser')
  await signIn({ page, locale: 'ko', running }, person)
  return page
}

async function ask(page: Page, { section, fold, form }: Record<'section' | 'fold' | 'form', string>) {
  await page.locator(`#${section} a.fold`, { hasText: fold }).first().click()
  await page.locator(`form[id^="${form}"]`).waitFor()
}

async function send(page: Page, form: string, answers: Record<string, string>) {
  const posted = page.locator(`form[id^="${form}"]`)
  for (const [name, value] of Object.entries(answers)) {
    const field = posted.locator(`[name="${name}"]`)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await posted.locator('.submit button').click()
  await answered
  await page.waitForLoadState('networkidle')
}

/** The nth answer that a choice offers beside "choose". */
const offered = (page: Page, field: string, place: number) =>
  page
    .locator(`#${field} option`)
    .nth(place)
    .getAttribute('value')
    .then((value) => value ?? '')

async function call(page: Page, daysAgo: number, outcome: string) {
  if ((await page.locator('form#contact').count()) === 0)
    await ask(page, { section: 'log', fold: t('caseFile.addLog'), form: 'contact' })
  const [personId, channelId] = [
    await offered(page, 'contact-personId', 2),
    await offered(page, 'contact-channelId', 1),
  ]
  const line = { personId, channelId, at: ago(daysAgo), direction: 'outgoing', outcome, note: '벨이 울렸다.' }
  await send(page, 'contact', line)
}

const isRecorded = (page: Page, what: string) => page.getByRole('status').getByText(what).waitFor()
const problem = (page: Page, field: string) => page.locator(`#contact-${field}-problem`).innerText()
const channel = (page: Page) => page.locator('#channels .channel').first()

test('lost contact in Korean at 360 px: three failures, a stranger’s voice, a refusal, a release, and a voice again', async () => {
  const file = await openedFile(worker(), { name: '채송화', told: '채은하', contactValue: '+82 10 5555 0161' })
  const path = `${running.origin}${file.path}/family`
  const page = await seated('caseworker')
  await page.goto(path)
  for (const days of [20, 18, 16]) {
    await call(page, days, 'no_answer')
    await isRecorded(page, t('family.said.contact'))
  }
  expect(await channel(page).innerText()).toContain(label('ko', 'channelStates', 'silent'))
  await call(page, 15, 'no_answer')
  expect(await problem(page, 'channelId')).toBe(said('ko', 'attempt-cap'))
  expect(await page.inputValue('#contact-note')).toBe('벨이 울렸다.')
  await page.goto(path)
  await call(page, 6, 'third_party_answered')
  await isRecorded(page, t('family.said.contact'))
  expect(await channel(page).innerText()).toContain(t('family.frozen'))
  await call(page, 3, 'no_answer')
  expect(await problem(page, 'channelId')).toBe(said('ko', 'frozen-channel'))
  const lead = await seated('coordinator')
  await lead.goto(path)
  await ask(lead, { section: 'channels', fold: t('family.release'), form: 'release' })
  await send(lead, 'release', { reason: '딸이 다른 번호로 본인임을 확인했다.' })
  await isRecorded(lead, t('family.said.released'))
  await page.goto(path)
  await call(page, 2, 'reached')
  await isRecorded(page, t('family.said.contact'))
  expect(await channel(page).innerText()).toContain(label('ko', 'channelStates', 'working'))
  expect(await page.locator('#log .lines li').first().innerText()).toContain(label('ko', 'contactOutcomes', 'reached'))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await axe(page)).toEqual([])
  await lead.context().close()
  await page.context().close()
})

async function english(): Promise<Visitor> {
  return signedIn(running, 'caseworker')
}

/** Ids as the forms of the page carry them. */
function idsOn(html: string, field: string): string[] {
  const [, list = ''] =
    new RegExp(`<select[^>]*name="${field}"[^>]*>(.*?)</select>`).exec(formIn(html, 'contact').html) ?? []
  return [...list.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
}

async function familyOf(visitor: Visitor, given: Given) {
  const file = await openedFile(visitor, given)
  const path = `${file.path}/family`
  const page = await visitor.whole(path)
  const [subject = '', caller = ''] = idsOn(page.html, 'personId')
  const [way = ''] = idsOn(page.html, 'channelId')
  return { path, page, subject, caller, way }
}

test('without JavaScript a line of the log is posted, said to be recorded, and stands with its next try', async () => {
  const visitor = await english()
  const { page, caller, way } = await familyOf(visitor, { name: 'Ro Hyang-suk' })
  const line = {
    personId: caller,
    channelId: way,
    at: ago(2),
    hour: '9:05',
    direction: 'outgoing',
    outcome: 'no_answer',
  }
  const given = { ...line, note: 'It rang out.', nextTry: '2999-03-01', nextHour: '21:30' }
  const after = await follow(visitor, await visitor.post(page, 'contact', { given }))
  const text = readable(after.html)
  expect(text).toContain(words('en')('family.said.contact'))
  expect(text).toContain('It rang out.')
  expect(text).toContain('1 Mar 2999, 21:30')
  expect(text).toContain('09:05')
})

test('without JavaScript a call that names no channel is asked for it, and one by none of the channels says its kind', async () => {
  const visitor = await english()
  const { page, caller } = await familyOf(visitor, { name: 'Ro Hyang-ran' })
  const line = { personId: caller, channelId: '', at: ago(2), direction: 'outgoing', outcome: 'reached' }
  const refused = await visitor.post(page, 'contact', { given: { ...line, note: 'By a traveller.' } })
  const form = formIn(refused.html, 'contact')
  expect(problemIn(form, 'channelId')).toBe(said('en', 'channel-needed'))
  expect(valueIn(form, 'note')).toBe('By a traveller.')
  expect(form.html).toContain(words('en')('family.otherWay', { kind: label('en', 'channelKinds', 'courier') }))
  const kept = await visitor.post(refused, form, { given: { channelId: 'courier' } })
  const after = readable((await follow(visitor, kept)).html)
  expect(after).toContain(`· ${label('en', 'channelKinds', 'courier')}`)
})

test('a call outside the safe times keeps what was typed and asks for its reason, and stands with it', async () => {
  const visitor = await english()
  const { path, page, caller, way } = await familyOf(visitor, { name: 'Ro Hyang-bun' })
  const other = weekdays[(weekdayOf(ago(2)) + 2) % 7] ?? 'mon'
  const arranged = await visitor.post(page, `arrange-${way}`, { given: { [other]: 'on', zone: 'Asia/Shanghai' } })
  expect(arranged.location).toContain('said=arranged')
  const again = await visitor.whole(path)
  expect(readable(again.html)).toContain('Theirs:')
  const line = {
    personId: caller,
    channelId: way,
    at: ago(2),
    hour: '12:00',
    direction: 'outgoing',
    outcome: 'no_answer',
  }
  const refused = await visitor.post(again, 'contact', { given: { ...line, note: 'No answer.' } })
  const form = formIn(refused.html, 'contact')
  expect(problemIn(form, 'outsideReason')).toBe(said('en', 'outside-window'))
  expect(valueIn(form, 'note')).toBe('No answer.')
  const kept = await visitor.post(refused, form, { given: { outsideReason: 'She wrote that we should.' } })
  expect(readable((await follow(visitor, kept)).html)).toContain('She wrote that we should.')
})

test('without JavaScript a code phrase is changed and taken away, and an empty form does neither', async () => {
  const visitor = await english()
  const { path, way } = await familyOf(visitor, { name: 'Ro Hyang-ok' })
  const form = `phrase-${way}`
  const asked = () => visitor.get(`${path}?form=${form}`)
  const bare = await visitor.post(await asked(), form, { given: { codePhrase: '' } })
  expect(problemIn(formIn(bare.html, form), 'codePhrase')).toBe(said('en', 'required'))
  const changed = await follow(
    visitor,
    await visitor.post(await asked(), form, { given: { codePhrase: 'ripe plums' } }),
  )
  expect(readable(changed.html)).toContain(words('en')('family.said.phrase'))
  expect(changed.html).not.toContain('ripe plums')
  const reveal = await visitor.post(changed, words('en')('caseFile.reveal'))
  expect(readable(reveal.html)).toContain('ripe plums')
  const gone = await visitor.post(await asked(), form, { given: { isRemoved: 'on' } })
  expect(gone.location).toContain('said=phrase')
})

test('a family is drawn and told in words, a relation is changed, and whereabouts stand beside it', async () => {
  const visitor = await english()
  const { path, page, subject, caller } = await familyOf(visitor, { name: 'Ro Hyang-ja' })
  const relation = { from: caller, type: 'PARENT', to: subject, certainty: 'stated', disclosure: 'never' }
  const added = await follow(visitor, await visitor.post(page, 'relationship', { given: relation }))
  expect(added.html).toContain('<svg')
  expect(readable(added.html)).toContain(words('en')('family.said.relation'))
  const [, form = ''] = /form=(relation-[0-9a-f-]{36})/.exec(added.html) ?? []
  const saved = await visitor.post(await visitor.get(path), form, {
    given: { type: 'AUNT_UNCLE', certainty: 'confirmed', disclosure: 'ok' },
  })
  expect(saved.location).toContain('said=relation')
  const placed = await visitor.post(await visitor.get(path), `place-${caller}`, {
    given: { whereabouts: 'with friends', province: 'KR' },
  })
  const last = readable((await follow(visitor, placed)).html)
  for (const text of [label('en', 'relationships', 'AUNT_UNCLE'), 'with friends', label('en', 'disclosures', 'ok')])
    expect(last).toContain(text)
})

test('a relative is added with a number and safe times in one form, and nothing typed is lost while it is not whole', async () => {
  const visitor = await english()
  const { path } = await familyOf(visitor, { name: 'Ro Hyang-rim' })
  const form = await visitor.get(`${path}?form=relative`)
  const given = { name: 'Ro Sun-ja', type: 'AUNT_UNCLE', from: '20:00', until: '22:00', zone: 'Asia/Seoul' }
  const bare = await visitor.post(form, 'relative', { given })
  expect(problemIn(formIn(bare.html, 'relative'), 'value')).toBe(said('en', 'required'))
  const whole = { value: '+82 10 5555 0144', mon: 'on' }
  const added = await follow(visitor, await visitor.post(bare, 'relative', { given: whole }))
  const told = readable(added.html)
  expect(told).toContain(words('en')('family.said.relative'))
  const window = words('en')('family.windowTheirs', {
    days: label('en', 'weekdays', 'mon'),
    from: '20:00',
    until: '22:00',
    zone: 'Asia/Seoul',
  })
  for (const text of ['Ro Sun-ja', label('en', 'relationships', 'AUNT_UNCLE'), window]) expect(told).toContain(text)
  expect(told).not.toContain('5555 0144')
})

test('a call with the subject becomes a sign of life, with its grade, and the last day the person was known alive', async () => {
  const visitor = await english()
  const { path, page, subject } = await familyOf(visitor, { name: 'Ro Hyang-min' })
  const line = { personId: subject, at: ago(3), direction: 'incoming', outcome: 'reached', note: 'They say tomorrow.' }
  const logged = await follow(visitor, await visitor.post(page, 'contact', { given: line }))
  const [, offer = ''] = /href="([^"]*\?form=sign&amp;from=[0-9a-f-]{36})#sign"/.exec(logged.html) ?? []
  const asked = await visitor.get(offer.replaceAll('&amp;', '&'))
  const form = formIn(asked.html, 'sign')
  expect(valueIn(form, 'kind')).toBe('call_from_detention')
  const [, source = ''] = /name="sourceId"[^]*?value="([0-9a-f-]{36})"/.exec(form.html) ?? []
  const given = { sourceId: source, distance: 'first_hand', credibility: '2' }
  const kept = await visitor.post(asked, form, { given })
  const after = readable((await follow(visitor, kept)).html)
  expect(after).toContain(words('en')('family.said.sign'))
  expect(after).toContain('“They say tomorrow.”')
  expect((await visitor.get(path)).html).not.toContain('form=sign&amp;from=')
})
