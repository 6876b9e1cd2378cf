import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { openBrowser } from '../support/browser'
import { type At, said, signIn, signOut } from '../support/founding-case'
import type { DemoPerson } from '../support/http'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})
afterAll(() => open.browser?.close())

type Given = { locale: 'en' | 'ko'; width: number; as?: DemoPerson }

async function visitor({ locale, width, as = 'caseworker' }: Given): Promise<At & { page: Page }> {
  const page = await open.browser?.newPage({ javaScriptEnabled: false, viewport: { width, height: 800 } })
  if (!page) expect.fail('no browser')
  const at = { page, locale, running }
  await signIn(at, as)
  return at
}

const cardOf = (page: Page, due: string) => page.locator(`section#${due}`)

test.each([
  { locale: 'en', width: 1280, what: 'Ring the cousin again' },
  { locale: 'ko', width: 360, what: '사촌에게 다시 전화' },
] as const)(
  'in $locale at $width a task is added to a file, found overdue, and closed, without JavaScript',
  async ({ locale, width, what }) => {
    const at = await visitor({ locale, width })
    const { page } = at
    const t = words(locale)
    await page.goto(`${running.origin}/cases`)
    const href = (await page.locator('td a').first().getAttribute('href')) ?? ''
    await page.goto(`${running.origin}${href}/tasks?form=task`)
    await page.locator('#task-title').fill(what)
    await page.locator('#task-day').fill('2024')
    await page.locator('#task .submit button').click()
    expect(await page.locator('#task-day-problem').innerText()).toBe(said(locale, 'whole-day-needed'))
    expect(await page.inputValue('#task-title')).toBe(what)
    await page.locator('#task-day').fill('2024-05-04')
    await page.locator('#task .submit button').click()
    await page.waitForURL(/#open$/)
    await page.locator('#open li', { hasText: what }).waitFor()

    await page.goto(`${running.origin}/tasks?kind=hand`)
    expect(await cardOf(page, 'overdue').innerText()).not.toContain(what)
    await page.getByRole('button', { name: t('tasks.showTitles') }).click()
    const line = cardOf(page, 'overdue').locator('li', { hasText: what })
    await line.waitFor()
    await line.getByRole('link', { name: t('tasks.close'), exact: true }).click()
    await line.locator('select').selectOption('dropped')
    await line.locator('.submit button').click()
    expect(await line.locator('.problem').innerText()).toBe(said(locale, 'reason-needed'))
    await line.locator('select').selectOption('done')
    await line.locator('textarea').fill('OK 010')
    await line.locator('.submit button').click()
    await page.waitForURL(/\/tasks\?whose=mine&kind=hand#content$/)
    expect(await page.locator('main').innerText()).not.toContain(what)
    await page.goto(`${running.origin}/tasks`)

    await signOut(at)
    await signIn(at, 'caseworker')
    await page.goto(`${running.origin}${href}/tasks`)
    const closed = page.locator('#closed li', { hasText: what })
    expect(await closed.innerText()).toContain('OK 010')
    expect(await closed.innerText()).toContain(label(locale, 'taskStates', 'done'))
    await page.close()
  },
)

test('a calendar learns how many tasks are due and no more, by an address that is made once the admin allows it', async () => {
  const { page: admin } = await visitor({ locale: 'en', width: 1280, as: 'admin' })
  await admin.goto(`${running.origin}/admin`)
  await admin.locator('#feeds-value').selectOption('on')
  await admin.locator('#feeds .submit button').click()
  await admin.waitForURL(/\/admin#house$/)
  await admin.close()
  const { page } = await visitor({ locale: 'en', width: 360 })
  await page.goto(`${running.origin}/account`)
  await page.locator('#feed .submit button').click()
  const address = await page.locator('output.told').innerText()
  const feed = await fetch(address)
  expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const said = (await feed.text()).split('\r\n').filter((line) => line.startsWith('SUMMARY:'))
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter((line) => !/^SUMMARY:\d+ tasks? due$/.test(line))).toEqual([])
  const unknown = await fetch(`${running.origin}/api/calendar/${'a'.repeat(43)}`)
  expect([unknown.status, await unknown.text()]).toEqual([404, ''])
  await page.goto(`${running.origin}/account`)
  expect(await page.locator('output.told').count()).toBe(0)
  await page.locator('#feed-end .submit button').click()
  await page.waitForURL(/\/account#calendar$/)
  expect([(await fetch(address)).status, await (await fetch(address)).text()]).toEqual([404, ''])
  await page.close()
})
