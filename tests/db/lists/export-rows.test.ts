import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportList, exportedRows, readListExport, readRowsExport } from '@/db/lists/export-list'
import { streamAsPerson } from '@/db/log/stream-as-person'
import { addPerson } from '@/db/people/add-person'
import { csvOpening, csvRow } from '@/lib/csv'
import { ListCases } from '@/lib/cases/list-cases'
import { templateHeadings } from '@/lib/imports/left'
import { ExportList } from '@/lib/lists/forms'
import { AddPerson } from '@/lib/people/forms'
import { anOpenFile } from '../../support/cases'
import { importing } from '../../support/imports'
import { aDecision, aPair } from '../../support/pairs'
import { type Person, type World, makeWorld } from '../../support/world'

async function taken(
  world: World,
  person: Person,
  given: { query?: string; contacts?: boolean } = {},
): Promise<string> {
  const failed = (error: unknown) => {
    throw error
  }
  const query = ListCases.parse(Object.fromEntries(new URLSearchParams(given.query)))
  const asked = { query, contacts: given.contacts ?? true }
  const chunks = (ctx: Parameters<typeof exportedRows>[0]) => exportedRows(ctx, asked)
  return new Response(streamAsPerson(world.house, { hash: person.hash, now: new Date() }, { chunks, failed })).text()
}

/** What stands behind the line that says whose copy it is. */
const body = (text: string) => text.slice(text.indexOf('\r\n') + 2)

const row = (cells: Record<string, string>) => {
  const places = templateHeadings('en')
  return csvRow(places.map((heading) => cells[heading] ?? ''))
}

describe('what is exported', () => {
  const awkward: Record<string, string>[] = [
    {
      Name: '김철옥',
      'Other name': 'Kim "Chŏl-ok", the elder',
      Born: '1987-03~',
      Account: '=1+1 said her aunt,\nthen:\n\t"no"',
    },
    { Name: "=cmd|'/c calc'!A1", Sex: 'Female', Account: "'+82 is what she wrote", Place: ' -Hoeryŏng; 会宁' },
    {
      Name: '리은별',
      Born: '1979/1981',
      When: '2023-04',
      'Who told it': '@이모',
      'Connection of the source': '+ her aunt',
    },
  ]

  test('is the same again after it was imported into an empty house, whatever stood in it', async () => {
    const [first, second] = [await makeWorld(), await makeWorld()]
    const [lead, other] = [
      await first.person({ role: 'coordinator' }),
      await second.person({ role: 'coordinator', teamId: second.south }),
    ]
    const headings = templateHeadings('en')
    for (const cells of awkward) for (const heading of Object.keys(cells)) expect(headings, heading).toContain(heading)
    const numbers = {
      'Kind of contact': 'Telephone',
      Contact: '+82 10 5555 0101',
      'Second contact': 'eunbyol@family.example',
    }
    const list = csvOpening + csvRow(headings) + awkward.map((cells) => row({ ...cells, ...numbers })).join('')
    expect((await importing(first, lead).imported(list)).counts).toMatchObject({ rowsDone: 3, rowsBad: 0 })
    const text = await taken(first, lead)
    expect(body(text).split('\r\n')).toHaveLength(5)
    for (const said of [
      "'=1+1 said her aunt",
      "'=cmd|",
      "''+82 is",
      "'+82 10 5555 0101",
      '1987-03~',
      "'@이모",
      '김철옥',
    ])
      expect(text).toContain(said)
    expect((await importing(second, other).imported(text)).counts).toMatchObject({ rowsDone: 3, rowsBad: 0 })
    expect(body(await taken(second, other))).toBe(body(text))
    await second.owner.sql`update account set locale = 'ko' where id = ${other.id}`
    const korean = await taken(second, other)
    expect(korean).toContain('성별')
    const third = await makeWorld()
    const again = await third.person({ role: 'coordinator' })
    await importing(third, again).imported(korean)
    expect(body(await taken(third, again))).toBe(body(text))
  })
})

