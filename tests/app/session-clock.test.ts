import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { words } from '@/app/words'
import { openBrowser } from '../support/browser'
import { signIn } from '../support/founding-case'
import { asSuperuser } from '../support/product'

const running = inject('product')
const open: { browser?: Browser } = {}

beforeAll(async () => {
  open.browser = await openBrowser()
})

afterAll(() => open.browser?.close())

test('a minute before its end every tab says so, one button and typing keep it, and its end is said where one writes', async () => {
  const context = await open.browser?.newContext()
  if (!context) expect.fail('no browser')
  await context.clock.install()
  const one = await context.newPage()
  await signIn({ page: one, locale: 'ko', running }, 'caseworker2')
  const other = await context.newPage()
  await other.goto(`${running.origin}/cases/new`)
  const t = words('ko')
  const said = (key: 'ending' | 'over') =>
    [one, other].map((page) => page.locator('.session-clock[role=status]', { hasText: t(`session.${key}`) }))
  const shown = (key: 'ending' | 'over') => Promise.all(said(key).map((sentence) => sentence.waitFor()))
  const gone = (key: 'ending' | 'over') =>
    Promise.all(said(key).map((sentence) => sentence.waitFor({ state: 'detached' })))

  await Promise.all([one, other].map((page) => page.waitForLoadState('networkidle')))
  await context.clock.fastForward('28:20')
  await shown('ending')
  await one.getByRole('button', { name: t('session.stay') }).click()
  await gone('ending')
  await context.clock.fastForward('28:20')
  await shown('ending')
  await other.locator('#intake-name').pressSequentially('리')
  await gone('ending')
  await asSuperuser(
    running,
    (sql) =>
      sql`update session set idle_until = now() where account_id in (select s.account_id from session s order by s.started_at desc limit 1)`,
  )
  await context.clock.fastForward('29:30')
  await shown('over')
  expect(await other.inputValue('#intake-name')).toBe('리')
  await context.close()
})
