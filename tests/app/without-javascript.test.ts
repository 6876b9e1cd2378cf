import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { openBrowser } from '../support/browser'
import { type At, founding, missingFrom, recordFoundingCase, said, signIn, signOut } from '../support/founding-case'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

async function scriptless(locale: 'en' | 'ko'): Promise<At & { page: Page }> {
  const page = await open.browser?.newPage({ javaScriptEnabled: false, viewport: { width: 1024, height: 768 } })
  if (!page) expect.fail('no browser')
  const at = { page, locale, running }
  await signIn(at, 'caseworker')
  return at
}

test.each(['en', 'ko'] as const)(
  'the founding case is recorded and found again without JavaScript, in %s',
  async (locale) => {
    const at = await scriptless(locale)
    const ref = await recordFoundingCase(at)
    await signOut(at)
    await signIn(at, 'caseworker')
    expect(await missingFrom(at, ref)).toEqual([])
    await at.page.close()
  },
)

test('without JavaScript a form that is not accepted keeps what was typed and says why at the field', async () => {
  const { page } = await scriptless('en')
  await page.goto(`${running.origin}/cases/new`)
  await page.locator('#intake-name').fill('Kim Cheol-ok')
  await page.locator('#intake-when').fill('31 February 2023')
  await page.locator('#intake-account').fill(founding.en.account)
  await page.locator('#intake-sourceType').selectOption('RELATIVE_RELAY')
  await page.locator('#intake .submit button').click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: words('en')('newCase.when') })
    .waitFor()
  expect(await page.locator('#intake-when-problem').innerText()).toBe(said('en', 'impossible-date'))
  expect(await page.locator('#intake-situation-problem').innerText()).toBe(said('en', 'required'))
  expect(await page.inputValue('#intake-name')).toBe('Kim Cheol-ok')
  expect(await page.inputValue('#intake-account')).toBe(founding.en.account)
  expect(await page.inputValue('#intake-sourceType')).toBe('RELATIVE_RELAY')
  expect(await page.getAttribute('#intake-when', 'aria-invalid')).toBe('true')
  expect(await page.getAttribute('#intake-when', 'aria-describedby')).toContain('intake-when-problem')
  await page.close()
})

test('without JavaScript a form sent again from the page before gets the first answer', async () => {
  const { page } = await scriptless('en')
  await page.goto(`${running.origin}/cases/new`)
  const answers = { name: 'Pang Su-ok', sourceType: 'NGO', distance: 'third_hand', situation: 'UNVERIFIED' }
  const body = Object.fromEntries([
    ...(await page
      .locator('#intake input')
      .evaluateAll((inputs) =>
        inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
      )),
    ...Object.entries(answers),
  ])
  const sent = () =>
    page.request.post(`${running.origin}/cases/new`, {
      multipart: body,
      maxRedirects: 0,
      headers: { origin: running.origin, 'sec-fetch-site': 'same-origin' },
    })
  const [first, second] = [await sent(), await sent()]
  expect(first.status()).toBe(303)
  expect(second.headers().location).toBe(first.headers().location)
  await page.close()
})

test('without JavaScript language and appearance are switched on the page where one is', async () => {
  const { page } = await scriptless('en')
  await page.goto(`${running.origin}/cases?situation=HIDING`)
  await page.getByRole('button', { name: '한국어' }).click()
  await page.locator('html[lang="ko"]').waitFor()
  expect(page.url()).toBe(`${running.origin}/cases?situation=HIDING`)
  expect(await page.locator('h1').innerText()).toBe(words('ko')('cases.title'))
  await page.getByRole('button', { name: words('ko')('frame.dark') }).click()
  await page.locator('html[data-theme="dark"]').waitFor()
  await page.getByRole('button', { name: words('ko')('frame.system') }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('html[lang="en"]').waitFor()
  await page.close()
})

test('without JavaScript nothing waits behind a script: forms are asked for, and a conflict shows both values', async () => {
  const [mine, theirs] = [await scriptless('en'), await scriptless('en')]
  await mine.page.goto(`${running.origin}/cases`)
  const href = await mine.page.locator('td a').first().getAttribute('href')
  for (const { page } of [mine, theirs]) {
    await page.goto(running.origin + (href ?? ''))
    await page.locator('#people a.fold').first().click()
    await page.locator('#people form').first().waitFor()
  }
  const save = async (page: Page, sex: string) => {
    const form = page.locator('#people form').first()
    await form.locator('select').selectOption(sex)
    await form.locator('.submit button').click()
    await page.waitForLoadState('load')
  }
  await save(mine.page, 'M')
  await save(theirs.page, 'X')
  await theirs.page.locator('.conflict').first().waitFor({ state: 'attached' })
  expect(await theirs.page.locator('#people').innerText()).toContain(said('en', 'conflict'))
  await mine.page.close()
  await theirs.page.close()
})
