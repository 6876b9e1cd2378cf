import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { assignCase } from '@/db/cases/assign-case'
import { listCases } from '@/db/cases/list-cases'
import { openCase } from '@/db/cases/open-case'
import { readCase } from '@/db/cases/read-case'
import { readIntake } from '@/db/cases/read-intake'
import { discardDraft } from '@/db/drafts/discard-draft'
import { listDrafts } from '@/db/drafts/list-drafts'
import { saveDraft } from '@/db/drafts/save-draft'
import { readHome } from '@/db/home/read-home'
import { connect } from '@/db/client'
import { tidy } from '@/db/log/tidy'
import { ListCases } from '@/lib/cases/list-cases'
import { SaveDraft } from '@/lib/intake/drafts'
import { anOpenFile, urgentCall } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let lead: Person

beforeAll(async () => {
  world = await makeWorld()
  ;[mina, lead] = [await world.person({ role: 'caseworker' }), await world.person({ role: 'coordinator' })]
})

const house = { keysDir: '/keys', world: 'own' as const, embedded: true }

const typed = (fields: Record<string, string> = {}) => {
  const page = randomUUID()
  return { draft: page, page, version: '0', name: '리은별', account: 'She said\nshe is held', ...fields }
}

const save = (person: Person, form: Record<string, string>) => world.does(person, saveDraft, SaveDraft.parse(form))

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  )

async function rowOf(draft: string) {
  const [row] = await world.owner.sql<{ id: string; ref: string; workflow: string; confidentiality: string }[]>`
    select c.id, c.ref, c.workflow, c.confidentiality from draft d join case_file c on c.id = d.case_id where d.id = ${draft}`
  return row ?? expect.fail('no draft stands')
}

const countOf = async (id: string) => {
  const [row] = await world.owner.sql`
    select (select count(*)::int from case_file where id = ${id}) as files, (select count(*)::int from vault_key where case_id = ${id}) as keys,
           (select count(*)::int from case_reach where case_id = ${id}) as reach, (select count(*)::int from draft where case_id = ${id}) as drafts`
  return row
}

const entriesOf = async (caseId: string, deed: string) =>
  (await world.owner.sql`select 1 from audit_entry where case_id = ${caseId} and deed = ${deed}`).length

test('the first stroke draws a file, its keys and a ref for its author alone, and says nothing of it in clear', async () => {
  const form = typed()
  expect(await save(mina, form)).toMatchObject({ draft: form.draft, version: 1, names: ['리은별'] })
  const file = await rowOf(form.draft)
  expect(file).toMatchObject({ workflow: 'draft', confidentiality: 'named' })
  const keys = await world.owner.sql`select purpose from vault_key where case_id = ${file.id} order by 1`
  expect(keys.map(({ purpose }) => purpose)).toEqual(['file', 'log'])
  const [row] = await world.owner.sql<{ typed: Buffer }[]>`select typed from draft where id = ${form.draft}`
  expect(row?.typed.includes(Buffer.from('리은별'))).toBe(false)
})

test('many saves in one session leave one entry, and a session that takes the draft up again leaves one more', async () => {
  const form = typed()
  await save(mina, form)
  for (const version of ['1', '2', '3']) await save(mina, { ...form, version, name: `리은별 ${version}` })
  const { id } = await rowOf(form.draft)
  expect(await entriesOf(id, 'draft.save')).toBe(1)
  await world.owner.sql`delete from form_use where session_id = ${mina.sessionId}`
  for (let time = 0; time < 2; time += 1) await world.does(mina, readIntake, { draft: form.draft })
  await save(mina, { ...form, version: '4' })
  expect(await entriesOf(id, 'draft.save')).toBe(2)
})

test('what was typed comes back as it was typed', async () => {
  const form = typed({ when: '31 February 2023', told: ' her sister\u202e ' })
  await save(mina, form)
  const { draft } = await world.does(mina, readIntake, { draft: form.draft })
  expect(draft).toMatchObject({
    version: 1,
    fields: { name: '리은별', when: '31 February 2023', told: ' her sister\u202e ' },
  })
})

