import { randomUUID } from 'node:crypto'
import { giveGrant } from '@/db/cases/give-grant'
import { addChannel } from '@/db/contacts/add-channel'
import { recordContact } from '@/db/contacts/record-contact'
import { addPerson } from '@/db/people/add-person'
import { addRelationship } from '@/db/people/add-relationship'
import type { Held } from '@/lib/access/can'
import { type Confidentiality, confidentialities } from '@/lib/access/grants'
import { GiveGrant } from '@/lib/cases/forms'
import { AddChannel, AddPerson, AddRelationship, RecordContact } from '@/lib/people/forms'
import { anOpenFile } from './cases'
import { aDecision, aPair } from './pairs'
import { workRows } from './work-rows'
import type { Person, World } from './world'

export type SceneFile = {
  id: string
  ref: string
  teamId: string
  confidentiality: Confidentiality
  owner: Person
  subject: string
  caller: string
  channel: string
  source: string
  entry: string
  task: string
  frozen: string
  relation: string
}

/** The ids of what hangs on a file, read as the owner of the database. */
async function partsOf(world: World, id: string) {
  const sql = world.owner.sql
  const [row] = await sql<Record<'subject' | 'caller' | 'channel' | 'source' | 'entry' | 'task', string>[]>`
    select (select id from person where case_id = ${id} and role = 'subject') as subject,
           (select id from person where case_id = ${id} and role = 'caller') as caller,
           (select id from contact_channel where case_id = ${id} limit 1) as channel,
           (select id from source where case_id = ${id} order by recorded_at limit 1) as source,
           (select id from situation_entry where case_id = ${id} order by recorded_at limit 1) as entry,
           (select id from task where case_id = ${id} order by recorded_at limit 1) as task`
  if (!row) throw new Error('a file was expected')
  return row
}

/** A file with a row in every table that hangs on one. */
export async function aFullFile(world: World, owner: Person, confidentiality: Confidentiality): Promise<SceneFile> {
  const { id, ref } = await anOpenFile(world, owner)
  const parts = await partsOf(world, id)
  const { subject, caller, channel } = parts
  await world.does(owner, addPerson, AddPerson.parse({ ref, role: 'relative', name: '리은하', sex: 'F' }))
  const relation = { ref, from: caller, to: subject, type: 'SIBLING', certainty: 'stated' }
  await world.does(owner, addRelationship, AddRelationship.parse(relation))
  const call = {
    ref,
    personId: caller,
    channelId: channel,
    at: 'March 2021',
    direction: 'incoming',
    outcome: 'reached',
    note: 'n',
  }
  await world.does(owner, recordContact, RecordContact.parse(call))
  await world.does(owner, addChannel, AddChannel.parse({ ref, personId: subject, kind: 'wechat', value: 'marker' }))
  const { sql } = world.owner
  const [frozen] = await sql<{ id: string }[]>`
    update contact_channel set state = 'compromised' where case_id = ${id} and kind = 'wechat' returning id`
  const [related] = await sql<{ id: string }[]>`select id from relationship where case_id = ${id}`
  await sql`update case_file set confidentiality = ${confidentiality} where id = ${id}`
  const teamId = owner.teamId ?? ''
  return { id, ref, teamId, confidentiality, owner, ...parts, frozen: frozen?.id ?? '', relation: related?.id ?? '' }
}

/** What a person holds of a file by owning it or by a live grant. */
export async function heldBy(world: World, person: Person, file: SceneFile): Promise<Held> {
  const [row] = await world.owner.sql<{ own: Held['own'] }[]>`
    select max(level) as own from case_reach
     where user_id = ${person.id} and case_id = ${file.id} and (until is null or until > now())`
  return { teamId: file.teamId, confidentiality: file.confidentiality, own: row?.own ?? null }
}

export type Scene = { world: World; people: Person[]; files: SceneFile[] } & Record<
  'owner' | 'mate' | 'lead' | 'reader' | 'helper' | 'stranger' | 'otherLead' | 'auditor' | 'admin',
  Person
>

async function cast(world: World) {
  const { south } = world
  const [owner, mate, lead, reader, helper, stranger, otherLead, auditor, admin] = await Promise.all([
    world.person({ role: 'caseworker' }),
    world.person({ role: 'caseworker' }),
    world.person({ role: 'coordinator' }),
    world.person({ role: 'caseworker', teamId: south }),
    world.person({ role: 'caseworker', teamId: south }),
    world.person({ role: 'caseworker', teamId: south }),
    world.person({ role: 'coordinator', teamId: south }),
    world.person({ role: 'auditor' }),
    world.person({ role: 'admin' }),
  ])
  return { owner, mate, lead, reader, helper, stranger, otherLead, auditor, admin }
}

