import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { saveDraft } from '@/db/drafts/save-draft'
import { finishInterview } from '@/db/intake/finish-interview'
import { readInterview } from '@/db/intake/read-interview'
import { recordAnswers } from '@/db/intake/record-answers'
import { recordConsents } from '@/db/intake/record-consents'
import { RecordAnswers, RecordConsents } from '@/lib/intake/forms'
import { SaveDraft } from '@/lib/intake/drafts'
import { anOpenFile } from '../../support/cases'
import { type Person, type World, makeWorld } from '../../support/world'

let world: World
let mina: Person
let lead: Person
const file = { id: '', ref: '', subject: '', caller: '' }

beforeAll(async () => {
  world = await makeWorld()
  ;[mina, lead] = [await world.person({ role: 'caseworker' }), await world.person({ role: 'coordinator' })]
})

async function aFile() {
  const opened = await anOpenFile(world, mina)
  const rows = await world.owner.sql<{ id: string; role: string }[]>`
    select id, role from person where case_id = ${opened.id}`
  const of = (role: string) => rows.find((row) => row.role === role)?.id ?? ''
  return Object.assign(file, opened, { subject: of('subject'), caller: of('caller') })
}

const read = (person = mina) => world.does(person, readInterview, { ref: file.ref, step: undefined, ask: undefined })
const answer = (given: Record<string, string>, person = mina) =>
  world.does(person, recordAnswers, RecordAnswers.parse({ ref: file.ref, step: 'route', ...given }))
const consent = (given: Record<string, string>) =>
  world.does(
    mina,
    recordConsents,
    RecordConsents.parse({
      ref: file.ref,
      givenBy: file.subject,
      capacity: 'SELF',
      method: 'voice',
      at: '2023-04',
      language: 'Korean',
      ...given,
    }),
  )
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  )
const problems = (given: Record<string, string>) =>
  RecordAnswers.safeParse({ ref: 'V-7K3-MQ', step: 'route', ...given }).error?.issues.map(({ path, message }) => [
    path.join('.'),
    message,
  ])

test('answered, not asked, refused and unknown are kept apart, and a question left alone says nothing', async () => {
  await aFile()
  await answer({ route: 'over the river', arrestsState: 'refused', fearsState: 'not_asked', wishesState: 'unknown' })
  const { answers } = await read()
  expect(Object.fromEntries(answers.map(({ question, state, value }) => [question, [state, value]]))).toEqual({
    route: ['answered', 'over the river'],
    arrests: ['refused', null],
    fears: ['not_asked', null],
    wishes: ['unknown', null],
  })
  expect(problems({ routeState: 'answered' })).toEqual([['route', 'required']])
  expect(problems({ route: 'north', routeState: 'refused' })).toEqual([['routeState', 'answer-is-written']])
})

test('a later answer stands, the earlier one stays, and the same answer again is no new one', async () => {
  await aFile()
  await answer({ route: 'first' })
  await answer({ route: 'second' })
  await answer({ route: 'second' })
  const { answers } = await read()
  expect(answers.map(({ value }) => value)).toEqual(['second'])
  const rows = await world.owner.sql`select 1 from intake_answer where case_id = ${file.id}`
  expect(rows).toHaveLength(2)
  await expect(world.owner.sql`delete from intake_answer where case_id = ${file.id}`).rejects.toMatchObject({
    code: 'VG423',
  })
})

test('a protected characteristic is written down for a stated purpose and not otherwise', async () => {
  expect(problems({ step: 'protected', religion: 'Protestant' })).toEqual([['religionPurpose', 'required']])
  expect(problems({ step: 'protected', religionState: 'refused' })).toBeUndefined()
  await aFile()
  await answer({ step: 'protected', religion: 'Protestant', religionPurpose: 'legal_claim' })
  expect((await read()).answers).toMatchObject([{ question: 'religion', purpose: 'legal_claim' }])
})