test('a second page never overwrites: it is shown what stands, while the page that wrote it may say it again', async () => {
  const form = typed()
  await save(mina, form)
  const other = { ...form, page: randomUUID(), version: '1', name: 'from the other tab' }
  await save(mina, other)
  expect(await refusal(save(mina, { ...other, page: randomUUID() }))).toMatchObject({
    code: 'conflict',
    theirs: { name: 'from the other tab', version: '2' },
  })
  expect(await save(mina, { ...other, name: 'said again, its answer was lost' })).toMatchObject({ version: 3 })
})

test('two first saves of one page, side by side, are one draft', async () => {
  const form = typed()
  await Promise.all([refusal(save(mina, form)), refusal(save(mina, form))])
  const rows = await world.owner.sql`select 1 from draft where id = ${form.draft}`
  expect(rows).toHaveLength(1)
})

test('a draft is in no list, count, match or record, and by its ref it is not there, for its author and for anyone', async () => {
  const author = await world.person({ role: 'caseworker' })
  const form = typed({ name: '한송이' })
  await save(author, form)
  const { id, ref } = await rowOf(form.draft)
  const auditor = await world.person({ role: 'auditor' })
  for (const person of [author, lead]) {
    const list = await world.does(person, listCases, ListCases.parse({}))
    expect(JSON.stringify(list)).not.toContain(ref)
    const home = await world.does(person, readHome, house)
    expect(JSON.stringify(home)).not.toContain(ref)
    expect(await refusal(world.does(person, readCase, { ref }))).toMatchObject({ code: 'not-found' })
    const move = { ref, version: 1, owner: mina.id }
    expect(await refusal(world.does(person, assignCase, move))).toMatchObject({ code: 'not-found' })
    const rows = await world.as(person, (ctx) => ctx.db.execute(`select 1 from case_file where id = '${id}'`))
    expect(rows).toHaveLength(0)
  }
  expect(await world.does(author, readHome, house)).toMatchObject({ today: { mine: 0 } })
  const matches = await world.does(mina, openCase, urgentCall({ name: '한송이', confirmed: '' }))
  expect(matches.opened).toBe(true)
  const records = await world.as(auditor, (ctx) =>
    ctx.db.execute<{ n: number }>(
      "select count(*)::int as n from record_pseudonymised where workflow = 'draft' or confidentiality = 'named'",
    ),
  )
  expect(records[0]?.n).toBe(0)
})

test('no count that is kept knows of a draft, and the file opened from it is counted', async () => {
  const counted = async () => {
    const [row] = await world.owner.sql<{ n: number }[]>`
      select coalesce(sum(n), 0)::int as n from case_count where facet = 'owner' and value = ${mina.id}`
    return row?.n ?? 0
  }
  const [form, before] = [typed({ name: '문소이' }), await counted()]
  await save(mina, form)
  expect(await counted()).toBe(before)
  const sent = urgentCall({ name: '문소이', draft: form.draft, page: form.page, version: '1' })
  await world.does(mina, openCase, sent)
  expect(await counted()).toBe(before + 1)
})

test('nobody but its author reads, saves, lists or discards a draft', async () => {
  const form = typed()
  await save(mina, form)
  const mate = await world.person({ role: 'caseworker' })
  for (const person of [mate, lead]) {
    expect(await refusal(world.does(person, readIntake, { draft: form.draft }))).toMatchObject({ code: 'not-found' })
    expect(await refusal(save(person, { ...form, version: '1' }))).toMatchObject({ code: 'not-found' })
    const gone = world.does(person, discardDraft, { draft: form.draft, version: 1 })
    expect(await refusal(gone)).toMatchObject({ code: 'not-found' })
    expect(JSON.stringify(await world.does(person, listDrafts, undefined))).not.toContain(form.draft)
  }
  expect(JSON.stringify(await world.does(mina, listDrafts, undefined))).toContain(form.draft)
})

test('“tomorrow” in a draft is the day after it was written, however late it is taken up', async () => {
  const form = typed({ when: 'tomorrow', account: 'tomorrow' })
  await save(mina, form)
  await world.owner.sql`update draft set saved_at = '2026-02-03T12:00:00Z' where id = ${form.draft}`
  const { draft } = await world.does(mina, readIntake, { draft: form.draft })
  expect(draft?.fields).toMatchObject({ when: '2026-02-04', account: 'tomorrow' })
})

