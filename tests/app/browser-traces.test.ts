import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { founding, recordFoundingCase, signIn, signOut } from '../support/founding-case'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

const typed = new RegExp(
  [...Object.values(founding.en), ...Object.values(founding.ko)]
    .filter((text) => text !== '')
    .flatMap((text) => [text, encodeURIComponent(text), text.replaceAll(' ', '+')])
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'i',
)

test('a browser run asks nobody else, and leaves no name in titles, addresses, history or storage', async () => {
  const context = await open.browser?.newContext({ viewport: { width: 1280, height: 800 } })
  if (!context) expect.fail('no browser')
  const page = await context.newPage()
  const [asked, places, said] = [new Set<string>(), new Set<string>(), new Set<string>()]
  page.on('request', (request) => asked.add(request.url()))
  page.on('console', (message) => said.add(message.text()))
  page.on('pageerror', (error) => said.add(error.message))
  page.on('dialog', (dialog) => said.add(dialog.message()))
  page.on('framenavigated', (frame) => places.add(frame.url()))
  const look = async () => {
    places.add(`${page.url()} ${await page.title()}`)
    places.add(JSON.stringify(await page.evaluate((): unknown => window.history.state)))
  }
  for (const locale of ['en', 'ko'] as const) {
    const at = { page, locale, running }
    await signIn(at, 'caseworker')
    await look()
    await recordFoundingCase(at)
    await look()
    await page.goto(`${running.origin}/cases`)
    await page.locator('#names button').click()
    await page.getByText(founding[locale].name).first().waitFor()
    await look()
    await page.goto(`${running.origin}/audit`)
    await look()
    await signOut(at)
    await look()
  }
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    readable: document.cookie,
  }))
  expect([...asked].filter((url) => !url.startsWith(`${running.origin}/`) && !url.startsWith('data:'))).toEqual([])
  expect([...asked, ...places].filter((text) => typed.test(text))).toEqual([])
  expect([...said]).toEqual([])
  expect(kept).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0, readable: '' })
  await context.close()
})

test('whoever goes back after signing out sees nothing of a file', async () => {
  const page = await open.browser?.newPage()
  if (!page) expect.fail('no browser')
  const at = { page, locale: 'en' as const, running }
  await signIn(at, 'caseworker')
  await page.goto(`${running.origin}/cases`)
  await page.locator('td a').first().click()
  await page.waitForURL(/\/cases\/V-/)
  await page.goto(`${running.origin}/cases`)
  await signOut(at)
  await page.goBack()
  await page.goBack()
  await page.waitForURL(/\/sign-in/)
  expect(await page.locator('h1').innerText()).toBe('Sign in')
  await page.close()
})
