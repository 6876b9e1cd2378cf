import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { label, words } from '@/app/words'
import { axe, openBrowser } from '../support/browser'
import { said, signIn } from '../support/founding-case'
import { formIn, readable } from '../support/html'
import { type Visitor, follow, openedFile, ownPost, signedIn } from '../support/http'

const running = inject('product')
const open: { browser?: Browser } = {}
let lead: Visitor

beforeAll(async () => {
  lead = await signedIn(running, 'coordinator')
})

afterAll(() => open.browser?.close())

const counted = async (visitor: Visitor, code: string) =>
  Number(new RegExp(`<option value="${code}"[^>]*>[^<]* · (\\d+)<`).exec((await visitor.get('/cases')).html)?.[1] ?? 0)
const refsIn = (html: string) =>
  [...html.matchAll(/name="pick" (?:form="tick" )?[^>]*value="(V-[^"]+)"/g)].flatMap(([, ref]) => ref ?? [])

test('a new file is in the counts of its list at once', async () => {
  const before = await counted(lead, 'HIDING')
  await openedFile(lead, { name: 'Ok Bun-i', situation: 'HIDING' })
  expect(await counted(lead, 'HIDING')).toBe(before + 1)
})

test('the line over a list counts open files where the list is whole, and none where it is narrowed', async () => {
  expect((await lead.get('/cases')).html).toMatch(/class="lead">\d+ open files? within your reach/)
  const narrowed = await lead.get('/cases?risk=R4')
  expect(narrowed.html).not.toContain('within your reach</p>')
  expect(narrowed.html).toContain(words('en')('lists.narrowed'))
})

test('without JavaScript, files are ticked and flagged together, and one out of reach is told as absent', async () => {
  const [first = '', second = ''] = refsIn((await lead.get('/cases?panel=pick')).html)
  const ticked = await lead.get(`/cases?pick=${first}&pick=${second}`)
  expect(ticked.html).toContain('2 files ticked')
  const empty = await lead.post(ticked, 'flag-ticked', { given: { reason: '' } })
  expect(empty.html).toContain(`value="${first} ${second}"`)
  const refs = `${first} ${second} V-222-22`
  const done = await follow(lead, await lead.post(ticked, 'flag-ticked', { given: { refs, reason: 'look again' } }))
  expect(done.html).toContain('Done on 2 files. 1 file does not exist or is not within your reach.')
  const flagged = await lead.get('/cases?flagged=yes&columns=ref.flagged&panel=pick')
  expect(refsIn(flagged.html)).toEqual(expect.arrayContaining([first, second]))
})

test('nothing ticked is said, the boxes stay with the list as it was asked for, and one link puts them away', async () => {
  const path = '/cases?sort=silence&panel=pick'
  const page = await lead.get(path)
  const pressed = new URLSearchParams(formIn(page.html, 'tick').fields)
  const none = await lead.get(`/cases?${pressed}`)
  expect(readable(none.html)).toContain(words('en')('lists.tickNone'))
  expect(refsIn(none.html)).toEqual(refsIn(page.html))
  expect(none.html).toMatch(new RegExp(`href="/cases\\?sort=silence"[^>]*>${words('en')('lists.pickEnd')}`))
  const [first = ''] = refsIn(page.html)
  const one = readable((await lead.get(`/cases?${pressed}&pick=${first}`)).html)
  expect(one).toContain('1 file ticked')
  expect(one).not.toContain(words('en')('lists.tickNone'))
})

test('a list is kept under a name, shared, and taken as a file of codes', async () => {
  const page = await lead.get('/cases?situation=HIDING&panel=keep')
  await lead.post(page, 'save-view', { given: { name: 'In hiding', shared: 'on' } })
  const mina = await signedIn(running, 'caseworker')
  expect((await mina.get('/cases')).html).toMatch(/href="\/cases\?situation=HIDING"[^>]*>In hiding/)
  const panel = await lead.get('/cases?situation=HIDING&panel=export')
  const ready = await follow(lead, await lead.post(panel, 'export-list', { given: { reason: 'for the board' } }))
  const at = /href="(\/api\/lists\/[^"]+)"/.exec(ready.html)?.[1] ?? ''
  const file = await lead.get(at)
  expect(file.html.split('\r\n')[1]).toBe('ref,situation,risk,grade,province,silence,review,worker')
  expect(file.html).toContain('HIDING')
  expect((await mina.get(at)).status).toBe(403)
})

