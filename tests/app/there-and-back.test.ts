import type { Browser, Page as BrowserPage } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { csvRow } from '@/lib/csv'
import { type ImportField, importFields } from '@/lib/imports/import-fields'
import { templateHeadings } from '@/lib/imports/left'
import { axe, openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'
import { formIn, readable } from '../support/html'
import { type Page, type Visitor, follow, openedFile, ownPost, settledImport, signedIn } from '../support/http'

const running = inject('product')
const open: { browser?: Browser } = {}
let lead: Visitor
let partner: Visitor

beforeAll(async () => {
  open.browser = await openBrowser()
  lead = await signedIn(running, 'coordinator')
  partner = await signedIn(running, 'caseworker2')
})
afterAll(() => open.browser?.close())

const account = '=1+1 said her aunt,\nthen: "no"; 회령'
const call = { situation: 'HIDING', province: 'MN', account, contactValue: '+82 10 5555 0177' }

/** The file that a coordinator takes of the list of one province, contacts with it. */
async function takenList(): Promise<string> {
  const panel = await lead.get('/cases?province=MN&panel=export')
  const given = { shape: 'rows', contacts: 'on', reason: 'for a partner who opens the same files' }
  const ready = await follow(lead, await lead.post(panel, 'export-list', { given }))
  const path = /action="(\/api\/lists\/[^"]+)"/.exec(ready.html)?.[1] ?? expect.fail('no list is ready')
  return (await lead.post(ready, 'take-rows', { path })).html
}

/** A list is sent and its columns are confirmed; the page of what came of its rows. */
async function tried(visitor: Visitor, list: string): Promise<Page> {
  const page = await visitor.get('/import')
  const form = formIn(page.html, 'send-list').fields.find(([name]) => name === 'form')?.[1] ?? ''
  const body = new FormData()
  body.append('form', form)
  body.append('file', new Blob([list], { type: 'text/csv' }), 'vigil-list.csv')
  const headers = ownPost(visitor.origin, '/import')
  const sent = await follow(visitor, await visitor.send('/api/imports', { method: 'POST', body, headers }))
  const columns = formIn(sent.html, 'map').fields.filter(([name]) => name.startsWith('column'))
  expect(columns.map(([, value]) => value)).not.toContain('note')
  await follow(visitor, await visitor.post(sent, 'map'))
  return settledImport(visitor, sent.path)
}

const said = ({ html }: Page) => readable(html.replace(/<[^>]*>/g, ' '))

test('J9: the list that was taken is sent by a partner, tried out and taken, and says there what it said here', async () => {
  const names = ['Paek Nuri-sol', '맹여울']
  for (const name of names) await openedFile(lead, { ...call, name })
  const list = await takenList()
  for (const name of names) expect(list).toContain(name)

  const checked = await tried(partner, list)
  expect(said(checked)).toMatch(/2 rows can become files/)
  await follow(partner, await partner.post(checked, 'start'))
  expect(said(await settledImport(partner, checked.path))).toMatch(/2 files opened/)

  const { html } = await partner.get('/cases?mine=yes&province=MN')
  const refs = [...new Set([...html.matchAll(/href="\/cases\/(V-[\w-]+)"/g)].map(([, ref = '']) => ref))]
  expect(refs).toHaveLength(2)
  const files = await Promise.all(refs.map(async (ref) => readable((await partner.get(`/cases/${ref}`)).html)))
  expect(names.every((name) => files.some((file) => file.includes(name)))).toBe(true)
  for (const file of files) {
    expect(file.replace(/\s+/g, ' ')).toContain(account.replace(/\s+/g, ' '))
    expect(file).not.toContain(`'${account.slice(0, 4)}`)
  }

  const again = await tried(lead, list)
  expect(said(again)).not.toMatch(/[1-9]\d* rows? can become/)
})

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 360].map((width) => ({ colorScheme, width })),
)

async function faults(page: BrowserPage, name: string): Promise<string[]> {
  const found: string[] = []
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    for (const { rule, where } of await axe(page))
      found.push(`${name} ${colorScheme} ${width}: ${rule} ${where.join(' ').slice(0, 200)}`)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wider > 0) found.push(`${name} ${width}: ${wider} px wider than the window`)
  }
  return found
}

/** So many of one common name in two towns that a search says it did not look at all, and rows that cannot be taken; the path of the list. */
async function crowd(visitor: Visitor, name: string): Promise<string> {
  const row = (cells: Partial<Record<ImportField, string>>) => csvRow(importFields.map((field) => cells[field] ?? ''))
  const many = Array.from({ length: 60 }, (_, n) =>
    row({ name, birth: String(1940 + n), situation: 'HIDING', place: n % 2 ? 'Musan' : '허룽시', confirmed: 'yes' }),
  )
  const bad = [row({ birth: '1990' }), row({ name, birth: 'thirteen' }), row({ name, province: 'Atlantis' })]
  const page = await tried(visitor, csvRow(templateHeadings('en')) + [...many, ...bad].join(''))
  await follow(visitor, await visitor.post(page, 'start'))
  return (await settledImport(visitor, page.path)).path
}

const met = { situation: 'DET_TRANSIT', place: 'Helong', province: 'CN-JL', when: '2023-03-03' }

test.each(['en', 'ko'] as const)(
  'rows left out, too many namesakes, a town, an export with contacts and the homes hold up to axe, in %s',
  async (locale) => {
    const visitor = await signedIn(running, 'caseworker')
    const name = { en: '박정숙', ko: '최영자' }[locale]
    for (const spelling of { en: ['탁마루솔', 'Tak Ma-ru-sol'], ko: ['탁여울빛', 'Tak Yeo-ul-bit'] }[locale])
      await openedFile(visitor, { ...met, name: spelling })
    const left = await crowd(visitor, name)
    const context = await open.browser?.newContext()
    const page = (await context?.newPage()) ?? expect.fail('no page')
    await signIn({ page, locale, running }, 'caseworker')
    const found: string[] = []
    const seen = async (path: string, says: string) => {
      await page.goto(running.origin + path)
      expect(await page.locator('main').textContent(), path).toContain(says)
      found.push(...(await faults(page, `${locale} ${path}`)))
    }
    const say = words(locale)
    await seen(left, say('imports.left'))
    for (const [text, says] of [
      [name, say('search.crowded')],
      ['화룡', '허룽시'],
    ] as const) {
      await page.goto(`${running.origin}/search`)
      await page.locator('#find-text').fill(text)
      await page.locator('#find .submit button').click()
      await page.waitForURL(/\/search\/[0-9a-f-]+$/)
      if (text === '화룡') await page.locator('#names .submit button').click()
      await page.locator('.found').waitFor()
      await expect.poll(() => page.locator('main').textContent()).toContain(says)
      found.push(...(await faults(page, `${locale} search ${text}`)))
    }
    await expect.poll(async () => (await visitor.get('/')).html, { timeout: 60_000 }).toContain('href="/matches"')
    await seen('/', say('matches.title'))
    await context?.clearCookies()
    await signIn({ page, locale, running }, 'coordinator')
    await seen('/cases?panel=export', say('lists.exportContacts'))
    await seen('/', say('matches.title'))
    expect(found).toEqual([])
    await context?.close()
  },
)
