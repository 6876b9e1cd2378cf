import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '@/app/words'
import { openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'
import { type Product, asSuperuser, startProduct } from '../support/product'

const t = words('en')
const open: { browser?: Browser; product?: Product } = {}
const product = () => open.product ?? expect.fail('nothing runs')

beforeAll(async () => {
  ;[open.browser, open.product] = await Promise.all([openBrowser(), startProduct()])
})

afterAll(async () => {
  await open.browser?.close()
  await open.product?.end()
})

async function seat(javaScriptEnabled = true): Promise<{ context: BrowserContext; page: Page }> {
  const context = await open.browser?.newContext({ javaScriptEnabled, viewport: { width: 1024, height: 768 } })
  if (!context) expect.fail('no browser')
  const page = await context.newPage()
  await signIn({ page, locale: 'en', running: product() }, 'caseworker')
  return { context, page }
}

const start = (sentence: string) => sentence.split('{time}')[0] ?? ''
const says = (page: Page, key: 'saved' | 'failed' | 'ended' | 'conflict') =>
  page.locator('.autosave', { hasText: start(t(`intake.${key}`, { time: '{time}' })) }).waitFor({ timeout: 30_000 })

async function typeAndKeep(page: Page, field: string, text: string) {
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && answer.ok(), {
    timeout: 30_000,
  })
  await page.locator(`#intake-${field}`).pressSequentially(text)
  await kept
  await says(page, 'saved')
}

async function resume(page: Page) {
  await page.goto(`${product().origin}/drafts`)
  await page
    .getByRole('link', { name: t('intake.resume') })
    .first()
    .click()
  await page.waitForURL(/\/cases\/new\?draft=/)
}

async function send(page: Page) {
  await page.locator('#intake .submit button').last().click()
  await page.waitForURL(/\/cases\/V-/)
}

test('the server is killed in the middle of typing an intake: the draft is found again, and nothing typed is lost', async () => {
  const { context, page } = await seat()
  await page.goto(`${product().origin}/cases/new`)
  await typeAndKeep(page, 'name', 'Yun Sol-hwa')
  expect(page.url()).toContain('/cases/new?draft=')
  await product().kill()
  await page.locator('#intake-account').pressSequentially('Typed while nobody listened.')
  await says(page, 'failed')
  const isInSight = await page.locator('.autosave').evaluate((said) => {
    scrollTo(0, 0)
    return said.getBoundingClientRect().bottom <= innerHeight
  })
  expect(isInSight).toBe(true)
  await product().start()
  await says(page, 'saved')
  await page.locator('#intake-told').pressSequentially('her brother')
  await page.close()
  const later = await context.newPage()
  await resume(later)
  expect(await later.inputValue('#intake-name')).toBe('Yun Sol-hwa')
  expect(await later.inputValue('#intake-account')).toBe('Typed while nobody listened.')
  for (const [field, value] of [
    ['sourceType', 'RELATIVE_RELAY'],
    ['distance', 'second_hand'],
    ['situation', 'HIDING'],
  ])
    await later.locator(`#intake-${field}`).selectOption(value ?? '')
  await send(later)
  await later.goto(`${product().origin}/drafts`)
  expect(await later.getByText(t('intake.draftsEmpty')).count()).toBe(1)
  expect(await later.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  await context.close()
})

test('the session ends while one types: after signing in in another tab the page goes on saving where it was', async () => {
  const { context, page } = await seat()
  await page.goto(`${product().origin}/cases/new`)
  await typeAndKeep(page, 'name', 'Cho Bit-na')
  await asSuperuser(product(), (sql) => sql`update session set idle_until = now()`)
  await page.locator('#intake-account').pressSequentially('after the end')
  await says(page, 'ended')
  const other = await context.newPage()
  await signIn({ page: other, locale: 'en', running: product() }, 'caseworker')
  await says(page, 'saved')
  await resume(other)
  expect(await other.inputValue('#intake-account')).toBe('after the end')
  await context.close()
})

test('two tabs on one draft: the second is told, and is shown both before anything is saved', async () => {
  const { context, page } = await seat()
  await page.goto(`${product().origin}/cases/new`)
  await typeAndKeep(page, 'name', 'Ri')
  const other = await context.newPage()
  await other.goto(page.url())
  await typeAndKeep(page, 'name', ' Un-ha')
  await other.locator('#intake-name').fill('Ri Eun-ha')
  await says(other, 'conflict')
  await other.getByRole('button', { name: t('intake.later') }).click()
  await other.locator('.conflict').filter({ hasText: 'Ri Un-ha' }).filter({ hasText: 'Ri Eun-ha' }).waitFor()
  await other.getByRole('button', { name: t('intake.later') }).click()
  await other.waitForURL(/\/drafts$/)
  await resume(other)
  expect(await other.inputValue('#intake-name')).toBe('Ri Eun-ha')
  await context.close()
})

test('without JavaScript an intake is kept with a button, found in the list, resumed, sent, and another thrown away', async () => {
  const { context, page } = await seat(false)
  const { origin } = product()
  const keep = async (name: string, when: string) => {
    await page.goto(`${origin}/cases/new`)
    await page.locator('#intake-name').fill(name)
    await page.locator('#intake-when').fill(when)
    await page.getByRole('button', { name: t('intake.later') }).click()
    await page.waitForURL(/\/drafts$/)
  }
  await asSuperuser(product(), (sql) => sql`delete from draft`)
  await keep('Han So-i', '31 February 2023')
  await resume(page)
  expect(await page.inputValue('#intake-when')).toBe('31 February 2023')
  await page.locator('#intake-when').fill('2023')
  for (const [field, value] of [
    ['sourceType', 'NGO'],
    ['distance', 'third_hand'],
    ['situation', 'HIDING'],
  ])
    await page.locator(`#intake-${field}`).selectOption(value ?? '')
  await send(page)
  await keep('Somebody else', '')
  await page.locator('details.fold summary, a.fold').first().click()
  await page.getByRole('button', { name: t('intake.discard') }).click()
  await page.getByText(t('intake.draftsEmpty')).waitFor()
  await context.close()
})
