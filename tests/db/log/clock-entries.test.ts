import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { detailsOf, unsealedDetails } from '@/db/audit'
import { connect } from '@/db/client'
import { saveDraft } from '@/db/drafts/save-draft'
import { exportedLog } from '@/db/log/export-log'
import { readLog } from '@/db/log/read-log'
import { sequence } from '@/db/log/sequence'
import { tidy } from '@/db/log/tidy'
import { verifyLog } from '@/db/log/verify-log'
import { auditEntries } from '@/db/schema'
import { raiseTasks } from '@/db/tasks/raise-tasks'
import { clockId } from '@/lib/access/grants'
import { commitDetails, saltBytes } from '@/lib/audit/commit-details'
import { SaveDraft } from '@/lib/intake/drafts'
import { ExportLog, LogQuery } from '@/lib/log/forms'
import { anOpenFile } from '../../support/cases'
import { makeWorld } from '../../support/world'

const world = await makeWorld()
const [clock, sequencer] = [
  connect(world.connection('vigil_clock'), 1),
  connect(world.connection('vigil_sequencer'), 1),
]
afterAll(() => Promise.all([clock, sequencer].map((pool) => pool.sql.end({ timeout: 2 }))))
const { sql } = world.owner
const worker = await world.person({ role: 'caseworker' })
const lead = await world.person({ role: 'coordinator' })
const auditor = await world.person({ role: 'auditor' })
let id: string
let ref: string

/** A file of its own without a task, and no other open. */
beforeEach(async () => {
  await sql`update case_file set workflow = 'closed', risk_until = null where workflow <> 'draft'`
  const file = await anOpenFile(world, worker, { name: `이름 ${randomUUID().slice(0, 6)}` })
  ;[id, ref] = [file.id, file.ref]
  await sql`delete from task where case_id = ${id}`
})

const ofClock = () => world.owner.db.select().from(auditEntries).where(eq(auditEntries.actorId, clockId))
const didOn = async (caseId: string) => (await ofClock()).filter((entry) => entry.caseId === caseId)

const reviewDue = () => sql`update case_file set review_due = now() where id = ${id}`
const silent = () => sql`update case_file set silent_since = '2001-01-01' where id = ${id}`
const riskTurns = () => sql`update case_file set risk = 'R4', risk_then = 'R2', risk_until = now() where id = ${id}`

async function returnedLongAgo() {
  await sql`alter table situation_entry disable trigger user`
  await sql`update situation_entry set recorded_at = now() - interval '100 days' where case_id = ${id}`
  await sql`alter table situation_entry enable trigger user`
  await sql`update case_file set situation = 'RETURNED', silent_since = current_date - 100 where id = ${id}`
  await sql`insert into task (id, case_id, team_id, kind, due_at, about_id, recorded_at)
            values (${randomUUID()}, ${id}, ${world.north}, 'silence', now(), ${id}, now())`
}

const about = (table: 'task' | 'proposal', kind: string) =>
  sql.unsafe<{ id: string }[]>(`select id from ${table} where case_id = '${id}' and kind = '${kind}'`)

type Deed = { comesDue: () => Promise<unknown>; deed: string; object: () => PromiseLike<{ id: string }[]> }

const deeds: [string, Deed][] = [
  ['a review that comes due', { comesDue: reviewDue, deed: 'task.raise', object: () => about('task', 'review') }],
  ['a silence past its limit', { comesDue: silent, deed: 'task.raise', object: () => about('task', 'silence') }],
  ['a risk that is lowered at its hour', { comesDue: riskTurns, deed: 'risk.turn', object: () => Promise.resolve([]) }],
  [
    'a missing person it proposes',
    { comesDue: returnedLongAgo, deed: 'proposal.make', object: () => about('proposal', 'missing') },
  ],
]

test.each(deeds)('%s leaves one entry of the clock, once', async (_, { comesDue, deed, object }) => {
  await comesDue()
  await raiseTasks(clock.db)
  await raiseTasks(clock.db)
  const entries = await didOn(id)
  expect(entries).toMatchObject([{ deed, outcome: 'done', teamId: world.north }])
  expect(entries[0]?.objectIds).toEqual([id, ...(await object()).map((row) => row.id)])
})

async function aDraft(): Promise<{ id: string; caseId: string }> {
  const form = { draft: randomUUID(), page: randomUUID(), kind: 'opening', version: '0', account: 'typed' }
  await world.does(worker, saveDraft, SaveDraft.parse(form))
  const [row] = await sql`select case_id from draft where id = ${form.draft}`
  return { id: form.draft, caseId: String(row?.['case_id']) }
}