test('a list with names is taken by a coordinator’s post with a reason, by no link and by nobody else', async () => {
  const name = 'Pyo Saet-byol'
  const { ref } = await openedFile(lead, { name, situation: 'SHELTERED', account: '=1+1 is what she said' })
  const panel = await lead.get('/cases?situation=SHELTERED&panel=export')
  const given = { shape: 'rows', reason: 'for a partner who opens the same files' }
  const unsaid = await lead.post(panel, 'export-list', { given: { ...given, reason: '' } })
  expect(unsaid.html).toContain('export-list-reason')
  const ready = await follow(lead, await lead.post(panel, 'export-list', { given }))
  const at = /action="(\/api\/lists\/[^"]+)"/.exec(ready.html)?.[1] ?? expect.fail('no list is ready')
  expect((await lead.get(at)).status).not.toBe(200)
  const taken = await lead.post(ready, 'take-rows', { path: at })
  expect(taken.status).toBe(200)
  expect(taken.headers.get('content-disposition')).toContain('attachment')
  expect(taken.html).toContain(name)
  expect(taken.html).not.toMatch(/(^|,)"?=1\+1/m)
  expect(`${panel.path} ${ready.path} ${at}`).not.toContain('Pyo')
  for (const person of ['caseworker', 'auditor', 'admin'] as const) {
    const visitor = await signedIn(running, person)
    expect((await visitor.get('/cases?panel=export')).html).not.toContain('id="export-list"')
    expect((await visitor.post(panel, 'export-list', { given })).html).not.toContain('take-rows')
    const asked = await visitor.send(at, { method: 'POST', headers: ownPost(visitor.origin, '/cases') })
    expect(asked.status).not.toBe(200)
    expect(asked.html).not.toContain(name)
  }
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  expect((await lead.post(ready, 'take-rows', { path: at, headers: elsewhere })).status).not.toBe(200)
  expect((await lead.get(`/cases/${ref}`)).status).toBe(200)
})

test('without JavaScript other filters are put into a kept list, and a stale page is told what it holds now', async () => {
  await lead.post(await lead.get('/cases?risk=R3&panel=keep'), 'save-view', { given: { name: 'To look through' } })
  const panel = (list: string) => lead.get(`/cases?${list}&panel=keep`)
  const [page, same, other] = [
    await panel('risk=R2&sort=silence'),
    await panel('risk=R2&sort=silence'),
    await panel('risk=R1'),
  ]
  const views = [...page.html.matchAll(/<form[^>]*id="(replace-[^"]+)"/g)].flatMap(([, form]) => form ?? [])
  const form = views.find((one) => formIn(page.html, one).html.includes('risk=R3')) ?? expect.fail('no kept list')
  expect(readable(formIn(page.html, form).html)).toContain(label('en', 'caseSorts', 'silence'))
  const put = await lead.post(page, form)
  expect(put.location).toContain('/cases?risk=R2&sort=silence')
  expect((await lead.get('/cases')).html).toMatch(/href="\/cases\?risk=R2&amp;sort=silence"[^>]*>To look through/)
  const stale = formIn((await lead.post(other, form)).html, form)
  expect(stale.html).toContain('class="conflict"')
  expect(readable(stale.html)).toContain(label('en', 'caseSorts', 'silence'))
  expect(readable(formIn((await lead.post(same, form)).html, form).html)).toContain(said('en', 'conflict'))
})

test('list and morning have no fault that axe knows with every part of them open, and fit a phone', async () => {
  open.browser = await openBrowser()
  const page = await open.browser.newPage()
  await signIn({ page, locale: 'en', running }, 'caseworker')
  await page.goto(`${running.origin}/cases?panel=pick`)
  const ref = await page.locator('input[name=pick]').first().inputValue()
  const found: string[] = []
  for (const path of ['/', '/cases', `/cases?panel=more&pick=${ref}`, '/cases?panel=keep&columns=ref.risk.changed']) {
    await page.goto(running.origin + path)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      for (const { rule, where } of await axe(page))
        found.push(`${path} ${width} ${rule} ${where.join(' ').slice(0, 200)}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) found.push(`${path} ${width}: ${overflow} px wider than the window`)
    }
  }
  expect(found).toEqual([])
})
