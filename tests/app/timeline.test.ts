import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'
import { openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

/** The timeline of a file with a history, reached by its tab. */
async function onTimeline(locale: Locale, { width = 1280, scripts = false } = {}): Promise<Page> {
  const page = await open.browser?.newPage({ javaScriptEnabled: scripts, viewport: { width, height: 900 } })
  if (!page) expect.fail('no browser')
  await signIn({ page, locale, running }, 'caseworker')
  await page.goto(`${running.origin}/cases?situation=RETURNED`)
  await page.locator('td a').first().click()
  await page.getByRole('link', { name: words(locale)('caseFile.tabs.timeline'), exact: true }).click()
  await page.locator('.chronicle').first().waitFor()
  return page
}

const kindsOf = (page: Page) =>
  page.locator('.chronicle b').evaluateAll((found) => [...new Set(found.map((one) => one.textContent))])

test('without JavaScript the timeline tells the file under its years and is narrowed to a kind', async () => {
  const page = await onTimeline('en')
  const years = (await page.locator('.year h2').allInnerTexts()).map(Number).filter((year) => !Number.isNaN(year))
  expect(years).toEqual([...years].sort((a, b) => b - a))
  expect((await kindsOf(page)).length).toBeGreaterThan(1)
  await page.getByRole('checkbox', { name: label('en', 'timelineKinds', 'situation') }).check()
  await page.getByRole('button', { name: words('en')('timeline.apply') }).click()
  await page.waitForURL(/\?kind=situation$/)
  await expect.poll(() => kindsOf(page)).toEqual([label('en', 'timelineKinds', 'situation')])
  await page.getByRole('link', { name: words('en')('timeline.clear') }).click()
  await page.waitForURL(/\/timeline$/)
  await expect.poll(async () => (await kindsOf(page)).length).toBeGreaterThan(1)
  await page.close()
})

test('every line has a mark on the scale that leads to it, unless nobody knows when it was', async () => {
  const page = await onTimeline('en')
  const targets = await page
    .locator('.along a')
    .evaluateAll((marks) => marks.map((mark) => String(mark.getAttribute('href')).slice(1)))
  const lines = await page
    .locator('.year')
    .filter({ hasNotText: words('en')('timeline.undated') })
    .locator('li')
    .evaluateAll((found) => found.map(({ id }) => id))
  expect([...targets].sort()).toEqual([...lines].sort())
  await page.locator('.along a').first().click()
  expect(await page.locator('.chronicle li:target').count()).toBe(1)
  await page.close()
})

test('in Korean at 360 px the scale stays inside the page', async () => {
  const page = await onTimeline('ko', { width: 360 })
  const outer = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(outer).toBeLessThanOrEqual(360)
  await page.close()
})

/** The timeline of the first file, the longest silent first, that anybody was asked for a consent in. */
async function onConsents(): Promise<Page> {
  const page = await onTimeline('en')
  await page.goto(`${running.origin}/cases?sort=silence`)
  const paths = await page.locator('td a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  for (const path of paths) {
    await page.goto(`${running.origin}${path}/timeline?kind=consent`)
    if ((await page.locator('.chronicle').count()) > 0) return page
  }
  return expect.fail('nobody was asked for a consent')
}

test('a consent on the timeline tells what was said of it, and no code', async () => {
  const page = await onConsents()
  const told = (await page.locator('.chronicle').allInnerTexts()).join(' ')
  expect(told).toContain(label('en', 'timelineKinds', 'consent'))
  expect(told).not.toContain('{"')
  await page.close()
})

test('on paper a file tells what its entries say, and asks for nothing', async () => {
  const page = await onTimeline('en')
  await page.getByRole('link', { name: words('en')('caseFile.tabs.overview'), exact: true }).click()
  await page.locator('#situations').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#situations .said').first().isVisible()).toBe(true)
  for (const asking of ['form', 'a.fold', 'button', '.sections']) {
    expect(await page.locator(asking).count(), asking).toBeGreaterThan(0)
    expect(await page.locator(`${asking}:visible`).count(), asking).toBe(0)
  }
  await page.close()
})
