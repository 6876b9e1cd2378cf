import { expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { plain } from '../support/html'
import { type Given, type Visitor, follow, openedFile, signedIn } from '../support/http'

const running = inject('product')
const t = words('en')
const unique = () => Date.now().toString(36)

async function sourceOf(visitor: Visitor, ref: string): Promise<string> {
  const { html } = await visitor.get(`/cases/${ref}?form=record`)
  const select = /name="sourceId"[^]*?<\/select>/.exec(html)?.[0] ?? ''
  return /value="([0-9a-f-]{36})"/.exec(select)?.[1] ?? expect.fail('no source')
}

async function record(visitor: Visitor, ref: string, given: Given) {
  const entry = { sourceId: await sourceOf(visitor, ref), credibility: '2', ...given }
  return follow(visitor, await visitor.post(await visitor.get(`/cases/${ref}`), 'record', { given: entry }))
}

test('J1: a call that somebody is sent back tomorrow makes a critical file with its clock, and the coordinator sees it first', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const name = `Ro ${unique()}`
  const { ref } = await openedFile(worker, { name, situation: 'IMMINENT_RETURN', when: undefined })
  const again = await worker.post(await worker.get('/cases/new'), 'intake', {
    given: { name, sourceType: 'NGO', distance: 'unknown', situation: 'UNVERIFIED', confirmed: undefined },
  })
  expect(again.location).toBeNull()
  expect(again.html).toContain(ref)
  const file = plain((await worker.get(`/cases/${ref}`)).html)
  expect(file).toContain(label('en', 'situations', 'IMMINENT_RETURN'))
  expect(file).toContain(`R4 ${label('en', 'risks', 'R4')}`)
  expect(plain((await worker.get(`/cases/${ref}/tasks`)).html)).toContain(label('en', 'taskKinds', 'review'))
  expect((await worker.get('/tasks')).html).toContain(ref)
  const worst = await lead.get('/cases?risk=R4')
  expect(worst.html).toContain(ref)
  expect(worst.html).not.toContain(name)
  const home = await lead.get('/')
  const told = home.html.indexOf(`/cases/${ref}"`)
  expect(told).toBeGreaterThan(0)
  expect(told).toBeLessThan(home.html.indexOf(t('home.decisions')))
  expect(home.html).toContain(label('en', 'noticeKinds', 'imminent-return'))
  expect(home.html).not.toContain(name)
  const [, notice] = new RegExp(`/cases/${ref}"[^]*?<form id="(notice-[\\w-]+)"`).exec(home.html) ?? []
  await lead.post(home, notice ?? expect.fail('nothing to take note of'))
  expect((await lead.get('/')).html).not.toContain(notice)
})

test('the day on which somebody is to be sent back is a clock in the file, for its worker and on the board', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const { ref } = await openedFile(worker, {
    name: `Ro ${unique()}`,
    situation: 'IMMINENT_RETURN',
    when: 'tomorrow',
  })
  const clock = t('returns.ahead', { days: 1 })
  const header = /<dl class="tiles">[^]*?<\/dl>/.exec((await worker.get(`/cases/${ref}`)).html)?.[0] ?? ''
  expect(plain(header)).toMatch(new RegExp(`${t('returns.expected')}.*${clock}`))
  const lineOf = async (visitor: Visitor) => {
    const { html } = await visitor.get('/')
    return plain(
      new RegExp(`<li>(?:(?!</li>)[^])*/cases/${ref}"(?:(?!</li>)[^])*${clock}[^]*?</li>`).exec(html)?.[0] ?? '',
    )
  }
  expect(await lineOf(worker)).toContain(t('lists.clocks.return'))
  expect(await lineOf(lead)).toContain(ref)
  await record(worker, ref, { situation: 'RETURNED', when: 'today' })
  expect(plain((await worker.get(`/cases/${ref}`)).html)).not.toContain(t('returns.expected'))
  for (const person of [worker, lead]) expect(await lineOf(person)).toBe('')
})

test('J13: who can speak for themselves ends what relatives allowed, is asked anew, and the file closes with two people', async () => {
  const [worker, lead] = [await signedIn(running, 'caseworker'), await signedIn(running, 'coordinator')]
  const { ref } = await openedFile(worker, { name: `Myong ${unique()}`, situation: 'HIDING', when: 'March 2023' })
  const step = await worker.get(`/cases/${ref}/intake?step=consent`)
  const caller = /<option value="([0-9a-f-]{36})"[^>]*>(?:(?!<\/option>)[^])*caller/i.exec(step.html)?.[1]
  const allowed = { capacity: 'NEXT_OF_KIN_SUBJECT_UNREACHABLE', method: 'voice', at: 'March 2023', language: 'Korean' }
  const consent = { givenBy: caller, ...allowed, CASEWORK: 'granted', MEDIA_ANON: 'granted' }
  await worker.post(step, 'interview', { given: consent })
  const before = plain((await worker.get(`/cases/${ref}/intake`)).html)
  expect(before).toContain(label('en', 'consentDecisions', 'granted'))
  await record(worker, ref, { situation: 'SHELTERED', when: 'April 2023', speaksForSelf: 'on' })
  const after = plain((await worker.get(`/cases/${ref}/intake`)).html)
  expect(after).toContain(label('en', 'consentDecisions', 'lapsed'))
  expect(after).not.toContain(label('en', 'consentDecisions', 'granted'))
  const tasks = plain((await worker.get(`/cases/${ref}/tasks`)).html)
  const asked = ['ask-before-telling', 'own-consent', 'close-loops']
  for (const occasion of asked) expect(tasks).toContain(label('en', 'taskOccasions', occasion))
  await record(worker, ref, { situation: 'RESETTLED', when: 'May 2023' })
  const path = `/cases/${ref}/situation`
  const closing = { reason: 'safe', note: 'She says so herself.', dropTasks: 'on' }
  await worker.post(await worker.get(path), 'close', { given: closing })
  const waiting = await lead.get(path)
  const approve = /[?]form=(approve-[\w-]+)#/.exec(waiting.html)?.[1] ?? expect.fail('nothing waits')
  const closed = await follow(lead, await lead.post(waiting, approve, { given: { dropTasks: 'on' } }))
  expect(plain(closed.html)).toContain(t('decisions.closedFile'))
  expect((await worker.get('/cases')).html).not.toContain(ref)
  expect((await worker.get('/cases?workflow=closed')).html).toContain(ref)
})
