import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser } from '@/tests/support/browser'
import { startProduct } from '@/tests/support/product'

/** Takes the README's pictures from the demonstration: `node --import tsx tests/support/screenshots.ts`. */
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url))
mkdirSync(folder, { recursive: true })

type Shot = {
  as: string
  name: string
  width: number
  locale: 'en' | 'ko'
  theme: 'light' | 'dark'
  open: (page: Page) => Promise<unknown>
}

const product = await startProduct({ world: 'demo' })

const firstFile = async (page: Page, path: string) => {
  await page.goto(`${product.origin}${path}`)
  await page.locator('td a').first().click()
  await page.waitForURL(/\/cases\/V-/)
}

const tabOf = (tab: string, path: string) => async (page: Page) => {
  await firstFile(page, path)
  await page.goto(`${page.url()}/${tab}`)
}

const shots: Shot[] = [
  {
    as: 'caseworker',
    name: 'timeline-light-1280',
    width: 1280,
    locale: 'en',
    theme: 'light',
    open: tabOf('timeline', '/cases?situation=RETURNED'),
  },
  {
    as: 'caseworker',
    name: 'family-dark-1280-ko',
    width: 1280,
    locale: 'ko',
    theme: 'dark',
    open: tabOf('family', '/cases?situation=IMMINENT_RETURN'),
  },
  {
    as: 'caseworker',
    name: 'case-file-light-1280',
    width: 1280,
    locale: 'en',
    theme: 'light',
    open: (page) => firstFile(page, '/cases?situation=RETURNED'),
  },
  {
    as: 'caseworker',
    name: 'case-file-dark-360-ko',
    width: 360,
    locale: 'ko',
    theme: 'dark',
    open: (page) => firstFile(page, '/cases?situation=IMMINENT_RETURN'),
  },
  {
    as: 'caseworker',
    name: 'cases-light-1280',
    width: 1280,
    locale: 'en',
    theme: 'light',
    open: (page) => page.goto(`${product.origin}/cases`),
  },
  {
    as: 'coordinator',
    name: 'board-dark-1280-ko',
    width: 1280,
    locale: 'ko',
    theme: 'dark',
    open: (page) => page.goto(`${product.origin}/`),
  },
]

const browser = await openBrowser()
for (const { as, name, width, locale, theme, open } of shots) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
  const page = await context.newPage()
  await page.goto(`${product.origin}/sign-in`)
  await page.locator('input[name=email]').fill(`${as}@demo.example`)
  await page.locator('input[name=password]').fill(product.password)
  await page.locator('#sign-in button[type=submit]').click()
  await page.waitForURL(`${product.origin}/`)
  await page.locator(`button[name=locale][value=${locale}]`).first().click()
  await page.locator(`html[lang=${locale}]`).waitFor()
  await open(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${folder}${name}.png` })
  await context.close()
}
await browser.close()
await product.end()