/** Two teams with a file of each confidentiality, everybody who may or may not see them, and grants that cross teams. */
export async function makeScene(world: World): Promise<Scene> {
  const people = await cast(world)
  const { owner, lead, reader, helper, stranger, admin } = people
  const files: SceneFile[] = []
  for (const confidentiality of confidentialities) {
    const file = await aFullFile(world, owner, 'assigned')
    const give = (email: string, level: string) =>
      world.does(lead, giveGrant, GiveGrant.parse({ ref: file.ref, email, level, days: '7', reason: 'asked for' }))
    await give(reader.email, 'read')
    await give(helper.email, 'work')
    await world.owner.sql`update case_file set confidentiality = ${confidentiality} where id = ${file.id}`
    files.push({ ...file, confidentiality }, await aFullFile(world, stranger, confidentiality))
  }
  for (const file of files) await workRows(world, file)
  await houseRows(world, { owner, admin })
  await pairRows(world, files)
  return { world, people: Object.values(people), files, ...people }
}

/** Rows in the tables about files that may be about one person. */
async function pairRows(world: World, [file, other]: readonly SceneFile[]): Promise<void> {
  const { sql } = world.owner
  if (!file || !other) throw new Error('two files were expected')
  const pair = await aPair(world, file.id, other.id)
  await aDecision(world, pair, { by: file.owner, decision: 'unsure', state: 'standing' })
  await sql`insert into match_ask (id, pair_id, case_id, asked_by, asked_at) values (${randomUUID()}, ${pair}, ${other.id}, ${file.owner.id}, now())`
  await sql`insert into match_scan (id, state, asked_by, asked_at) values (${randomUUID()}, 'done', ${file.owner.id}, now())`
}

/** A stored list of this person's and what came of it; nothing in them can be opened. */
async function listRows({ owner: { sql }, north }: World, { id: me }: Person): Promise<void> {
  const [bytes, file, batch] = [Buffer.alloc(64, 7), randomUUID(), randomUUID()]
  await sql`insert into stored_file (id, owner_id, purpose, state, name, epoch, wrapped, stored_at, until)
            values (${file}, ${me}, 'import', 'whole', ${bytes}, 1, ${bytes}, now(), now() + interval '1 day')`
  await sql`insert into stored_chunk (file_id, owner_id, place, bytes) values (${file}, ${me}, 0, ${bytes})`
  await sql`insert into import_batch (id, owner_id, team_id, file_id, format, has_header, head, shape, started_at)
            values (${batch}, ${me}, ${north}, ${file}, 'csv', true, ${bytes}, ${bytes}, now())`
  await sql`insert into import_row (batch_id, owner_id, number, state, reasons, cells) values (${batch}, ${me}, 2, 'bad', 'name:required', ${bytes})`
  await sql`insert into imported_row (team_id, tag, case_id) select ${north}, ${bytes}, id from case_file limit 1`
  await sql`insert into import_mapping (id, owner_id, shape, name, mapping, saved_at) values (${randomUUID()}, ${me}, ${bytes}, ${bytes}, ${bytes}, now())`
}

/** Rows in the tables that no file brings with it. */
async function houseRows(world: World, { owner, admin }: { owner: Person; admin: Person }): Promise<void> {
  const { sql } = world.owner
  const bytes = Buffer.alloc(32, 7)
  await sql`insert into invitation (token_hash, account_id, until) values (${bytes}, ${owner.id}, now() + interval '1 day')`
  await sql`insert into throttle (tag, failures, last_at) values (${bytes}, 3, now())`
  await sql`insert into may_exist_use (account_id, at, n) values (${owner.id}, now(), 0)`
  for (const person of [owner, admin]) {
    await sql`insert into form_use (id, session_id, action, at) values (${randomUUID()}, ${person.sessionId}, 'test', now())`
  }
  for (const team of [world.north, world.south]) {
    await sql`insert into notice (id, team_id, kind, at) values (${randomUUID()}, ${team}, 'name-searched', now())`
  }
  for (const { id, teamId } of [owner, admin]) {
    await sql`insert into saved_view (id, owner_id, team_id, name, filters, columns, saved_at) values (${randomUUID()}, ${id}, ${teamId}, ${bytes}, '', '', now())`
    await sql`insert into search (id, owner_id, step, terms, findings, created_at, expires_at) values (${randomUUID()}, ${id}, 'first', ${bytes}, ${bytes}, now(), now() + interval '1 hour')`
    await sql`insert into calendar_feed (id, account_id, token_hash, created_at) values (${randomUUID()}, ${id}, ${Buffer.from(id)}, now())`
    await sql`insert into reminder (account_id, reminded_at) values (${id}, now())`
  }
  await listRows(world, owner)
  await sql`insert into case_count (team_id, confidentiality, facet, value, n) values (${world.north}, 'team', 'risk', 'R1', 1)`
  await sql`insert into house_setting (name, value) values ('calendar-feeds', 'off')`
  await sql`insert into search_key (id, month, epoch, wrapped) values (${randomUUID()}, to_char(now(), 'YYYY-MM'), 1, ${bytes})`
  await sql`insert into audit_leaf (index, entry_id, leaf_hash) select 0, id, ${bytes} from audit_entry limit 1`
  await sql`insert into audit_root (size, root, frontier, at) values (1, ${bytes}, ${bytes}, now())`
}
