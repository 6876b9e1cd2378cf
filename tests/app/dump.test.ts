import { readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formIn, plain, valueIn } from '../support/html'
import { type Page, Visitor, emailOf, follow, openedFile, ownPost, settledImport, signedIn } from '../support/http'
import { type Product, asSuperuser, saidBy, startProduct } from '../support/product'
import { filesBelow, foundIn, logicalDump, marker, needlesFor, searchFiles } from '../support/traces'

const open: { product?: Product; worker?: Visitor; file?: Page & { ref: string }; began: number } = { began: 0 }
const product = () => open.product ?? expect.fail('nothing runs')

/** One of each script in every kind of field that is protected. */
const typed = {
  name: marker.hangul(),
  otherName: marker.latin(),
  told: marker.hanja(),
  connection: marker.latin(),
  account: marker.hangul(),
  place: marker.hanja(),
  contactValue: marker.figures(),
  secondValue: marker.latin(),
  relative: marker.hanja(),
  nameAdded: marker.latin(),
  source: marker.hangul(),
  quote: marker.hangul(),
  gapReason: marker.latin(),
  note: marker.hanja(),
  grantReason: marker.hangul(),
  exportReason: marker.latin(),
  staffName: marker.hangul(),
  teamName: marker.hanja(),
  refused: marker.hangul(),
  notSignedIn: marker.latin(),
  address: marker.hanja(),
  listed: marker.hangul(),
  listedNote: marker.latin(),
  listedPhone: marker.figures(),
  leftOut: marker.hanja(),
  leftNote: marker.latin(),
}

/** What the demonstration holds from its first start: names, sources, contacts, places, words, its own people. */
const loaded = [
  'Kim Cheol-ok',
  'Kim Hyuk',
  '리은별',
  'Ri Un-byol',
  '왕샤오위',
  '홍진우',
  'eunha.ri.demo',
  'demo_neighbour_7',
  '+82 10 0000 0117',
  '화룡 근처 농가',
  '내일 간다고 했다',
  '딸과 연락되었다고 함',
  'Caught in Jilin province',
  'Han Ji-won',
  'Marta Lindqvist',
  'Northeast team',
  '남방팀',
]

