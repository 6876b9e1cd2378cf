import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { axe, openBrowser } from '../support/browser'
import { said, signIn } from '../support/founding-case'
import { formIn, problemIn, readable } from '../support/html'
import { type Page, type Visitor, follow, openedFile, signedIn } from '../support/http'

const running = inject('product')
const t = words('en')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})
afterAll(() => open.browser?.close())

const together = (visitor: Visitor, ref: string) => visitor.whole(`/cases/${ref}/together`)
const idOf = (page: Page, name: string) =>
  new RegExp(`<option value="([0-9a-f-]{36})">${name}`).exec(page.html)?.[1] ?? expect.fail(`${name} is not offered`)
const boxOf = (page: Page, name: string) =>
  new RegExp(`name="(mention-[0-9a-f-]{36})"[^>]*>(?:</?[^>]*>)*${name}`).exec(page.html)?.[1] ??
  expect.fail(`${name} cannot be mentioned`)

const coordinator = 'Oh Min-seo'

describe('J14: a worker leaves and hands a file over, without JavaScript', () => {
  test('the new owner finds the briefing and what to do first, and the old one finds nothing', async () => {
    const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
    const { ref } = await openedFile(worker, { name: 'Maeng Sol' })
    const page = await together(worker, ref)
    const briefing = 'The aunt trusts nobody who rings before nine.'

    const empty = await worker.post(page, 'hand-over', { given: { to: '', briefing } })
    expect(readable(empty.html)).toContain(t('together.handOverTo'))
    expect(empty.html).toContain(briefing)

    const sent = await worker.post(await together(worker, ref), 'hand-over', {
      given: { to: idOf(page, coordinator), briefing },
    })
    expect(sent.location).toMatch(/\/$/)
    for (const path of [`/cases/${ref}`, `/cases/${ref}/together`]) {
      expect(readable((await worker.get(path)).html), path).toContain(t('absent.title'))
    }
    const seen = readable((await together(lead, ref)).html)
    expect(seen).toContain(briefing)
    expect(seen).toContain(t('together.steps'))
  })
})

test('a comment tells who is mentioned where, and what was said only in the file', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const { ref } = await openedFile(worker, { name: 'Maeng Byeol' })
  const page = await together(worker, ref)
  const comment = 'Could the embassy be asked?'
  const box = boxOf(page, coordinator)
  const sent = await worker.post(page, 'comment', { given: { text: comment, [box]: 'on' } })
  expect(readable((await follow(worker, sent)).html)).toContain(comment)
  const home = readable((await lead.get('/')).html)
  expect(home).toContain(ref)
  expect(home).not.toContain(comment)
  expect(readable((await together(lead, ref)).html)).toContain(comment)
  expect(readable((await lead.get('/')).html)).not.toContain(ref)
})

test('a flag is raised with its reason and lowered again', async () => {
  const worker = await signedIn(running, 'caseworker')
  const { ref } = await openedFile(worker, { name: 'Maeng Haet' })
  const raised = await worker.post(await together(worker, ref), 'flag', { given: { reason: 'two dates do not fit' } })
  const page = await follow(worker, raised)
  expect(readable(page.html)).toContain('two dates do not fit')
  const [form = ''] = /lower-[0-9a-f-]{36}/.exec(page.html) ?? []
  const asked = await worker.get(`/cases/${ref}/together?form=${form}`)
  const bare = await worker.post(asked, form, { given: { reason: '' } })
  expect(problemIn(formIn(bare.html, form), 'reason')).toBe(said('en', 'required'))
  const lowered = await worker.post(asked, form, { given: { reason: 'The second date was a slip of the pen.' } })
  const after = readable((await follow(worker, lowered)).html)
  expect(after).toContain(t('together.flagsEmpty'))
  expect(after).toContain('The second date was a slip of the pen.')
})

test('a file that cannot wait is opened from the hint of a search, read, and reviewed by its coordinator', async () => {
  const holder = await signedIn(running, 'caseworker')
  const { ref } = await openedFile(holder, { name: 'Maeng Nuri' })
  const page = (await open.browser?.newPage({ viewport: { width: 1280, height: 900 } })) ?? expect.fail('no browser')
  await signIn({ page, locale: 'en', running }, 'caseworker2')
  await page.goto(`${running.origin}/cases/new`)
  await page.locator('#intake-name').fill('Maeng Nuri')
  for (const [field, code] of [
    ['sourceType', 'NGO'],
    ['distance', 'third_hand'],
    ['situation', 'UNVERIFIED'],
  ] as const) {
    await page.locator(`#intake-${field}`).selectOption(code)
  }
  await page.locator('#intake .submit button').click()
  await page.getByRole('link', { name: t('together.breakGlass') }).click()
  await page.locator('#glass-reason').fill('She stands at the border now.')
  await page.locator('#glass-current').fill('not the password')
  expect(await axe(page)).toEqual([])
  await page.locator('#glass .submit button').click()
  await page.locator('#glass-current-problem').waitFor()
  expect(await page.inputValue('#glass-reason')).toBe('She stands at the border now.')
  await page.locator('#glass-current').fill(running.password)
  await page.locator('#glass .submit button').click()
  await page.waitForURL(`${running.origin}/cases/${ref}`)
  const text = await page.locator('main').innerText()
  expect(text).toContain(t('together.glassNotice'))
  expect(text).toContain('Maeng Nuri')
  expect(text).not.toContain(t('caseFile.reveal'))
  await page.close()

  const lead = await signedIn(running, 'coordinator')
  expect(readable((await lead.get('/')).html)).toContain(ref)
  const tab = await together(lead, ref)
  expect(readable(tab.html)).toContain('She stands at the border now.')
  const [form = ''] = /review-[0-9a-f-]{36}/.exec(tab.html) ?? []
  const given = { verdict: 'justified', finding: 'nobody could be rung' }
  const done = await follow(lead, await lead.post(tab, form, { given }))
  expect(readable(done.html)).toContain(t('together.wasJustified', { finding: 'nobody could be rung' }))
  expect(readable((await lead.get('/')).html)).not.toContain(ref)
})

test('a coordinator asks another team to take a file, with a reason, and takes it back', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const { ref } = await openedFile(worker, { name: 'Maeng Saem' })
  const page = await together(lead, ref)
  const given = { toTeam: idOf(page, '남방팀'), reason: 'They know the province.' }
  const bare = await lead.post(page, 'refer', { given: { ...given, reason: '' } })
  expect(readable(bare.html)).toContain(t('together.referReason'))
  const asked = await follow(lead, await lead.post(await together(lead, ref), 'refer', { given }))
  expect(readable(asked.html)).toContain('They know the province.')
  const other = await signedIn(running, 'caseworker2')
  expect(readable((await other.get(`/cases/${ref}`)).html)).toContain(t('absent.title'))
  const back = await follow(lead, await lead.post(asked, t('together.referralRevoke')))
  expect(readable(back.html)).not.toContain(t('together.referralRevoke'))
})