test('who was asked on an earlier day is not asked again without a reason', async () => {
  await aFile()
  await answer({ route: 'over the river' })
  const tomorrow = new Date(Date.now() + 86_400_000)
  const begin = (given: Record<string, string>) =>
    world.as(
      mina,
      (ctx) =>
        recordAnswers(ctx, RecordAnswers.parse({ ref: file.ref, step: 'explain', language: 'Korean', ...given })),
      tomorrow,
    )
  expect(await refusal(begin({}))).toMatchObject({ code: 'invalid', fields: { again: 'required' } })
  await begin({ again: 'A lawyer needs the dates.' })
  const standing = (await read()).answers.find(({ question }) => question === 'asked_before')
  expect(standing?.value).toBe('A lawyer needs the dates.')
})

test('names and birth of an interview stand in their own rows, under the deeds of their own', async () => {
  await aFile()
  const { subject } = await read()
  const names = { name: '王丽', nameKind: 'adopted_cn', nameScheme: 'none', sex: 'F', birth: 'about 1985' }
  await answer({ step: 'names', ...names, personVersion: String(subject.version) })
  const [person] = (await read()).people
  expect(person).toMatchObject({ sex: 'F', ageBand: '30-44' })
  expect(person?.names.map(({ text }) => text)).toContain('王丽')
})

const kin = { step: 'family', kin1Name: '리은하', kin1Type: 'SIBLING', kin1Where: 'CN-JL', kin1Disclosure: 'internal' }

test('relatives of one step become people of the file with relation, place and disclosure; empty rows are nobody', async () => {
  await aFile()
  const before = (await read()).people.length
  await answer({ ...kin, kin2Disclosure: 'never', kin3Name: '  ', kin4Type: 'CHILD', kin4Disclosure: '' })
  const { people, answers } = await read()
  expect(people).toHaveLength(before + 2)
  expect(people.at(-2)).toMatchObject({ role: 'relative', names: [{ text: '리은하' }] })
  const rows = await world.owner.sql`
    select r.type, r.certainty, r.disclosure, p.province, r.to_person = ${file.subject} as of_subject
      from relationship r join person p on p.id = r.from_person where r.case_id = ${file.id} and p.role = 'relative' order by r.type`
  const stated = { certainty: 'stated', of_subject: true }
  expect([...rows]).toEqual([
    { ...stated, type: 'CHILD', disclosure: 'never', province: null },
    { ...stated, type: 'SIBLING', disclosure: 'internal', province: 'CN-JL' },
  ])
  expect(answers).toMatchObject([{ question: 'family', state: 'answered', value: null }])
  const entries = await world.owner.sql`
    select deed, count(*)::int as n from audit_entry where case_id = ${file.id}
       and deed in ('person.add', 'person.locate', 'relationship.add', 'intake.record') group by 1 order by 1`
  expect(entries.map(({ deed, n }) => [deed, n])).toEqual(
    expect.arrayContaining([
      ['intake.record', 1],
      ['person.add', 2],
      ['person.locate', 1],
      ['relationship.add', 2],
    ]),
  )
})

test('not asked, refused and unknown hold for the whole step of the family, and none of them beside somebody named', async () => {
  const family = { step: 'family' }
  for (const state of ['not_asked', 'refused', 'unknown']) {
    await aFile()
    await answer({ ...family, familyState: state })
    expect((await read()).answers).toMatchObject([{ question: 'family', state, value: null }])
    expect(problems({ ...kin, familyState: state })).toEqual([['familyState', 'answer-is-written']])
  }
  expect(problems({ ...family, familyState: 'answered' })).toEqual([['family', 'required']])
})

test('a row of the family without its relation, or with a word of no list, is refused at its field', () => {
  expect(problems({ step: 'family', kin2Name: '리은하' })).toEqual([['kin2Type', 'required']])
  expect(problems({ ...kin, kin1Where: 'XX', kin6Type: 'BROKER' })).toEqual([
    ['kin1Where', 'not-on-list'],
    ['kin6Type', 'not-on-list'],
  ])
})

