import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { label, words } from '@/app/words'
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

async function seat(javaScriptEnabled = true): Promise<Page> {
  const context = await open.browser?.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
  if (!context) expect.fail('no browser')
  const page = await context.newPage()
  await signIn({ page, locale: 'en', running: product() }, 'caseworker')
  return page
}

async function fill(page: Page, name: string) {
  await page.locator('#intake-name').fill(name)
  for (const [field, value] of [
    ['sourceType', 'RELATIVE_RELAY'],
    ['distance', 'second_hand'],
    ['situation', 'HIDING'],
  ])
    await page.locator(`#intake-${field}`).selectOption(value ?? '')
}

const send = (page: Page) => page.locator('#intake .submit button').last().click()

async function fileNamed(page: Page, name: string): Promise<string> {
  await page.goto(`${product().origin}/cases/new`)
  await fill(page, name)
  await send(page)
  await page.waitForURL(/\/cases\/V-/)
  return new URL(page.url()).pathname
}

const answersOf = (answer: string) =>
  asSuperuser(product(), (sql) => sql`select for_case_id from likeness_answer where answer = ${answer}`)

test('while a name is typed the person of another spelling appears, with what agrees; "the same" leads to that file', async () => {
  const page = await seat()
  const path = await fileNamed(page, '변달해')
  await page.goto(`${product().origin}/cases/new`)
  await page.locator('#intake-name').pressSequentially('Pyon Tal-hae')
  const found = page.locator('#intake-likely li', { has: page.locator(`a[href="${path}"]`) })
  await found.waitFor({ timeout: 30_000 })
  expect(await found.innerText()).toContain(label('en', 'nameReasons', 'same-in-mr'))
  expect(page.url()).not.toContain('Pyon')
  await fill(page, 'Pyon Tal-hae')
  await found.getByLabel(label('en', 'likenesses', 'same'), { exact: true }).check()
  await send(page)
  await page.waitForURL(`**${path}`)
  expect(await answersOf('same')).toMatchObject([{ for_case_id: null }])
})

test('without JavaScript the question comes with the answer to the form, and what is said of each is kept', async () => {
  const page = await seat(false)
  const path = await fileNamed(page, '방송화')
  await page.goto(`${product().origin}/cases/new`)
  await fill(page, 'Pang Song-hwa')
  await send(page)
  const found = page.locator('.notice.matches li', { has: page.locator(`a[href="${path}"]`) })
  expect(await found.innerText()).toContain(t('likely.question'))
  await found.getByLabel(label('en', 'likenesses', 'different')).check()
  await send(page)
  await page.waitForURL(/\/cases\/V-/)
  expect(new URL(page.url()).pathname).not.toBe(path)
  expect(await answersOf('different')).toHaveLength(1)
})
