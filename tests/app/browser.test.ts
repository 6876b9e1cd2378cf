import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { axe, openBrowser } from '../support/browser'

const sound =
  '<!doctype html><html lang="en"><head><title>a</title></head><body><main><h1>안녕</h1></main></body></html>'
const faulty = sound.replace('<h1>안녕</h1>', '<h1>안녕</h1><input>').replace(' lang="en"', '')

/** Serves one page under a content security policy that allows no script at all, and shows it to the browser. */
async function shown(html: string) {
  const server = createServer((_, answer) => {
    answer.setHeader('content-security-policy', "default-src 'none'")
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    server.close()
  })
  const address = server.address()
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`)
  return page
}

test('the browser shows a page, and axe finds nothing wrong with a sound one', async () => {
  const page = await shown(sound)
  expect(await page.textContent('h1')).toBe('안녕')
  expect(await axe(page)).toEqual([])
})

test('axe finds the faults of a page that forbids every script', async () => {
  const found = await axe(await shown(faulty))
  expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['html-has-lang', 'label']))
})
