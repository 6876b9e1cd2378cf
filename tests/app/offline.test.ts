import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { formWords } from '@/app/ui/form-words'
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

test('a comment whose answer was lost on the way is not said to be unsent, and pressing again records nothing twice', async () => {
  const { context, page, at } = await seat('en', 'Ma Byeol')
  await comment(page, at, 'The aunt has moved.')
  await page.route('**/together**', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const headers = { ...(await route.request().allHeaders()), 'sec-fetch-site': 'same-origin' }
    await route.fetch({ headers, maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await press(page, 'comment')
  await told(page, said('en', 'unanswered'))
  expect(await page.locator('#comment-summary').innerText()).not.toContain(formWords('en').stopped)
  expect(await page.inputValue('#comment-text')).toBe('The aunt has moved.')
  expect(await commentsOf(at)).toHaveLength(1)
  await page.unroute('**/together**')
  await press(page, 'comment')
  await page.locator('#comments .said', { hasText: 'The aunt has moved.' }).waitFor()
  expect(await commentsOf(at)).toHaveLength(1)
  await context.close()
})

test('a step of the interview pressed without a connection keeps its answers and is recorded once when it is back', async () => {
  const { context, page, at } = await seat('en', 'Ma Haet')
  await page.goto(`${at}/intake?step=explain`)
  await page.waitForLoadState('networkidle')
  await page.locator('#interview-language').pressSequentially('Korean, of the north')
  await page.locator('#interview-asked_beforeState').selectOption('refused')
  await context.setOffline(true)
  await press(page, 'interview')
  await told(page, said('en', 'unreachable'))
  expect(await page.inputValue('#interview-language')).toBe('Korean, of the north')
  expect(await page.inputValue('#interview-asked_beforeState')).toBe('refused')
  await context.setOffline(false)
  await press(page, 'interview')
  await page.waitForURL(/step=names$/)
  const answers = await asSuperuser(
    running,
    (sql) =>
      sql`select a.question from intake_answer a join case_file c on c.id = a.case_id where c.ref = ${at.split('/').at(-1) ?? ''}`,
  )
  expect(answers).toHaveLength(2)
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
