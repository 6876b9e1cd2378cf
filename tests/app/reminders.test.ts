import { afterAll, expect, test } from 'vitest'
import { words } from '@/app/words'
import { plain } from '../support/html'
import { Visitor, openedFile } from '../support/http'
import { mailServer } from '../support/mail-server'
import { type Product, asSuperuser, saidBy, startProduct } from '../support/product'

const t = words('en')
const email = 'oh@house.example'
const server = mailServer(() => false)
const open: { product?: Product } = {}
afterAll(async () => {
  await open.product?.end()
  await server.close()
})

/** The first coordinator of a world of one's own, by the link that its start has printed. */
async function founded(product: Product): Promise<Visitor> {
  const link = /the coordinator\s+\S+(\/join\/\S+)/.exec(saidBy(product))?.[1] ?? expect.fail('no link was printed')
  const { password } = product
  const visitor = new Visitor(product.origin)
  const page = await visitor.get(link)
  await visitor.post(page, 'join', {
    given: { name: 'Oh Min-seo', email, teamName: 'Northeast team', password, again: password },
  })
  const entered = await visitor.post(await visitor.get('/sign-in'), 'sign-in', { given: { email, password } })
  expect(entered.status).toBe(303)
  return visitor
}

test('where a mail server is set, an account says whether it wants reminders, and who wants them is written to', async () => {
  const product = await startProduct({ world: 'own', smtp: `smtp://127.0.0.1:${await server.listening}` })
  open.product = product
  const lead = await founded(product)
  const { ref } = await openedFile(lead)
  const box = async () => /<input[^>]*name="reminds"[^>]*>/.exec((await lead.get('/account')).html)?.[0] ?? ''
  expect(await box()).toContain('checked')
  const off = await lead.post(await lead.get('/account'), 'reminders-set', { given: { reminds: undefined } })
  expect(plain(off.html)).toContain(t('clock.saved'))
  expect(await box()).not.toContain('checked')
  await lead.post(await lead.get('/account'), 'reminders-set', { given: { reminds: 'on' } })
  expect(await box()).toContain('checked')
  const hour = new Date().getUTCHours()
  await asSuperuser(product, async (sql) => {
    await sql`update task set due_at = now()`
    await sql`update account set time_zone = ${`Etc/GMT${hour > 12 ? '+' : '-'}${Math.abs(12 - hour)}`}`
  })
  await asSuperuser(product, (sql) => sql`insert into pgboss.job (name, policy) values ('reminders', 'short')`)
  await product.restart()
  await expect.poll(() => server.taken.length, { timeout: 60_000 }).toBe(1)
  expect(server.taken[0]?.to).toBe(email)
  expect(server.taken[0]?.text).toContain(t('clock.mailBody'))
  expect(server.taken[0]?.text).not.toContain(ref)
  expect(saidBy(product)).not.toContain(email)
})