describe('what is left out', () => {
  let world: World
  let lead: Person
  let mate: Person
  const open = async (owner: Person, name: string) => anOpenFile(world, owner, { name, otherName: '' })
  const fileOf = async (owner: Person, name: string, confidentiality: string) => {
    const file = await open(owner, name)
    await world.owner.sql`update case_file set confidentiality = ${confidentiality} where id = ${file.id}`
    return file
  }

  beforeAll(async () => {
    world = await makeWorld()
    lead = await world.person({ role: 'coordinator' })
    mate = await world.person({ role: 'caseworker' })
  })

  test('files out of reach, and those for named people, even one’s own, or linked to one', async () => {
    const stranger = await world.person({ role: 'caseworker', teamId: world.south })
    await open(mate, '류가람')
    await open(stranger, '류나리')
    const named = await fileOf(lead, '류다온', 'named')
    const alone = await fileOf(lead, '류마음', 'named')
    const linked = await open(mate, '류라온')
    const sameId = await aDecision(world, await aPair(world, named.id, linked.id), {
      by: mate,
      decision: 'same',
      state: 'waiting',
    })
    await world.owner
      .sql`update same_as set state = 'standing', settled_by = ${lead.id}, settled_at = now() where id = ${sameId}`
    for (const level of ['read', 'glass', 'work']) {
      const lent = await open(stranger, `류 ${level}`)
      const via = level === 'glass' ? 'glass' : 'grant'
      await world.owner
        .sql`insert into case_reach (user_id, case_id, via, level) values (${lead.id}, ${lent.id}, ${via}, ${level})`
    }
    const text = await taken(world, lead)
    expect(
      ['류가람', '류나리', '류다온', '류마음', '류라온', '류 read', '류 glass', '류 work'].filter((name) =>
        text.includes(name),
      ),
    ).toEqual(['류가람', '류 work'])
    const asked = (
      await world.as(lead, ({ db }) => db.execute(`select id from rows_to_take(array(select id from case_file), true)`))
    ).map(({ id }) => id)
    for (const { id } of [named, alone, linked]) expect(asked).not.toContain(id)
  })

  test('contacts and who told: of files that are not one’s own always, of the others where it was not asked for', async () => {
    const own = await anOpenFile(world, lead, { name: '류마루', told: '이모 표식', contactValue: '+82 10 5555 7777' })
    await anOpenFile(world, mate, { name: '류바다', told: '삼촌 표식', contactValue: '+82 10 5555 8888' })
    const [whole, plain] = [await taken(world, lead), await taken(world, lead, { contacts: false })]
    expect(whole).toContain('이모 표식')
    expect(whole).toContain('+82 10 5555 7777')
    for (const text of [whole, plain]) expect(text).not.toMatch(/삼촌 표식|5555 8888/)
    expect(plain).not.toMatch(/이모 표식|5555 7777/)
    await world.owner.sql`update contact_channel set state = 'compromised' where case_id = ${own.id}`
    expect(await taken(world, lead)).not.toContain('5555 7777')
  })

  test('people of a file other than its subject', async () => {
    const { ref } = await open(mate, '류사랑')
    await world.does(mate, addPerson, AddPerson.parse({ ref, role: 'relative', name: '류친척', sex: 'F' }))
    expect(await taken(world, lead)).not.toContain('류친척')
  })

  test('what the list is narrowed to leaves out', async () => {
    const other = await world.person({ role: 'caseworker' })
    await open(other, '류아침')
    const text = await taken(world, lead, { query: `worker=${other.id}` })
    expect(body(text).trimEnd().split('\r\n')).toHaveLength(2)
    expect(text).toContain('류아침')
  })
})

describe('an export with names', () => {
  test('is on record once, with its reason, its columns and how many files it takes, and no name in it', async () => {
    const world = await makeWorld()
    const lead = await world.person({ role: 'coordinator' })
    await anOpenFile(world, lead, { name: '류자리' })
    const named = await anOpenFile(world, lead, { name: '류숨김' })
    await world.owner.sql`update case_file set confidentiality = 'named' where id = ${named.id}`
    const form = ExportList.parse({ list: '', reason: 'for the new office', shape: 'rows' })
    await world.does(lead, exportList, form)
    const rows = await world.as(lead, async (ctx) =>
      (await ctx.db.query.auditEntries.findMany())
        .filter(({ deed }) => deed === 'list.export')
        .map((entry) =>
          ctx.vault.openForHouse('audit_entry.details', entry.id, entry.details).subarray(32).toString('utf8'),
        ),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({
      reason: 'for the new office',
      files: 1,
      columns: expect.stringMatching(/^name\.otherName\.(?!.*told)/),
    })
    expect(rows[0]).not.toContain('류자리')
    await taken(world, lead)
    const entries = await world.owner.sql`select 1 from audit_entry where deed = 'list.export'`
    expect(entries).toHaveLength(1)
  })

  test('is not taken by the way of codes, nor codes by its way, and no caseworker has one', async () => {
    const world = await makeWorld()
    const [lead, mate] = [await world.person({ role: 'coordinator' }), await world.person({ role: 'caseworker' })]
    const asked = async (person: Person, query: string) => {
      const id = randomUUID()
      await world.owner
        .sql`insert into form_use (id, session_id, action, at, next) values (${id}, ${person.sessionId}, 'list.export', now(), ${`/cases?${query}`})`
      return { id }
    }
    const refused = { code: 'not-found' }
    await expect(world.does(lead, readListExport, await asked(lead, 'shape=rows'))).rejects.toMatchObject(refused)
    await expect(world.does(lead, readRowsExport, await asked(lead, 'risk=R4'))).rejects.toMatchObject(refused)
    await expect(world.does(mate, readRowsExport, await asked(mate, 'shape=rows'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(taken(world, mate)).rejects.toThrow()
    const found = await world.does(lead, readRowsExport, await asked(lead, 'shape=rows&contacts=on&risk=R4'))
    expect(found).toMatchObject({ contacts: true, query: { risk: 'R4' } })
  })
})
