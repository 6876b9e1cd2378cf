import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { harmFieldOf } from '@/lib/interventions/forms'
import { harmed } from '@/lib/interventions/interventions'
import { openBrowser } from '../support/browser'
import { type At, said, signIn } from '../support/founding-case'
import { type DemoPerson, openedFile, signedIn } from '../support/http'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})
afterAll(() => open.browser?.close())

type Given = { locale: 'en' | 'ko'; width: number; as: DemoPerson }

async function visitor({ locale, width, as }: Given): Promise<At & { page: Page }> {
  const context = await open.browser?.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } })
  const page = (await context?.newPage()) ?? expect.fail('no browser')
  const at = { page, locale, running }
  await signIn(at, as)
  return at
}

const send = (page: Page) => page.locator('.fold form .submit button').click()
const textOf = (page: Page) => page.locator('main').innerText()

/** A relative says what may be done, scope by scope. */
async function consent(page: Page, ref: string, scopes: Record<string, string>) {
  await page.goto(`${running.origin}/cases/${ref}/intake?step=consent`)
  await page.locator('#interview-givenBy').selectOption({ index: 2 })
  const given = { capacity: 'NEXT_OF_KIN_SUBJECT_UNREACHABLE', method: 'voice', ...scopes }
  for (const [field, value] of Object.entries(given)) await page.locator(`#interview-${field}`).selectOption(value)
  await page.locator('#interview-at').fill('2023-04')
  await page.locator('#interview-language').fill('Korean')
  await page.locator('#interview .submit button').click()
  await page.waitForURL(/\/intake#consents$/)
}

/** The one deed of this name that the page offers, asked for. */
async function ask(page: Page, path: string, deed: string) {
  await page.goto(running.origin + path)
  await page.locator(`a.fold[href*="form=${deed}-"]`).click()
}

test.each([
  { locale: 'en', width: 1280 },
  { locale: 'ko', width: 360 },
] as const)(
  'in $locale at $width an appeal is weighed, drafted, approved by another, sent on consent, followed and answered, without JavaScript',
  async ({ locale, width }) => {
    const t = words(locale)
    const { ref } = await openedFile(await signedIn(running, 'caseworker'), { name: `Sok ${Date.now().toString(36)}` })
    const path = `/cases/${ref}/interventions`
    const [{ page }, { page: lead }] = [
      await visitor({ locale, width, as: 'caseworker' }),
      await visitor({ locale, width, as: 'coordinator' }),
    ]
    await page.goto(running.origin + path)
    expect(await textOf(page)).toContain(t('interventions.empty'))
    await page.locator('a.fold[href*="form=intervention"]').click()
    await page.locator('#intervention-type').selectOption('WGAD_URGENT_APPEAL')
    await page.locator('#intervention-mechanism').selectOption('WGAD')
    await page.locator('#intervention-addressee').fill('Geneva')
    await page.locator('#intervention-requestedAction').fill('Ask where she is held.')
    for (const field of ['circumstances', 'name']) await page.locator(`#intervention-disclose-${field}`).check()
    for (const who of harmed.filter((one) => one !== 'source'))
      await page.locator(`#intervention-${harmFieldOf(who)}`).fill(`None for the ${who}.`)
    await send(page)
    expect(await page.locator('#intervention .problem').allInnerTexts()).toEqual([said(locale, 'required')])
    expect(await page.locator('#intervention-harm-source-problem').count()).toBe(1)
    expect(await page.inputValue('#intervention-harm-staff')).toBe('None for the staff.')
    await page.locator('#intervention-harm-source').fill('None: it stands apart.')
    await send(page)
    await page.waitForURL(/#i-[0-9a-f-]+$/)
    expect(await textOf(page)).toContain(t('interventions.missingDraft'))

    await consent(page, ref, { UN_WGAD: 'granted' })
    await lead.goto(running.origin + path)
    expect(await textOf(lead)).toContain(t('interventions.missing'))
    expect(await lead.locator('a.fold[href*="form=approve-"]').count()).toBe(0)
    await consent(page, ref, { NAME_TO_ACCUSED_STATE: 'granted' })
    await page.goto(running.origin + path)
    expect(await textOf(page)).toContain(t('interventions.ownDraft'))
    await ask(lead, path, 'approve')
    await send(lead)
    await lead.waitForURL(/#i-/)

    await ask(page, path, 'submit')
    await send(page)
    await page.waitForURL(/#i-/)
    expect(await textOf(page)).toContain(label(locale, 'interventionStates', 'submitted'))
    const tasks = async () => {
      await page.goto(`${running.origin}/cases/${ref}/tasks`)
      return page.locator('#open').innerText()
    }
    expect(await tasks()).toContain(label(locale, 'taskKinds', 'reply'))
    await page.goto(`${running.origin}/cases/${ref}/timeline?kind=intervention`)
    expect(await textOf(page)).toContain(label(locale, 'interventionTypes', 'WGAD_URGENT_APPEAL'))

    await consent(page, ref, { UN_WGAD: 'withdrawn' })
    expect(await tasks()).toContain(label(locale, 'taskOccasions', 'consent-withdrawn'))
    await page.goto(running.origin + path)
    expect(await textOf(page)).toContain(t('interventions.missingLive'))

    await ask(page, path, 'tell')
    const form = page.locator('.fold form')
    await form.locator('[name=state]').selectOption('replied')
    await form.locator('[name=at]').fill(locale === 'ko' ? '오늘' : 'today')
    await send(page)
    expect(await form.locator('.problem').allInnerTexts()).toEqual([said(locale, 'required')])
    await form.locator('[name=outcome]').selectOption('DENIED')
    await form.locator('[name=impact]').selectOption('-1')
    await send(page)
    await page.waitForURL(/#i-/)
    expect(await textOf(page)).toContain(label(locale, 'interventionOutcomes', 'DENIED'))
    expect(await tasks()).not.toContain(label(locale, 'taskKinds', 'reply'))
    await page.context().close()
    await lead.context().close()
  },
)

test('of another team’s file nobody learns whether anything was ever submitted', async () => {
  const { ref } = await openedFile(await signedIn(running, 'caseworker'), { name: `Ok ${Date.now().toString(36)}` })
  const stranger = await signedIn(running, 'caseworker2')
  const [hidden, absent] = [
    await stranger.get(`/cases/${ref}/interventions`),
    await stranger.get('/cases/V-none/interventions'),
  ]
  expect(hidden.status).toBe(absent.status)
  expect(hidden.html).toContain(words('en')('absent.title'))
  expect(hidden.html).not.toContain(words('en')('interventions.lead'))
})
