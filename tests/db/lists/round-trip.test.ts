import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportedRows } from '@/db/lists/export-list'
import { streamAsPerson } from '@/db/log/stream-as-person'
import { ListCases } from '@/lib/cases/list-cases'
import { csvOpening, csvRow, withoutGuard } from '@/lib/csv'
import { ImportCase } from '@/lib/imports/forms'
import { importFields } from '@/lib/imports/import-fields'
import { templateHeadings } from '@/lib/imports/left'
import { importing } from '../../support/imports'
import { type Person, type World, makeWorld } from '../../support/world'

/** What a spreadsheet would compute, with what it passes over before it does. */
const computed = /^[\s\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

const pieces = [
  ...[
    '=',
    '+',
    '-',
    '@',
    '\t',
    "'",
    "''",
    '"',
    '""',
    ',',
    ';',
    '|',
    ' ',
    '\u00a0',
    '＝',
    '＠',
    '\u200d',
    '\ufeff',
    '\\',
  ],
  ...['=1+1', '=cmd|calc!A1', '+82', '-리', '@SUM(A1)', 'vigil', 'true', '0010', '1,5;2', '#REF!', '<b>', '%00'],
  ...[
    '김철옥'.normalize('NFD'),
    'Chŏl-ok'.normalize('NFD'),
    '金哲玉',
    '会宁',
    'محمد',
    'שלום',
    '🌊',
    '👩‍👧',
    '\u{20000}',
    'Ё',
  ],
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 10 })
  .map((parts) => parts.join(''))
const lines = fc.array(text, { maxLength: 4 }).map((parts) => parts.join('\n'))

const written = { name: text, otherName: text, place: text, account: lines, told: text, connection: text }
type Answers = Record<keyof typeof written, string>

const coded = { sourceType: 'NGO', distance: 'unknown', situation: 'UNVERIFIED' }
/** Names far apart, so that no row is taken for another's twin. */
const names = ['류가람', '맹다솔', '반미르', '사라온', '안바다', '장하늘', '천누리', '편보라']

/** Rows that the form of a list admits; any other is given back with its reason. */
const rows = fc
  .tuple(...names.map((name) => fc.record(written).map((row): Answers => ({ ...row, name: `${row.name}${name}` }))))
  .map((list) =>
    list.filter(
      (row) => !/\ufffd/.test(Object.values(row).join()) && ImportCase.safeParse({ ...row, ...coded }).success,
    ),
  )

/** The answers as they are stored. */
function stored(row: Answers): Answers {
  const {
    name,
    otherName = '',
    place = '',
    account = '',
    told = '',
    connection = '',
  } = ImportCase.parse({ ...row, ...coded })
  return { name, otherName, place, account, told, connection }
}

async function taken(world: World, person: Person): Promise<string> {
  const failed = (error: unknown) => {
    throw error
  }
  const asked = { query: ListCases.parse({}), contacts: true }
  const chunks = (ctx: Parameters<typeof exportedRows>[0]) => exportedRows(ctx, asked)
  const bytes = streamAsPerson(world.house, { hash: person.hash, now: new Date() }, { chunks, failed })
  return Buffer.from(await new Response(bytes).arrayBuffer()).toString('utf8')
}

/** The cells of a file, as anybody who keeps to RFC 4180 reads them, without the line that says whose copy it is. */
const cellsOf = (file: string): string[][] =>
  parse(file.slice(csvOpening.length), { relax_column_count: true }).slice(1)

async function anEmptyHouse() {
  const world = await makeWorld()
  const lead = await world.person({ role: 'coordinator' })
  return { imported: importing(world, lead).imported, taken: () => taken(world, lead) }
}

const headings = templateHeadings('en')
const asCells = (answers: Partial<Record<string, string>>) => importFields.map((field) => answers[field] ?? '')
const answered = (cells: readonly string[]) => {
  const row = Object.fromEntries(importFields.map((field, place) => [field, withoutGuard(cells[place] ?? '')]))
  const { name = '', otherName = '', place = '', account = '', told = '', connection = '' } = row
  return { name, otherName, place, account, told, connection }
}
const byName = (a: Answers, b: Answers) => (a.name < b.name ? -1 : 1)

test('whatever a field may hold comes back unchanged from an export that is imported and exported again, and is a formula in neither file', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const [first, second] = [await anEmptyHouse(), await anEmptyHouse()]
      const sent = csvOpening + csvRow(headings) + list.map((row) => csvRow(asCells(row))).join('')
      expect((await first.imported(sent, 'open')).counts).toMatchObject({ rowsDone: list.length })
      const file = await first.taken()
      const [head, ...found] = cellsOf(file)
      expect(head).toEqual(headings)
      expect(found.map(answered).sort(byName)).toEqual(list.map(stored).sort(byName))
      expect(found.flat().filter((cell) => computed.test(cell))).toEqual([])
      expect((await second.imported(file, 'open')).counts).toMatchObject({ rowsDone: list.length })
      expect(cellsOf(await second.taken())).toEqual(cellsOf(file))
    }),
    { numRuns: 3, endOnFailure: true },
  )
})
