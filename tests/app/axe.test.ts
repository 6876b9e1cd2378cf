import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Locale } from '@/lib/words/locales'
import { axe, openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'
import { type DemoPerson, signedIn } from '../support/http'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

/** Every way in which a screen is looked at; the page is loaded once and turned about. */
const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, width: 1280 },
  { colorScheme, width: 360 },
])

async function violations(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    for (const { rule, where } of await axe(page)) {
      found.push(`${name} ${colorScheme} ${width}: ${rule} at ${where.slice(0, 2).join(' | ').slice(0, 300)}`)
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) found.push(`${name} ${width}: ${overflow} px wider than the window`)
  }
  return found
}

/** What the navigation offers, and what it leads to. */
async function screensOf(page: Page, person: DemoPerson): Promise<string[]> {
  await page.goto(running.origin)
  const offered = await page
    .locator('header nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const paths = new Set(offered.filter((href) => href.startsWith('/')))
  if (paths.has('/cases')) {
    const file = await firstOf('/cases?situation=RETURNED', person)
    for (const path of ['/cases?situation=DECEASED', file, `${file}/timeline`, ...(await askedOn(page, file))])
      paths.add(path)
  }
  if (paths.has('/admin')) paths.add(await firstOf('/admin', person))
  return [...paths, '/cases/V-none']
}

/** The page with each form that waits behind a link of it. */
async function askedOn(page: Page, path: string): Promise<string[]> {
  await page.goto(running.origin + path)
  const links = await page
    .locator('a.fold')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  return links.filter((href) => href.includes('?form='))
}

async function firstOf(list: string, person: DemoPerson): Promise<string> {
  const { html } = await (await signedIn(running, person)).get(list)
  const [path = list] = list.split('?')
  const [, href = ''] = new RegExp(`href="(${path}/(?!new)[\\w-]+)"`).exec(html) ?? []
  return href
}

/** Forms as they come back: refused, and with something found. */
async function answeredForms(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  await page.goto(`${running.origin}/cases/new`)
  await page.locator('#intake .submit button').click()
  await page.locator('#intake-summary').waitFor()
  found.push(...(await violations(page, `${name} refused intake`)))
  await page.locator('#intake-name').fill('Kim Cheol-ok')
  for (const [field, value] of [
    ['sourceType', 'NGO'],
    ['distance', 'unknown'],
    ['situation', 'HIDING'],
  ] as const) {
    await page.locator(`#intake-${field}`).selectOption(value)
  }
  await page.locator('#intake .submit button').click()
  await page.locator('.notice.matches').waitFor()
  return [...found, ...(await violations(page, `${name} matches`))]
}

const seats = (['caseworker', 'coordinator', 'auditor', 'admin'] as const).flatMap((person) =>
  (['en', 'ko'] as const).map((locale): [DemoPerson, Locale] => [person, locale]),
)

test.each(seats)('axe finds nothing on any screen of the %s, in %s', async (person, locale) => {
  const page = await open.browser?.newPage()
  if (!page) expect.fail('no browser')
  await signIn({ page, locale, running }, person)
  const found: string[] = []
  const screens = await screensOf(page, person)
  expect(screens.length).toBeGreaterThanOrEqual(4)
  for (const path of screens) {
    const answer = await page.goto(running.origin + path)
    expect(`${path} ${answer?.status() ?? 0}`).toBe(`${path} 200`)
    found.push(...(await violations(page, `${person} ${locale} ${path}`)))
  }
  if (person === 'caseworker') found.push(...(await answeredForms(page, locale)))
  expect(found).toEqual([])
  await page.close()
})

test.each(['en', 'ko'] as const)('axe finds nothing before the door, in %s', async (locale) => {
  const context = await open.browser?.newContext({ locale: locale === 'en' ? 'en-GB' : 'ko-KR' })
  const page = await context?.newPage()
  if (!page) expect.fail('no browser')
  const found: string[] = []
  for (const path of ['/sign-in', '/sign-in?ended', '/sign-in?left', '/join/none', '/nowhere']) {
    await page.goto(running.origin + path)
    expect(await page.getAttribute('html', 'lang')).toBe(locale)
    found.push(...(await violations(page, `${locale} ${path}`)))
  }
  await page.goto(`${running.origin}/sign-in`)
  await page.locator('#sign-in-email').fill('nobody@demo.example')
  await page.locator('#sign-in .submit button').click()
  await page.locator('#sign-in-summary').waitFor()
  found.push(...(await violations(page, `${locale} refused sign-in`)))
  expect(found).toEqual([])
  await context?.close()
})
