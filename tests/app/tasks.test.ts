import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { openBrowser } from '../support/browser'
import { type At, said, signIn, signOut } from '../support/founding-case'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})
afterAll(() => open.browser?.close())

async function visitor({ locale, width }: { locale: 'en' | 'ko'; width: number }): Promise<At & { page: Page }> {
  const page = await open.browser?.newPage({ javaScriptEnabled: false, viewport: { width, height: 800 } })
  if (!page) expect.fail('no browser')
  const at = { page, locale, running }
  await signIn(at, 'caseworker')
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