const optionOf = (page: Page, form: string, name: string): string => {
  const { html } = formIn(page.html, form)
  const [, list = ''] = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`).exec(html) ?? []
  return /value="([0-9a-f-]{36})"/.exec(list)?.[1] ?? expect.fail(`${form} offers no ${name}`)
}

async function writeFile(worker: Visitor): Promise<Page & { ref: string }> {
  const { name, otherName, told, connection, account, place, contactValue, secondValue } = typed
  const intake = { name, otherName, told, connection, account, place, contactValue }
  const file = await openedFile(worker, { ...intake, situation: 'HIDING', secondKind: 'kakao', secondValue })
  const send = async (form: string, given: Record<string, string>) => {
    const page = await worker.get(file.path)
    const answer = await worker.post(page, form, { given })
    if (answer.status !== 303) expect.fail(`${form} was not accepted: ${answer.status}`)
  }
  const personId = optionOf(file, 'contact', 'personId')
  await send('person', { role: 'relative', name: typed.relative, sex: 'F' })
  await send('name', { personId, text: typed.nameAdded, kind: 'birth', scheme: 'none' })
  await send('source', { type: 'NGO', told: typed.source, distance: 'third_hand', reliability: 'C' })
  await send('contact', { personId, at: '2023-10-09', direction: 'incoming', outcome: 'reached', note: typed.note })
  const sourceId = optionOf(file, 'record', 'sourceId')
  const { quote, gapReason } = typed
  await send('record', { situation: 'RETURNED', when: 'May 2023', sourceId, credibility: '3', quote, gapReason })
  return file
}

/** Everything is shown, asked for, refused and sent astray once. */
async function useFile(worker: Visitor, file: Page & { ref: string }) {
  const page = await worker.file(file.path)
  for (const button of ['Show who it is: SRC-1', 'Show who it is: SRC-2']) await worker.post(page, button)
  await worker.post(page, formIn(page.html, 'person'), { given: { name: `${typed.refused}\u202E`, role: 'none' } })
  await worker.post(await worker.get('/cases'), 'names')
  await worker.get('/cases')
  await worker.get(`/cases/${encodeURIComponent(typed.address)}`)
  await worker.get(`/cases?situation=${encodeURIComponent(typed.address)}`)
  await worker.get(`/${encodeURIComponent(typed.address)}`)
  const search = { name: typed.name, sourceType: 'NGO', distance: 'unknown', situation: 'HIDING' }
  await worker.post(await worker.get('/cases/new'), 'intake', { given: search })
  const stranger = new Visitor(product().origin)
  const given = { email: `${typed.notSignedIn}@demo.example`, password: typed.notSignedIn }
  await stranger.post(await stranger.get('/sign-in'), 'sign-in', { given })
}

async function decideAndExport(file: Page) {
  const coordinator = await signedIn(product(), 'coordinator')
  const grant = { email: emailOf('caseworker2'), level: 'read', days: '7', reason: typed.grantReason }
  expect((await coordinator.post(await coordinator.get(file.path), 'grant', { given: grant })).status).toBe(303)
  const auditor = await signedIn(product(), 'auditor')
  for (const form of ['export-entries', 'export-records']) {
    const given = { format: 'csv', reason: typed.exportReason }
    const page = await follow(auditor, await auditor.post(await auditor.get('/audit'), form, { given }))
    const [, href = ''] = /href="(\/api\/exports\/[^"]+)"/.exec(page.html) ?? []
    const file = await auditor.get(plain(href))
    expect([file.status, Object.values(typed).filter((text) => file.html.includes(text))]).toEqual([200, []])
  }
  const admin = await signedIn(product(), 'admin')
  const page = await admin.get('/admin')
  const current = product().password
  await admin.post(page, 'team', { given: { name: typed.teamName, current } })
  const invite = { name: typed.staffName, email: `${typed.notSignedIn}@new.example`, role: 'auditor', current }
  await admin.post(page, 'invite', { given: { ...invite, teamId: '' } })
}

/** A list is imported, one row of it is given back with its reason. */
async function importList(worker: Visitor) {
  const { listed, listedNote, listedPhone, leftOut, leftNote } = typed
  const rows = [`${listed},HIDING,${listedPhone},${listedNote}`, `${leftOut},nowhere on any list,,${leftNote}`]
  const id = valueIn(formIn((await worker.get('/import')).html, 'send-list'), 'form')
  const body = new FormData()
  body.append('form', id ?? '')
  body.append('file', new Blob([`name,situation,phone,${leftNote}\n${rows.join('\n')}\n`]), `${leftNote}.csv`)
  const headers = ownPost(worker.origin, '/import')
  const page = await follow(worker, await worker.send('/api/imports', { method: 'POST', body, headers }))
  await worker.post(page, 'map')
  await worker.post(await settledImport(worker, page.path), 'start')
  const { html } = await settledImport(worker, page.path)
  expect(plain(html)).toMatch(/1 file opened/)
  const left = await worker.get(page.path.replace('/import', '/api/imports'))
  expect([leftOut, leftNote].filter((text) => !left.html.includes(text))).toEqual([])
}

beforeAll(async () => {
  open.began = Date.now()
  open.product = await startProduct()
  open.worker = await signedIn(open.product, 'caseworker')
  open.file = await writeFile(open.worker)
  await useFile(open.worker, open.file)
  await decideAndExport(open.file)
  await importList(open.worker)
})

afterAll(() => open.product?.end())

const needles = needlesFor([...Object.values(typed), ...loaded])
const worker = () => open.worker ?? expect.fail('nobody signed in')

test('what was typed stands in the file, so that finding it nowhere else means something', async () => {
  const file = open.file ?? expect.fail('no file stands')
  const { html } = await worker().file(file.path)
  const { name, otherName, connection, account, place, relative, nameAdded, quote, gapReason, note, grantReason } =
    typed
  const shown = [name, otherName, connection, account, place, relative, nameAdded, quote, gapReason, note, grantReason]
  const missing = Object.entries(typed).filter(([, text]) => shown.includes(text) && !plain(html).includes(text))
  expect(missing.map(([field]) => field)).toEqual([])
  const channel = await worker().post(await worker().get(`${file.path}/family`), 'Show: Telephone · Caller')
  expect(plain(channel.html)).toContain(typed.contactValue)
  const { html: staff } = await (await signedIn(product(), 'admin')).get('/admin')
  expect([typed.staffName, typed.teamName].filter((text) => !plain(staff).includes(text))).toEqual([])
  expect(valueIn(formIn(html, 'person'), 'name')).toBe('')
  const kinds = await asSuperuser(product(), (sql) => sql`select distinct kind from name_key order by kind`)
  expect(kinds.map(({ kind }) => String(kind))).toEqual(['given', 'sound', 'whole'])
})

test('the search finds a text in every form it looks for', () => {
  const text = typed.name
  const bytes = Buffer.from(text)
  const forms = [
    bytes,
    Buffer.from(text.normalize('NFD')),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(`\\x00${bytes.toString('hex')}00`),
    ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${text}z`).toString('base64'))),
    Buffer.from(JSON.stringify({ text }).replace(/[^\0-\x7F]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)),
  ]
  const unseen = forms.filter((form) => foundIn(Buffer.concat([Buffer.alloc(7), form]), 'here', needles).length === 0)
  expect(unseen).toEqual([])
})

