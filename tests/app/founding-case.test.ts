import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '@/app/words'
import { drawRef } from '@/lib/cases/ref'
import type { Locale } from '@/lib/words/locales'
import { openBrowser } from '../support/browser'
import { type At, missingFrom, recordFoundingCase, signIn, signOut } from '../support/founding-case'
import { parting, withoutDrawn } from '../support/html'
import { type DemoPerson, Visitor, signedIn } from '../support/http'
import { type Product, startProduct } from '../support/product'

const open: { browser?: Browser; product?: Product; refs: Partial<Record<Locale, string>> } = { refs: {} }
const product = () => open.product ?? expect.fail('nothing runs')
const refOf = (locale: Locale) => open.refs[locale] ?? expect.fail('no file was recorded')

beforeAll(async () => {
  ;[open.browser, open.product] = await Promise.all([openBrowser(), startProduct()])
})

afterAll(async () => {
  await open.browser?.close()
  await open.product?.end()
})

/** A browser window of its own for one person. */
async function seated(locale: Locale, person: DemoPerson, width = 1280): Promise<At & { page: Page }> {
  const page = await open.browser?.newPage({ viewport: { width, height: 800 }, acceptDownloads: true })
  if (!page) expect.fail('no browser')
  const at = { page, locale, running: product() }
  await signIn(at, person)
  return at
}

const imminent = async (at: At) => {
  await at.page.goto(product().origin)
  const text = await at.page.locator('a[href="/cases?situation=IMMINENT_RETURN&sort=risk"] b').innerText()
  return Number(text)
}

const cases: [Locale, number][] = [
  ['en', 1280],
  ['ko', 360],
]

test.each(cases)(
  'a caseworker records the founding case in %s at %i px, and finds it after a restart',
  async (locale, width) => {
    const board = await seated('en', 'coordinator')
    const before = await imminent(board)
    const at = await seated(locale, 'caseworker', width)
    const ref = await recordFoundingCase(at)
    open.refs[locale] = ref
    expect(await at.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await imminent(board)).toBe(before + 1)
    await signOut(at)
    await product().restart()
    await signIn(at, 'caseworker')
    expect(await missingFrom(at, ref)).toEqual([])
    await at.page.close()
    await board.page.close()
  },
)

test('the coordinator’s count is the way to the list that holds the file', async () => {
  const { page } = await seated('en', 'coordinator')
  await page.locator('a[href="/cases?situation=IMMINENT_RETURN&sort=risk"]').click()
  await page.getByRole('link', { name: refOf('en'), exact: true }).waitFor()
  await page.getByRole('link', { name: refOf('ko'), exact: true }).waitFor()
  await page.close()
})

type Export = { kind: 'entries' | 'records'; format: 'csv' | 'jsonl' }

async function download(page: Page, { kind, format }: Export): Promise<string> {
  await page.goto(`${product().origin}/audit`)
  await page.locator(`#export-${kind}-format`).selectOption(format)
  await page.locator(`#export-${kind}-reason`).fill('quarterly review')
  await page.locator(`#export-${kind} .submit button`).click()
  const link = page.getByRole('link', { name: words('en')('exports.download') })
  await link.waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toMatch(format === 'csv' ? /\.csv$/ : /\.jsonl$/)
  return readFileSync(await file.path(), 'utf8')
}

const trail = [
  'case.match',
  'case.open',
  'case.read',
  'person.add',
  'relationship.add',
  'situation.record',
  'contact.record',
  'contact.reveal',
]

test('the auditor exports the trail of the founding case, and no name is in it', async () => {
  const { page } = await seated('en', 'auditor')
  const csv = await download(page, { kind: 'entries', format: 'csv' })
  const lines = await download(page, { kind: 'entries', format: 'jsonl' })
  const deeds = new Set(
    lines
      .trim()
      .split('\n')
      .map((line) => String(JSON.parse(line).deed)),
  )
  for (const deed of trail) {
    expect(csv.includes(`,${deed},`)).toBe(true)
    expect(deeds).toContain(deed)
  }
  expect(lines.trim().split('\n').length).toBeGreaterThanOrEqual(csv.trim().split(/\r?\n/).length - 1)
  const records = [
    await download(page, { kind: 'records', format: 'csv' }),
    await download(page, { kind: 'records', format: 'jsonl' }),
  ]
  expect(records.every((text) => text.includes('IMMINENT_RETURN'))).toBe(true)
  for (const text of [csv, lines, ...records]) {
    expect(text.match(/Kim|Cheol|김철옥|김혁|5555 014|Han Ji-won/)?.[0]).toBeUndefined()
    expect(Object.values(open.refs).filter((ref) => text.includes(ref))).toEqual([])
  }
  await page.close()
})

test('an export is given to its auditor alone', async () => {
  const { page } = await seated('en', 'auditor')
  await page.goto(`${product().origin}/audit`)
  await page.locator('#export-entries-reason').fill('quarterly review')
  await page.locator('#export-entries .submit button').click()
  const href = await page.getByRole('link', { name: words('en')('exports.download') }).getAttribute('href')
  for (const person of ['caseworker', 'coordinator', 'admin'] as const) {
    const answer = await (await signedIn(product(), person)).get(href ?? '')
    expect(answer.status).not.toBe(200)
    expect(answer.html).not.toContain('case.open')
  }
  expect((await new Visitor(product().origin).get(href ?? '')).status).not.toBe(200)
  await page.close()
})

test.each(['admin', 'auditor', 'caseworker2'] as const)(
  'to the %s the file is as absent as one that never was',
  async (person) => {
    const visitor = await signedIn(product(), person)
    const unknown = drawRef((count) => randomBytes(count))
    const [hidden, absent] = [await visitor.get(`/cases/${refOf('en')}`), await visitor.get(`/cases/${unknown}`)]
    expect(hidden.status).toBe(absent.status)
    expect(hidden.html).toContain(words('en')('absent.title'))
    expect(parting(withoutDrawn(hidden.html, refOf('en')), withoutDrawn(absent.html, unknown))).toBeNull()
  },
)