test('the file is opened from its draft: the same id, ref and keys, and the draft goes', async () => {
  const form = typed({ name: '백두리' })
  await save(mina, form)
  const { id, ref } = await rowOf(form.draft)
  const call = urgentCall({ name: '백두리', draft: form.draft, page: form.page, version: '0' })
  expect(await world.does(mina, openCase, call)).toEqual({ opened: true, id, ref })
  expect(await countOf(id)).toEqual({ files: 1, keys: 4, reach: 1, drafts: 0 })
  const view = await world.does(mina, readCase, { ref })
  expect(view).toMatchObject({ workflow: 'active', confidentiality: 'assigned', situation: 'DET_TRANSIT' })
  expect(view.people[0]?.names.map(({ text }) => text)).toContain('백두리')
  expect(await entriesOf(id, 'case.open')).toBe(1)
})

test('a file is not opened over newer words of another page, and a late save draws nothing behind an open file', async () => {
  const form = typed()
  await save(mina, form)
  await save(mina, { ...form, page: randomUUID(), version: '1', name: 'newer' })
  const stale = urgentCall({ draft: form.draft, page: form.page, version: '1' })
  expect(await refusal(world.does(mina, openCase, stale))).toMatchObject({
    code: 'conflict',
    theirs: { name: 'newer' },
  })
  const fresh = typed()
  const sent = urgentCall({ name: '서늘한', draft: fresh.draft, page: fresh.page, version: '0' })
  await world.does(mina, openCase, sent)
  expect(await refusal(save(mina, fresh))).toMatchObject({ code: 'not-found' })
})

test('a discarded draft takes its file, its reach and its keys along', async () => {
  const form = typed()
  await save(mina, form)
  const { id } = await rowOf(form.draft)
  await world.does(mina, discardDraft, { draft: form.draft, version: 1 })
  expect(await countOf(id)).toEqual({ files: 0, keys: 0, reach: 0, drafts: 0 })
  expect(await entriesOf(id, 'draft.discard')).toBe(1)
})

test('after thirty days the clock destroys a draft and its keys, and of an interview the draft alone', async () => {
  const clock = connect(world.connection('vigil_clock'), 1)
  const open = await anOpenFile(world, mina)
  const [old, young] = [typed(), typed()]
  const interview = typed({ ref: open.ref })
  for (const form of [old, young, interview]) await save(mina, form)
  const [gone, stays] = [await rowOf(old.draft), await rowOf(young.draft)]
  await world.owner
    .sql`update draft set saved_at = now() - interval '31 days' where id in (${old.draft}, ${interview.draft})`
  await world.owner.sql`update draft set saved_at = now() - interval '29 days' where id = ${young.draft}`
  await tidy(clock.db)
  expect(await countOf(gone.id)).toEqual({ files: 0, keys: 0, reach: 0, drafts: 0 })
  expect(await countOf(stays.id)).toEqual({ files: 1, keys: 2, reach: 1, drafts: 1 })
  expect(await countOf(open.id)).toEqual({ files: 1, keys: 4, reach: 1, drafts: 0 })
  await expect(clock.sql`delete from draft`).rejects.toMatchObject({ code: '42501' })
  await clock.sql.end({ timeout: 2 })
})

test('a page saves into no draft of another file than the one it speaks of, and learns nothing of it', async () => {
  const file = () => anOpenFile(world, mina, { name: `이름 ${randomUUID().slice(0, 6)}` })
  const [one, other] = [await file(), await file()]
  const interview = typed({ ref: one.ref, name: 'of the first' })
  const opening = typed()
  for (const form of [interview, opening]) await save(mina, form)
  const again = (form: Record<string, string>, ref: string) => refusal(save(mina, { ...form, version: '1', ref }))
  for (const work of [again(interview, other.ref), again(interview, 'V-222-22'), again(opening, one.ref)])
    expect(await work).toMatchObject({ code: 'not-found' })
  const [row] = await world.owner.sql`select version from draft where id = ${interview.draft}`
  expect(row).toEqual({ version: 1 })
  await expect(save(mina, { ...interview, version: '1' })).resolves.toMatchObject({ version: 2 })
})
