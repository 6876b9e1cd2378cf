import { expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { formsIn, formIn, plain } from '../support/html'
import { type Page, type Visitor, follow, openedFile, signedIn } from '../support/http'

const running = inject('product')
const t = words('en')
const kind = (code: string) => label('en', 'proposalKinds', code)
const { errors } = (await import('@/lib/words/forms.json')).default.en

/** The id of a form of the page whose id begins so, such as `approve-` and the proposal's own. */
const idOf = (page: Page, start: string) =>
  new RegExp(`[?]form=(${start}[\\w-]+)#|<form id="(${start}[\\w-]+)"`).exec(page.html)?.slice(1).find(Boolean) ??
  expect.fail(`no form ${start}`)

type Sent = { form: string; given: Record<string, string> }

const send = async (visitor: Visitor, path: string, { form, given }: Sent) => {
  const page = await visitor.get(path)
  return visitor.post(page, form.endsWith('-') ? idOf(page, form) : form, { given })
}

async function sourceOf(visitor: Visitor, ref: string): Promise<string> {
  const { html } = formIn((await visitor.get(`/cases/${ref}?form=record`)).html, 'record')
  const select = /name="sourceId"[^]*?<\/select>/.exec(html)?.[0] ?? ''
  return /value="([0-9a-f-]{36})"/.exec(select)?.[1] ?? expect.fail('no source')
}

const record = async (visitor: Visitor, ref: string, given: Record<string, string>) =>
  send(visitor, `/cases/${ref}`, {
    form: 'record',
    given: { sourceId: await sourceOf(visitor, ref), credibility: '2', ...given },
  })

test('a death is proposed by one, waits on the board, and is entered once a coordinator approves', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const { ref } = await openedFile(worker, { name: `Pak ${Date.now().toString(36)}`, when: 'April 2021' })
  const death = { situation: 'DECEASED', when: 'May 2021', account: 'Two letters say so.' }
  const proposed = await follow(worker, await record(worker, ref, death))
  expect(proposed.path).toContain(`/cases/${ref}/situation?saved=proposals`)
  expect(proposed.html).toContain(t('decisions.ownProposal'))
  expect(proposed.html).not.toContain(t('decisions.approve'))
  const board = await lead.get('/')
  expect(plain(board.html)).toContain(t('decisions.waitingLine', { kind: kind('deceased'), ref }))
  expect(board.html).toContain(`/cases/${ref}/situation#proposals`)
  const path = `/cases/${ref}/situation`
  const approved = await follow(
    lead,
    await send(lead, path, { form: 'approve-', given: { reason: 'The family knows.' } }),
  )
  expect(approved.html).toContain(label('en', 'situations', 'DECEASED'))
  expect(approved.html).toContain('The family knows.')
  expect((await lead.get('/')).html).not.toContain(`/cases/${ref}/situation#proposals`)
})

test('what we believed on a day leaves out what came later, and a day that cannot be read is said to be none', async () => {
  const worker = await signedIn(running, 'caseworker')
  const { ref } = await openedFile(worker, { name: `Choe ${Date.now().toString(36)}` })
  const asked = (on: string) => worker.get(`/cases/${ref}/situation?on=${encodeURIComponent(on)}`)
  const before = await asked('1 October 2020')
  expect(before.html).toContain(t('decisions.nothingThen'))
  expect(formsIn(before.html).some(({ html }) => html.includes('value="1 October 2020"'))).toBe(true)
  const now = await worker.get(`/cases/${ref}/situation`)
  expect(now.html).not.toContain(t('decisions.nothingThen'))
  expect((await asked('when the river froze')).html).toContain(t('decisions.noSuchDay'))
})

test('closing with live tasks is refused and loses nothing; with the box it waits for a second person, then the file takes nothing more', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const { ref } = await openedFile(worker, { name: `Han ${Date.now().toString(36)}`, when: 'April 2021' })
  const path = `/cases/${ref}/situation`
  await record(worker, ref, { situation: 'SHELTERED', when: 'May 2021', speaksForSelf: 'on' })
  const given = { reason: 'safe', note: 'She rang from Seoul herself.' }
  const refused = await send(worker, path, { form: 'close', given: given })
  expect(refused.html).toContain(errors['open-tasks'])
  expect(refused.html).toContain('She rang from Seoul herself.')
  await send(worker, path, { form: 'close', given: { ...given, dropTasks: 'on' } })
  const closed = await follow(lead, await send(lead, path, { form: 'approve-', given: { dropTasks: 'on' } }))
  expect(closed.html).toContain(t('decisions.closedFile'))
  expect((await worker.get(`/cases/${ref}`)).html).not.toContain('form=record')
  const reopened = await follow(worker, await send(worker, path, { form: 'reopen', given: { reason: 'news' } }))
  expect(reopened.html).not.toContain(t('decisions.closedFile'))
})

test('a factor and an override are recorded with their reasons, and what is critical a caseworker does not lower', async () => {
  const worker = await signedIn(running, 'caseworker')
  const { ref } = await openedFile(worker, { name: `Ryang ${Date.now().toString(36)}` })
  const path = `/cases/${ref}/situation`
  const added = await follow(
    worker,
    await send(worker, path, { form: 'factor', given: { factor: 'transport_notice', note: 'heard it' } }),
  )
  expect(added.html).toContain(label('en', 'riskFactors', 'transport_notice'))
  const lower = { risk: 'R1', days: '7', reason: 'I think it is over' }
  const refused = await send(worker, path, { form: 'override', given: lower })
  expect(refused.html).toContain(errors['coordinator-lowers'])
  expect(refused.html).toContain('I think it is over')
})