test('relatives that were recorded leave the draft', async () => {
  await aFile()
  const page = randomUUID()
  await world.does(mina, saveDraft, SaveDraft.parse({ draft: page, page, version: '0', ref: file.ref, ...kin }))
  await answer(kin)
  expect((await read()).draft).toBeNull()
})

test('consent is given scope by scope, none by default; the newest word stands and the old one stays', async () => {
  await aFile()
  expect((await read()).consents).toEqual([])
  await consent({ CASEWORK: 'granted', MEDIA_NAMED: 'refused' })
  await consent({ CASEWORK: 'withdrawn' })
  const { consents } = await read()
  expect(Object.fromEntries(consents.map(({ scope, decision }) => [scope, decision]))).toEqual({
    CASEWORK: 'withdrawn',
    MEDIA_NAMED: 'refused',
  })
  expect(consents[0]).toMatchObject({ language: 'Korean', method: 'voice', at: '2023-04' })
  expect(await world.owner.sql`select 1 from consent where case_id = ${file.id}`).toHaveLength(3)
})

test('a consent without a scope, a language or a way it was given is none', () => {
  const full = {
    ref: 'V-7K3-MQ',
    givenBy: randomUUID(),
    capacity: 'SELF',
    method: 'voice',
    at: '2023',
    language: 'Korean',
  }
  const without = (given: Record<string, string>) =>
    RecordConsents.safeParse({ ...full, CASEWORK: 'granted', ...given }).error?.issues.map(({ path }) => path[0])
  expect(without({})).toBeUndefined()
  expect(without({ language: '' })).toEqual(['language'])
  expect(without({ method: '' })).toEqual(['method'])
  expect(without({ CASEWORK: '' })).toEqual(['CASEWORK'])
  expect(without({ CASEWORK: 'lapsed' })).toContain('CASEWORK')
})

test('a child’s consent needs a guardian and the child’s own assent; nobody else speaks as the person', async () => {
  await aFile()
  expect(await refusal(consent({ CASEWORK: 'granted', givenBy: file.caller }))).toMatchObject({
    fields: { givenBy: 'not-the-person' },
  })
  await world.owner.sql`update person set age_band = '0-17' where id = ${file.subject}`
  expect(await refusal(consent({ CASEWORK: 'granted' }))).toMatchObject({ fields: { capacity: 'guardian-needed' } })
  const guardian = { CASEWORK: 'granted', givenBy: file.caller, capacity: 'GUARDIAN' }
  expect(await refusal(consent(guardian))).toMatchObject({ fields: { assent: 'assent-needed' } })
  await consent({ ...guardian, assent: 'on' })
  expect((await read()).consents).toMatchObject([{ capacity: 'GUARDIAN', assent: true }])
})

test('what was recorded leaves the draft, the other steps stay in it, and colleagues never see it', async () => {
  await aFile()
  const page = randomUUID()
  const typed = { draft: page, page, version: '0', ref: file.ref, route: 'half a sen', family: 'a daughter' }
  await world.does(mina, saveDraft, SaveDraft.parse(typed))
  expect((await read(lead)).draft).toBeNull()
  await answer({ route: 'half a sentence, and the rest' })
  expect((await read()).draft?.fields).toEqual({ family: 'a daughter' })
  await answer({ step: 'family', family: 'a daughter, 25' })
  expect((await read()).draft).toBeNull()
})

test('finishing an interview moves a file out of intake with its step, and leaves any other where it is', async () => {
  await aFile()
  await world.does(mina, finishInterview, { ref: file.ref })
  const steps = () => world.owner.sql`select from_workflow, to_workflow from workflow_step where case_id = ${file.id}`
  expect(await steps()).toEqual([])
  await world.owner.sql`update case_file set workflow = 'intake' where id = ${file.id}`
  await world.does(mina, finishInterview, { ref: file.ref })
  expect(await steps()).toEqual([{ from_workflow: 'intake', to_workflow: 'active' }])
  expect((await read()).head.workflow).toBe('active')
})
