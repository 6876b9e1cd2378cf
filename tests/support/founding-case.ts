import type { Page } from 'playwright-core'
import { label, words } from '@/app/words'
import { formWords } from '@/app/ui/form-words'
import type { Locale } from '@/lib/words/locales'
import { type DemoPerson, emailOf } from './http'
import type { Running } from './product'

/** What is typed about the founding case; the telephone and the log line are invented for the test. */
export const founding = {
  en: {
    name: 'Kim Cheol-ok',
    otherName: '',
    told: 'Kim Hyuk',
    connection: 'her cousin, in South Korea since 2001',
    when: 'April 2023',
    account: 'Caught in Jilin province after 25 years in China. She has a daughter.',
    rang: 'Rang her daughter from detention to say that she was to be sent back.',
    telephone: '+82 10 5555 0142',
    logged: 'The cousin rang and said it again.',
  },
  ko: {
    name: '김철옥',
    otherName: 'Kim Cheol-ok',
    told: '김혁',
    connection: '사촌, 2001년부터 한국 거주',
    when: '2023년 4월',
    account: '중국에서 25년을 살다가 지린성에서 붙잡혔다. 딸이 있다.',
    rang: '구금된 곳에서 딸에게 전화를 걸어 송환된다고 말했다.',
    telephone: '+82 10 5555 0143',
    logged: '사촌이 다시 전화했다.',
  },
} as const

export type At = { page: Page; locale: Locale; running: Running }

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Presses what sends a form and waits for the page that answers. */
async function send(page: Page, press: () => Promise<void>) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await press()
  await answered
  await page.waitForLoadState('load')
}

async function fill(page: Page, form: string, answers: Record<string, string>) {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`#${form}-${name}`)
    const isChoice = await field.evaluate((element) => element.tagName === 'SELECT')
    if (isChoice) await field.selectOption(value)
    else await field.fill(value)
  }
}

const submit = (page: Page, form: string) => send(page, () => page.locator(`#${form} .submit button`).click())

/** Switches the language of the page, where it is another. */
async function speak(page: Page, locale: Locale) {
  if ((await page.getAttribute('html', 'lang')) === locale) return
  await button(page, locale === 'en' ? 'English' : '한국어').click()
  await page.locator(`html[lang="${locale}"]`).waitFor()
}

/** Signs in at the door, in the language of the page that is chosen there. */
export async function signIn({ page, locale, running }: At, person: DemoPerson) {
  await page.goto(`${running.origin}/sign-in`)
  await speak(page, locale)
  await fill(page, 'sign-in', { email: emailOf(person), password: running.password })
  await submit(page, 'sign-in')
  await page.waitForURL(`${running.origin}/`)
  await speak(page, locale)
}

export async function signOut({ page, locale }: At) {
  await send(page, () => button(page, words(locale)('frame.signOut')).click())
  await page.waitForURL((url) => url.pathname === '/sign-in')
  await page.getByText(words(locale)('signIn.left')).waitFor()
}

/** The intake; the same name is found first and is said to be none of these. The ref of the new file. */
async function openFile({ page, locale, running }: At): Promise<string> {
  const typed = founding[locale]
  const t = words(locale)
  await page.getByRole('link', { name: t('frame.newCase'), exact: true }).click()
  await page.waitForURL(`${running.origin}/cases/new`)
  await fill(page, 'intake', {
    name: typed.name,
    otherName: typed.otherName,
    sourceType: 'RELATIVE_RELAY',
    distance: 'second_hand',
    told: typed.told,
    connection: typed.connection,
    situation: 'DET_TRANSIT',
    province: 'CN-JL',
    account: typed.account,
    when: typed.when,
    contactKind: 'phone',
    contactValue: typed.telephone,
  })
  await submit(page, 'intake')
  await page.getByRole('alert').getByText(t('newCase.matchTitle')).waitFor()
  if ((await page.inputValue('#intake-account')) !== typed.account) throw new Error('what was typed is gone')
  await send(page, () => button(page, t('newCase.confirm')).click())
  await page.waitForURL(/\/cases\/V-/)
  return page.url().split('/').at(-1) ?? ''
}

type Part = { form: string; fold: string; answers: () => Promise<Record<string, string>>; section: string }

