import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { axe, openBrowser } from '../support/browser'
import { said, signIn } from '../support/founding-case'
import { formIn, readable } from '../support/html'
import { type Visitor, follow, openedFile, signedIn } from '../support/http'
import { asSuperuser, saidBy } from '../support/product'

const running = inject('product')
const open: { browser?: Browser } = {}
const marker = 'moonflower'
let mina: Visitor
let ref: string

beforeAll(async () => {
  open.browser = await openBrowser()
  mina = await signedIn(running, 'caseworker')
  const account = `Seen beside the ${marker} shop. 두만강을 건넜다고 한다.`
  ref = (await openedFile(mina, { name: '류보름', otherName: '', account })).ref
})
afterAll(() => open.browser?.close())

const searched = async (visitor: Visitor, text: string, from = '/') =>
  follow(visitor, await visitor.post(await visitor.get(from), 'search', { given: { text } }))

describe('without JavaScript', () => {
  test('a name typed into the box of any page finds the file in another spelling, and says why', async () => {
    const page = await searched(mina, 'Ryu Bo-rŭm', '/tasks')
    expect(page.path).toMatch(/^\/search\/[0-9a-f-]{36}$/)
    const text = readable(page.html)
    expect(text).toContain(ref)
    expect(text).toContain(label('en', 'nameReasons', 'same-in-mr'))
    expect(text).toContain('•••')
    expect(text).not.toContain('류보름')
    expect(/<title>([^<]*)/.exec(page.html)?.[1]).toBe('Search · Vigil')
    const shown = await follow(mina, await mina.post(page, 'names'))
    expect(readable(shown.html)).toContain('류보름')
  })

  test('words are found, narrowed to nothing, looked at again, saved and deleted', async () => {
    const page = await searched(mina, `${marker}s`)
    expect(readable(page.html)).toContain('Words in a record')
    const narrowed = await follow(
      mina,
      await mina.post(page, 'step', { given: { step: 'narrow', text: 'lighthouse' } }),
    )
    expect(readable(narrowed.html)).toContain(words('en')('search.none'))
    expect(narrowed.html).toContain(`href="${page.path}"`)
    const again = await follow(mina, await mina.post(page, 'again'))
    expect(readable(again.html)).toContain(ref)
    await mina.post(again, 'save-search', { given: { name: 'The flower shop' } })
    expect(readable((await mina.get('/search')).html)).toContain('The flower shop')
    expect((await mina.post(await mina.get(again.path), 'delete-search')).location).toMatch(/\/search$/)
    expect(readable((await mina.get('/search')).html)).not.toContain('The flower shop')
    expect(readable((await mina.get(again.path)).html)).toContain(words('en')('absent.title'))
  })

  test('a colleague who follows the address of a search is told what everybody is told', async () => {
    const { path } = await searched(mina, 'Ryu Bo-rŭm')
    const other = await signedIn(running, 'caseworker2')
    const [theirs, none] = [await other.get(path), await other.get('/search/00000000-0000-4000-8000-000000000000')]
    expect(readable(theirs.html)).toBe(readable(none.html))
    expect(theirs.status).toBe(none.status)
  })

  test.each([
    ['', 'required'],
    ['   ', 'required'],
    ['a', 'one-letter'],
    ['김', 'one-letter'],
    ['🌊🌊', 'no-letters'],
    ['가'.repeat(10_000), 'too-long'],
    ['Kim\u202EChol', 'bidi-characters'],
  ])('what nothing is found by is told in the box, and stays typed: %.20s (%s)', async (text, problem) => {
    for (const [path, form] of [
      ['/', 'search'],
      ['/search', 'find'],
    ] as const) {
      const answer = await mina.post(await mina.get(path), form, { given: { text } })
      expect(answer.location).toBeNull()
      const sent = formIn(answer.html, form)
      expect(readable(sent.html)).toContain(said('en', problem))
      expect(new Map(sent.fields).get('text')).toBe(text)
    }
  })

  test.each(['محمد علی', 'Ryu 보름 柳', '0000000', 'V-22-22', "'; drop table search --"])(
    'what finds nothing is a page that says so: %s',
    async (text) => {
      const page = await searched(mina, text)
      expect(page.status).toBe(200)
      expect(readable(page.html)).toMatch(/No file found|files? found/)
    },
  )

  test('an address with words in it searches nothing: a search is a form that is posted', async () => {
    const stored = async () => asSuperuser(running, (sql) => sql`select count(*)::int as n from search`)
    const before = await stored()
    for (const at of [
      '/search?text=Ryu+Bo-r%C5%ADm&kind=name',
      '/?text=Ryu+Bo-r%C5%ADm',
      '/cases?text=Ryu+Bo-r%C5%ADm',
    ]) {
      const { html } = await mina.get(at)
      expect(readable(html)).not.toContain('Ryu Bo-rŭm')
      const forms = [...html.matchAll(/<form\b[^>]*id="(?:search|find)"[^>]*>/g)].map(([tag]) => tag)
      expect(forms.length, at).toBeGreaterThan(0)
      for (const tag of forms) expect(tag, at).toMatch(/method="post"/i)
    }
    expect(await stored()).toEqual(before)
  })

  test('none of it stands in what the product says of itself', () => {
    for (const word of [marker, 'Bo-rŭm', '류보름']) expect(saidBy(running)).not.toContain(word)
  })
})

async function faults(page: Page, name: string): Promise<string[]> {
  const found = (await axe(page)).map(({ rule, where }) => `${name}: ${rule} ${where.join(' ').slice(0, 200)}`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return overflow > 0 ? [...found, `${name}: ${String(overflow)} px wider than the window`] : found
}

test.each([
  { locale: 'en', width: 1280, text: 'Ryu Bo-rŭm' },
  { locale: 'ko', width: 360, text: '두만강에서' },
] as const)(
  'in $locale at $width a file is found by keyboard from the box, and its pages have no fault that axe knows',
  async ({ locale, width, text }) => {
    const page = await open.browser?.newPage({ viewport: { width, height: 900 } })
    if (!page) expect.fail('no browser')
    await signIn({ page, locale, running }, 'caseworker')
    await page.goto(running.origin)
    await page.locator('#search-text').focus()
    await page.keyboard.type('a')
    await page.keyboard.press('Enter')
    await page.locator('#search-summary').waitFor()
    expect(await page.locator('#search-text').inputValue()).toBe('a')
    const found = await faults(page, 'refused')
    await page.locator('#search-text').fill(text)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\/[0-9a-f-]+$/)
    expect(new URL(page.url()).search).toBe('')
    expect(await page.title()).not.toContain(text)
    expect(await page.locator('.found').textContent()).toContain(ref)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      found.push(...(await faults(page, `found ${colorScheme}`)))
    }
    await page.locator('#names .submit button').click()
    await page.locator('#names').waitFor({ state: 'detached' })
    expect(await page.locator('.found').textContent()).toContain('류보름')
    await page.goto(`${running.origin}/search`)
    found.push(...(await faults(page, 'search')))
    expect(found).toEqual([])
    await page.close()
  },
)
