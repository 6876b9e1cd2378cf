import { expect, inject, test } from 'vitest'
import { label, words } from '@/app/words'
import { clockId } from '@/lib/access/grants'
import { plain } from '../support/html'
import { openedFile, signedIn } from '../support/http'
import { asSuperuser } from '../support/product'

const running = inject('product')

test('what the clock did stands in the auditor’s log under its own name, in both languages, and can be asked for alone', async () => {
  const worker = await signedIn(running, 'caseworker')
  const { ref } = await openedFile(worker, { name: `Sin ${Date.now().toString(36)}` })
  await asSuperuser(running, async (sql) => {
    await sql`update case_file set risk_then = 'R1', risk_until = now() where ref = ${ref}`
    await sql`select raise_tasks(500)`
  })
  const auditor = await signedIn(running, 'auditor')
  for (const [locale, button] of [
    ['ko', '한국어'],
    ['en', 'English'],
  ] as const) {
    await auditor.post(await auditor.get('/account'), button, { button })
    const { html } = await auditor.get(`/audit?actor=${clockId}&deed=risk.turn`)
    const row = plain(/<tbody[^]*?<\/tr>/.exec(html)?.[0] ?? '')
    expect(row).toContain(words(locale)('audit.clock'))
    expect(row).toContain(label(locale, 'auditDeeds', 'risk.turn'))
    expect(html).toMatch(new RegExp(`<option value="${clockId}" selected`))
  }
})