/** Asks for a form of the file, answers it and waits for the file as it then stands. */
async function add(page: Page, { form, fold, answers, section }: Part) {
  await page.locator(`a[href$="form=${form}#${form}"]`, { hasText: fold }).click()
  await page.locator(`#${form}`).waitFor()
  await fill(page, form, await answers())
  await submit(page, form)
  await page.waitForURL((url) => url.hash === `#${section}`)
  await page.locator(`#${section}`).waitFor()
}

const optionOf = (page: Page, field: string, text: string) =>
  page
    .locator(`#${field} option`, { hasText: text })
    .first()
    .getAttribute('value')
    .then((value) => value ?? '')

async function addFamily({ page, locale }: At) {
  const t = words(locale)
  const daughter = label(locale, 'personRoles', 'relative')
  const answers = () => Promise.resolve({ role: 'relative', sex: 'F' })
  await add(page, { form: 'person', fold: t('caseFile.addPerson'), answers, section: 'people' })
  await page.locator('#people h3', { hasText: daughter }).waitFor()
  await page.getByRole('link', { name: t('caseFile.tabs.family'), exact: true }).click()
  const relation = async () => ({
    from: await optionOf(page, 'relationship-from', daughter),
    type: 'CHILD',
    to: await optionOf(page, 'relationship-to', founding[locale].name),
    certainty: 'stated',
  })
  await add(page, {
    form: 'relationship',
    fold: t('caseFile.addRelationship'),
    answers: relation,
    section: 'family',
  })
  await page.locator('#family td', { hasText: label(locale, 'relationships', 'CHILD') }).waitFor()
}

async function addNews({ page, locale }: At) {
  const t = words(locale)
  const { rang, logged } = founding[locale]
  const news = async () => ({
    situation: 'IMMINENT_RETURN',
    sourceId: await optionOf(page, 'record-sourceId', 'SRC-1'),
    credibility: '3',
    account: rang,
  })
  await page.getByRole('link', { name: t('caseFile.tabs.overview'), exact: true }).click()
  await add(page, { form: 'record', fold: t('caseFile.addSituation'), answers: news, section: 'situations' })
  await page.locator('#situations .said', { hasText: rang }).waitFor()
  const call = async () => ({
    personId: await optionOf(page, 'contact-personId', label(locale, 'personRoles', 'caller')),
    at: '2023-10-09',
    direction: 'incoming',
    outcome: 'reached',
    note: logged,
  })
  await add(page, { form: 'contact', fold: t('caseFile.addLog'), answers: call, section: 'log' })
  await page.locator('#log', { hasText: logged }).waitFor()
}

async function revealContact({ page, locale }: At) {
  const { telephone } = founding[locale]
  if ((await page.content()).includes(telephone)) throw new Error('a contact stood open unasked')
  const name = `${words(locale)('caseFile.reveal')}: ${label(locale, 'channelKinds', 'phone')}`
  await send(page, () => page.getByRole('button', { name }).click())
  await page.locator('output.revealed', { hasText: telephone }).waitFor()
}

/** Everything the founding case is made of, as a caseworker records it who is signed in. The ref of the file. */
export async function recordFoundingCase(at: At): Promise<string> {
  const ref = await openFile(at)
  await addFamily(at)
  await addNews(at)
  await revealContact(at)
  return ref
}

/** Finds the file in the list of a caseworker, opens it, and lists what of the founding case it does not show. */
export async function missingFrom({ page, locale, running }: At, ref: string): Promise<string[]> {
  await page.goto(`${running.origin}/cases?situation=IMMINENT_RETURN`)
  await page.getByRole('link', { name: ref, exact: true }).click()
  await page.waitForURL(`${running.origin}/cases/${ref}`)
  const { name, connection, account, rang, logged, telephone } = founding[locale]
  const overview = await page.locator('main').innerText()
  await page.getByRole('link', { name: words(locale)('caseFile.tabs.family'), exact: true }).click()
  await page.waitForURL(`${running.origin}/cases/${ref}/family`)
  const text = overview + (await page.locator('main').innerText())
  const wanted = [
    name,
    connection,
    account,
    rang,
    logged,
    label(locale, 'situations', 'IMMINENT_RETURN'),
    label(locale, 'situations', 'DET_TRANSIT'),
    label(locale, 'relationships', 'CHILD'),
    locale === 'en' ? 'April 2023' : '2023년 4월',
  ]
  return [...wanted.filter((one) => !text.includes(one)), ...(text.includes(telephone) ? ['an unasked contact'] : [])]
}

/** What a form says at its head in this language, for a code. */
export const said = (locale: Locale, code: string) => formWords(locale).errors[code] ?? code
