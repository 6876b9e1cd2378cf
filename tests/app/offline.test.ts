import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import type { Locale } from '@/lib/words/locales'
import { openBrowser } from '../support/browser'
import { said, signIn } from '../support/founding-case'
import { openedFile, signedIn } from '../support/http'
import { asSuperuser } from '../support/product'

const running = inject('product')
const t = words('en')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

async function seat(locale: Locale, name: string): Promise<{ context: BrowserContext; page: Page; at: string }> {
  const { ref } = await openedFile(await signedIn(running, 'caseworker'), { name })
  const context = await open.browser?.newContext({ viewport: { width: 1280, height: 900 } })
  if (!context) expect.fail('no browser')
  const page = await context.newPage()
  await signIn({ page, locale, running }, 'caseworker')
  return { context, page, at: `${running.origin}/cases/${ref}` }
}

const commentsOf = (at: string) =>
  asSuperuser(
    running,
    (sql) =>
      sql`select m.id from comment m join case_file c on c.id = m.case_id where c.ref = ${at.split('/').at(-1) ?? ''}`,
  )

async function comment(page: Page, at: string, text: string) {
  await page.goto(`${at}/together?form=comment`)
  await page.waitForLoadState('networkidle')
  await page.locator('#comment-text').pressSequentially(text)
}

const press = (page: Page, form: string) => page.locator(`#${form} .submit button`).click()
const told = (page: Page, sentence: string) => page.locator('[role=alert]', { hasText: sentence }).waitFor()

test('a comment pressed without a connection stays as it was typed, and the same press is accepted once when it is back', async () => {
  const { context, page, at } = await seat('ko', '마은별')
  await comment(page, at, 'Could the embassy be asked?')
  await context.setOffline(true)
  await press(page, 'comment')
  await told(page, said('ko', 'unreachable'))
  expect(await page.inputValue('#comment-text')).toBe('Could the embassy be asked?')
  expect(await commentsOf(at)).toHaveLength(0)
  await context.setOffline(false)
  await press(page, 'comment')
  await page.locator('#comments .said', { hasText: 'Could the embassy be asked?' }).waitFor()
  expect(await commentsOf(at)).toHaveLength(1)
  await context.close()
})

test('a value asked for without a connection leaves the page standing', async () => {
  const { context, page, at } = await seat('en', 'Ma Nuri')
  await page.goto(at)
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  const reveal = page.getByRole('button', { name: t('caseFile.showSource') }).first()
  await reveal.click()
  await told(page, t('caseFile.noAnswer'))
  await context.setOffline(false)
  await reveal.click()
  await page.locator('output.revealed').waitFor()
  await context.close()
})

test('what was typed and not sent is asked about before its page is left; once sent, or where it keeps itself, nothing is asked', async () => {
  const { context, page, at } = await seat('en', 'Ma Saem')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  const leave = () =>
    page
      .locator(`a[href="${new URL(at).pathname}/timeline"]`)
      .first()
      .click()
  await comment(page, at, 'half a sen')
  await leave()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  expect(await page.inputValue('#comment-text')).toBe('half a sen')
  await press(page, 'comment')
  await page.locator('#comments .said', { hasText: 'half a sen' }).waitFor()
  await leave()
  await page.waitForURL(/\/timeline$/)

  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts') && answer.ok())
  await page.goto(`${running.origin}/cases/new`)
  await page.locator('#intake-name').pressSequentially('Ma')
  await kept
  await page.goto(at)
  expect(asked).toEqual(['beforeunload'])
  await context.close()
})