test('no protected text is in any table', async () => {
  const dump = await logicalDump(product())
  expect([...dump.keys()]).toEqual(
    expect.arrayContaining(['public.case_file', 'public.audit_entry', 'public.form_use']),
  )
  expect([...dump.keys()].some((name) => name.startsWith('pgboss.'))).toBe(true)
  expect(dump.get('public.case_file')?.includes('DET_TRANSIT')).toBe(true)
  expect([...dump].flatMap(([name, bytes]) => foundIn(bytes, name, needles))).toEqual([])
})

test('no protected text is in the data folder, its write-ahead log included', async () => {
  await asSuperuser(product(), (sql) => sql`checkpoint`)
  const search = searchFiles(filesBelow(product().folders.data), needles)
  expect(search.found).toEqual([])
  expect(search.bytes).toBeGreaterThan(20_000_000)
  const control = searchFiles(filesBelow(product().folders.data), needlesFor(['IMMINENT_RETURN']))
  expect(control.found.some((where) => where.includes('pg_wal'))).toBe(true)
})

test('no protected text is in what the product says, in its temporary folder or in its build', () => {
  expect(saidBy(product())).toContain('Vigil is ready')
  expect(foundIn(Buffer.from(saidBy(product())), 'what was said', needles)).toEqual([])
  const { temporary, keys } = product().folders
  const build = fileURLToPath(new URL('../../.next', import.meta.url))
  const paths = [temporary, keys].flatMap(filesBelow)
  expect(searchFiles([...paths, ...filesBelow(build)], needlesFor(Object.values(typed))).found).toEqual([])
  const withoutOurSources = paths.filter((path) => !path.includes('/tsx-'))
  expect(searchFiles(withoutOurSources, needles).found).toEqual([])
})

test('nothing of it is in the machine’s temporary folder', () => {
  const isOurs = (name: string) => /^(vigil|next|node|tsx|pg)/i.test(name)
  const recent = readdirSync(tmpdir()).filter((name) => {
    const stat = statSync(join(tmpdir(), name), { throwIfNoEntry: false })
    return isOurs(name) && stat !== undefined && stat.mtimeMs >= open.began
  })
  const paths = recent.flatMap((name) => {
    const path = join(tmpdir(), name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
  expect(searchFiles(paths, needlesFor(Object.values(typed))).found).toEqual([])
})
