import { beforeAll, describe, expect, test } from 'vitest'
import { importing } from '../../support/imports'
import { workbook } from '../../support/workbook'
import { makeWorld } from '../../support/world'

let lists: ReturnType<typeof importing>

beforeAll(async () => {
  const world = await makeWorld()
  lists = importing(world, await world.person({ role: 'caseworker' }))
})

const refused = (list: string | Uint8Array, failure: string) =>
  expect(lists.send(list)).rejects.toMatchObject({ failure })

describe('a workbook', () => {
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>생년월일</t></is></c><c r="D1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>31868</v></c><c r="D2" t="str"><f>1+1</f><v>허룽</v></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>설봄</t></is></c><c r="D3"><f>HYPERLINK("x")</f></c></row>`

  test('is read as a list is: shared and inline texts, gaps, days, and formulas as what they last came to', async () => {
    const id = await lists.send(workbook(rows, ['이름', '장소', '설여름']))
    const read = await lists.read(id)
    expect(read.headings).toEqual(['이름', '생년월일', '', '장소'])
    expect(read.sample).toEqual([
      ['설여름', '1987-04-01', '', '허룽'],
      ['설봄', '', '', ''],
    ])
    expect((await lists.tried(workbook(rows, ['이름', '장소', '설여름']))).counts).toMatchObject({ rowsDone: 2 })
  })

  test('that grows far beyond its size is not opened', () =>
    refused(workbook(`<row><c><v>${' '.repeat(20_000_000)}</v></c></row>`), 'bomb'))

  test('that says it holds less than it does is cut off', async () => {
    const book = workbook(`<row><c><v>${'1 2 3 4 5 6 7 8 '.repeat(3000)}</v></c></row>`)
    const size = 48_000 + '<worksheet><sheetData><row><c><v></v></c></row></sheetData></worksheet>'.length
    const said = Buffer.alloc(4)
    said.writeUInt32LE(size)
    const less = Buffer.from(book)
    for (let at = less.indexOf(said); at >= 0; at = less.indexOf(said, at + 1)) less.writeUInt32LE(100, at)
    await refused(less, 'bomb')
  })

  test('that is damaged says so', async () => {
    await refused(workbook(rows).subarray(0, 400), 'broken-workbook')
    await refused(workbook('<row><c></row>'), 'broken-workbook')
  })
})

describe('a list in text', () => {
  test('with 500 columns, or a cell longer than a book, is refused as a whole', async () => {
    await refused(Array.from({ length: 500 }, (_, n) => `c${n}`).join(','), 'too-many-columns')
    await refused(`name\n"${'x'.repeat(1_100_000)}`, 'too-long-cell')
  })

  test('without a header has columns without a name', async () => {
    const read = await lists.read(await lists.send('설하나,1987,+82 10 5555 0101\n설두리,1990,\n'))
    expect(read).toMatchObject({ hasHeader: false, headings: ['', '', ''] })
    expect(read.sample).toHaveLength(2)
  })

  test('in Korean of the old kind is read', async () => {
    const read = await lists.read(await lists.send(Buffer.from('c0ccb8a72cbcbabab00ab1e8c3b6bff82cbfa90a', 'hex')))
    expect(read).toMatchObject({ encoding: 'euc-kr', headings: ['이름', '성별'], sample: [['김철원', '여']] })
  })

  test('keeps a formula as text, and a row with a zero byte is left out with its reason', async () => {
    const seen = await lists.tried('name,account\nSeol A,"=HYPERLINK(1)"\nSeol\u0000 B,x\n')
    expect(seen.counts).toMatchObject({ rowsDone: 1, rowsBad: 1 })
    expect(seen.left[0]?.reasons).toEqual(['name:control-characters'])
  })
})
