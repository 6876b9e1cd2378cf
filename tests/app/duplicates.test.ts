import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { axe, openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'
import { readable } from '../support/html'
import { type Visitor, follow, openedFile, signedIn } from '../support/http'

const running = inject('product')
const t = words('en')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})
afterAll(() => open.browser?.close())

const foundWithinMs = 60_000

/** The page of the pair of these two files, once the matcher has found it. */
async function pairPath(visitor: Visitor, refs: readonly string[]): Promise<string> {
  const latest = Date.now() + foundWithinMs
  while (Date.now() < latest) {
    const { html } = await visitor.get('/matches')
    for (const [, path = '', text = ''] of html.matchAll(/href="(\/matches\/[0-9a-f-]{36})"[^>]*>([^<]*)</g))
      if (refs.every((ref) => text.includes(ref))) return path
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('the pair was not found')
}

const call = { situation: 'DET_TRANSIT', place: 'Helong', province: 'CN-JL', when: '2023-03-03' }

test('J9: one woman in two files under two spellings is found, linked by two people, and the link is undone', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const one = await openedFile(worker, { ...call, name: '맹하늘솔' })
  const other = await openedFile(worker, { ...call, name: 'Maeng Ha-neul-sol' })
  const refs = [one.ref, other.ref]
  const path = await pairPath(worker, refs)

  const page = await worker.whole(path)
  const text = readable(page.html)
  expect(text).toContain('맹하늘솔')
  expect(text).toContain('Maeng Ha-neul-sol')
  expect(text).toContain(t('matches.weightHint'))
  expect(page.html).not.toMatch(/<title>[^<]*맹하늘솔/)

  const unsaid = await worker.post(page, 'decide-match', { given: { decision: 'same', reason: '' } })
  expect(unsaid.html).toContain('decide-match-reason')
  const said = await worker.post(page, 'decide-match', {
    given: { decision: 'same', reason: 'One story, two spellings.' },
  })
  const waits = readable((await follow(worker, said)).html)
  expect(waits).toContain(t('matches.ownWaits'))
  expect(readable((await worker.get(`/cases/${one.ref}`)).html)).not.toContain(t('matches.alsoRecorded'))

  const asked = await lead.whole(path)
  const approve = /form=(approve-[0-9a-f-]{36})/.exec(asked.html)?.[1] ?? ''
  const agreed = await lead.post(await lead.whole(`${path}?form=${approve}`), approve, { given: { reason: '' } })
  expect(readable((await follow(lead, agreed)).html)).toContain('One story, two spellings.')
  const linked = readable((await worker.get(`/cases/${one.ref}`)).html)
  expect(linked).toContain(t('matches.alsoRecorded'))
  expect(linked).toContain(other.ref)

  const stands = await worker.whole(path)
  const undo = /form=(undo-[0-9a-f-]{36})/.exec(stands.html)?.[1] ?? ''
  const undone = await worker.post(await worker.whole(`${path}?form=${undo}`), undo, {
    given: { reason: 'Two sisters.' },
  })
  expect(readable((await follow(worker, undone)).html)).toContain('Two sisters.')
  expect(readable((await worker.get(`/cases/${one.ref}`)).html)).not.toContain(t('matches.alsoRecorded'))
})

test.each([
  ['en', 1280, 'light'],
  ['ko', 360, 'dark'],
] as const)('a pair and the list of pairs hold up to axe in %s at %i pixels', async (locale, width, theme) => {
  const worker = await signedIn(running, 'caseworker')
  const one = await openedFile(worker, { ...call, name: `편누리${locale === 'en' ? '' : '솔'}` })
  const other = await openedFile(worker, { ...call, name: `Pyeon Nu-ri${locale === 'en' ? '' : '-sol'}` })
  const path = await pairPath(worker, [one.ref, other.ref])
  const context = await open.browser?.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
  const page = (await context?.newPage()) ?? expect.fail('no page')
  await signIn({ page, locale, running }, 'caseworker')
  for (const at of ['/matches', path]) {
    await page.goto(`${running.origin}${at}`)
    expect(await axe(page), at).toEqual([])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, at).toBeLessThanOrEqual(0)
  }
  await context?.close()
})

test('a coordinator has all files compared and sees how far that is; a caseworker has no such button', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const begin = 'id="find-matches"'
  expect((await worker.get('/matches')).html).not.toContain(begin)
  const page = await lead.get('/matches')
  const refused = await worker.post(page, 'find-matches')
  expect(refused.status).not.toBe(303)
  const pressed = await lead.post(page, 'find-matches')
  const latest = Date.now() + foundWithinMs
  let shown = pressed.status === 303 ? await follow(lead, pressed) : pressed
  expect(shown.html.includes('<progress') || readable(shown.html).includes('files were compared by')).toBe(true)
  while (shown.html.includes('<progress') && Date.now() < latest) {
    expect(shown.html).not.toContain(begin)
    await new Promise((resolve) => setTimeout(resolve, 500))
    shown = await lead.get('/matches')
  }
  expect(readable(shown.html)).toMatch(/All [1-9]\d* files were compared by .*: [1-9]\d* pairs with a name in common/)
  expect(shown.html).toContain(begin)
})
