import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'
import { openedFile, signedIn } from '../support/http'

const running = inject('product')
const t = words('en')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

test('an interview is held step by step without JavaScript: kept for later, taken up, recorded, and consent asked scope by scope', async () => {
  const { ref } = await openedFile(await signedIn(running, 'caseworker'), { name: 'Moon Ga-ram' })
  const page = await open.browser?.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  if (!page) expect.fail('no browser')
  await signIn({ page, locale: 'en', running }, 'caseworker')
  const at = `${running.origin}/cases/${ref}/intake`
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click()

  await page.goto(at)
  await page.getByText(t('intake.answersEmpty')).waitFor()
  expect(await page.locator('#consents dd', { hasText: t('intake.notGiven') }).count()).toBe(18)
  await page.goto(`${at}?step=explain`)
  await page.locator('#interview-language').fill('Korean, of the north')
  await send(t('intake.later'))
  await page.waitForURL(/\/drafts$/)
  await page
    .getByRole('link', { name: t('intake.resume') })
    .first()
    .click()
  expect(await page.inputValue('#interview-language')).toBe('Korean, of the north')
  await page.locator('#interview-asked_beforeState').selectOption('refused')
  await send(t('intake.send'))
  await page.waitForURL(/step=names$/)
  await page.goto(`${at}?step=protected`)
  expect(await page.locator('#interview').count()).toBe(0)
  await page.getByRole('link', { name: t('intake.ask', { what: label('en', 'intakeQuestions', 'religion') }) }).click()
  await page.locator('#interview-religion').fill('Protestant')
  await send(t('intake.send'))
  await page.locator('#interview-religionPurpose-problem').waitFor()
  expect(await page.inputValue('#interview-religion')).toBe('Protestant')
  await page.locator('#interview-religionPurpose').selectOption('legal_claim')
  await send(t('intake.send'))
  await page.waitForURL(/step=family$/)
  await page.locator('#interview-kin1Name').fill('Moon Ga-on')
  await send(t('intake.send'))
  await page.locator('#interview-kin1Type-problem').waitFor()
  expect(await page.inputValue('#interview-kin1Name')).toBe('Moon Ga-on')
  await page.locator('#interview-kin1Type').selectOption('SIBLING')
  await page.locator('#interview-kin1Where').selectOption('CN-JL')
  await page.locator('#interview-kin4Type').selectOption('CHILD')
  await send(t('intake.send'))
  await page.waitForURL(/step=route$/)
  await page.goto(`${at}?step=family`)
  expect(await page.locator('#interview').innerText()).toContain('Moon Ga-on')
  expect(await page.inputValue('#interview-kin1Name')).toBe('')
  await page.goto(`${running.origin}/cases/${ref}/family`)
  expect(await page.locator('#family').innerText()).toContain(label('en', 'relationships', 'SIBLING'))
  await page.goto(`${at}?step=consent`)
  await page.locator('#interview-givenBy').selectOption({ index: 1 })
  for (const [field, value] of [
    ['capacity', 'SELF'],
    ['method', 'voice'],
    ['CASEWORK', 'granted'],
    ['MEDIA_NAMED', 'refused'],
  ])
    await page.locator(`#interview-${field}`).selectOption(value ?? '')
  await page.locator('#interview-at').fill('April 2023')
  await page.locator('#interview-language').fill('Korean')
  await send(t('intake.sendConsents'))
  await page.waitForURL(/\/intake#consents$/)
  expect(await page.locator('#consents dd', { hasText: t('intake.notGiven') }).count()).toBe(16)
  const answers = await page.locator('#answers').innerText()
  expect(answers).toContain('Korean, of the north')
  expect(answers).toContain(label('en', 'answerStates', 'refused'))
  expect(answers).not.toContain('Protestant')
  await page.getByRole('link', { name: t('intake.show') }).click()
  await page.getByText('Protestant').waitFor()
  await send(t('intake.finish'))
  await page.waitForURL(/\/intake$/)
  await page.close()
})
