import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { label } from '@/app/words'
import { axe, openBrowser } from '../support/browser'
import { said, signIn } from '../support/founding-case'
import { formIn, readable } from '../support/html'
import { type Visitor, follow, openedFile, signedIn } from '../support/http'

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