test('a draft that lapses leaves an entry, which outlives the file it had drawn', async () => {
  const [old, young] = [await aDraft(), await aDraft()]
  await sql`update draft set saved_at = now() - interval '31 days' where id = ${old.id}`
  await tidy(clock.db)
  await tidy(clock.db)
  expect(await didOn(old.caseId)).toMatchObject([
    { deed: 'draft.discard', objectIds: [old.caseId, old.id], teamId: world.north },
  ])
  expect(await didOn(young.caseId)).toEqual([])
  expect(await sql`select from case_file where id = ${old.caseId}`).toEqual([])
})

test('if the clock’s entry cannot be written, nothing comes due, is lowered, proposed or thrown away', async () => {
  const draft = await aDraft()
  await sql`update draft set saved_at = now() - interval '31 days' where id = ${draft.id}`
  const state = () => sql`
    select (select count(*) from task)::int as tasks, (select count(*) from proposal)::int as proposals,
           (select count(*) from draft)::int as drafts, (select string_agg(risk, '' order by id) from case_file) as risks`
  await sql`alter table audit_entry add constraint no_entry check (false) not valid`
  for (const comesDue of [reviewDue, silent, riskTurns, returnedLongAgo]) {
    await comesDue()
    const before = await state()
    const passes = [raiseTasks(clock.db), tidy(clock.db)].map((pass) =>
      expect(pass).rejects.toMatchObject({ cause: { code: '23514', constraint_name: 'no_entry' } }),
    )
    await Promise.all(passes)
    expect(await state()).toEqual(before)
    await sql`update case_file set review_due = null, silent_since = current_date, risk_until = null where id = ${id}`
  }
  await sql`alter table audit_entry drop constraint no_entry`
  await sql`delete from draft where id = ${draft.id}`
})

test('the log with the clock’s entries is borne out, and each commitment is that of its salt and empty details', async () => {
  await reviewDue()
  await raiseTasks(clock.db)
  await sequence(sequencer.db)
  expect(await verifyLog(sequencer.db)).toMatchObject({ bad: null, overdue: { count: 0 } })
  const entries = await ofClock()
  const salts = entries.map(({ details, detailsCommitment }) => {
    const plain = unsealedDetails(details) ?? expect.fail('sealed')
    expect(detailsOf(plain)).toBe('{}')
    const salt = plain.subarray(0, saltBytes)
    expect(Buffer.from(commitDetails(salt, {}))).toEqual(Buffer.from(detailsCommitment))
    return salt.toString('hex')
  })
  expect(salts.length).toBeGreaterThan(0)
  expect(new Set(salts).size).toBe(salts.length)
})

test('the coordinator of the team and the auditor read what the clock did, may ask for it alone, and the export has it', async () => {
  await reviewDue()
  await raiseTasks(clock.db)
  await sequence(sequencer.db)
  const query = LogQuery.parse({ actor: clockId })
  const [told] = (await world.does(lead, readLog, query)).entries
  expect(told).toMatchObject({ deed: 'task.raise', actorId: clockId, actor: null, ref, reason: null, objects: 2 })
  const { entries } = await world.does(auditor, readLog, query)
  expect(entries[0]).toMatchObject({ deed: 'task.raise', actorId: clockId, ref: null, leaf: expect.any(Number) })
  const stranger = await world.person({ role: 'coordinator', teamId: world.south })
  expect((await world.does(stranger, readLog, query)).entries).toEqual([])
  const lines = await world.as(auditor, async (ctx) => {
    const asked = ExportLog.parse({ kind: 'entries', format: 'jsonl', reason: 'quarter', actor: clockId })
    let text = ''
    for await (const part of exportedLog(ctx, asked)) text += part
    return text.trim().split('\n')
  })
  expect(lines).toHaveLength(entries.length)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ actorId: clockId, deed: 'task.raise', outcome: 'done' })
})

test('nobody but the clock’s own deeds writes in its name', async () => {
  for (const role of ['vigil_clock', 'vigil_app'] as const) {
    const { sql: as } = connect(world.connection(role), 1)
    await expect(
      as`insert into audit_entry (id, at, actor_id, deed, outcome, object_ids, details, details_commitment)
         values (${randomUUID()}, now(), ${clockId}, 'task.raise', 'done', '{}', '\\x00', '\\x00')`,
    ).rejects.toMatchObject({ code: '42501' })
    await expect(as`select clock_did('task.raise', '{}', '{}')`).rejects.toMatchObject({ code: '42501' })
    await as.end({ timeout: 2 })
  }
})
