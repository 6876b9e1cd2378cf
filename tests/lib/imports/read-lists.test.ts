import { describe, expect, test } from 'vitest'
import { csvRow, withoutGuard } from '@/lib/csv'
import { columnOf, dateOfSerial, isDateFormat } from '@/lib/imports/cells'
import { ImportCase } from '@/lib/imports/forms'
import { guessColumns, looksLikeHeader, shapeOf } from '@/lib/imports/guess-columns'
import { guessDelimiter } from '@/lib/imports/guess-delimiter'
import { guessEncoding } from '@/lib/imports/guess-encoding'
import { templateHeadings } from '@/lib/imports/left'
import { readCode } from '@/lib/imports/read-code'
import { rowOf } from '@/lib/imports/row-of'
import { TwinRows } from '@/lib/imports/twin-rows'

const korean = '이름,생년월일\n고은하,1987년\n고가람,모름\n'

const wide = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('the encoding of a list is told from its bytes', () => {
  // KS X 1001 and GB 2312, as their tables have them: "이름,성별" and "姓名,性别,出生日期".
  const cp949 = Buffer.from('c0ccb8a72cbcbabab00a', 'hex')
  const gb = Buffer.from('d0d5c3fb2cd0d4b1f02cb3f6c9fac8d5c6da0a', 'hex')

  test.each([
    ['utf-8', Buffer.from(korean)],
    ['utf-8', Buffer.from('name,born\nRyu,1987\n')],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(korean)])],
    ['utf-8', Buffer.from(korean).subarray(0, 41)],
    ['utf-16le', wide(`\ufeff${korean}`, false)],
    ['utf-16be', wide(`\ufeff${korean}`, true)],
    ['utf-16le', wide(korean, false)],
    ['utf-16be', wide('name,born\nRyu,1987\n', true)],
    ['euc-kr', cp949],
    ['gb18030', gb],
  ] as const)('%s', (encoding, bytes) => {
    expect(guessEncoding(bytes)).toBe(encoding)
  })

  test('what is no text is no list', () => {
    expect(guessEncoding(Uint8Array.from({ length: 999 }, (_, n) => (n % 3 ? 0 : n % 251)))).toBeNull()
  })
})

test.each([
  ['comma', 'a,b,c\n1,"x;y;z",3\n'],
  ['semicolon', 'a;b;c\n1,5;2;3\n4,5;2;3\n'],
  ['tab', 'a\tb\n1,2,3\t4\n'],
  ['bar', 'a|b|c\n1|2|3\n'],
  ['comma', 'name\nRyu\n'],
] as const)('the sign between cells is a %s', (name, text) => {
  expect(guessDelimiter(text)).toBe(name)
})

describe('columns are told by their headings', () => {
  test.each([
    [
      'Uwazi',
      'Title,Date added,Template,Country,Date of birth,Documents,Attachments,Published',
      'name,,,note,birth,,,',
    ],
    [
      'Bayanat',
      'id,name,name_ar,nickname,sex,age,civilian,type,media,events',
      'note,name,otherName,note,sex,note,note,,,',
    ],
    [
      'a Korean list',
      '성명,성별,생년월일,체포일,체포 장소,연락처,비고',
      'name,sex,birth,when,place,contactValue,account',
    ],
  ])('of %s', (_, headings, targets) => {
    expect(guessColumns(headings.split(',')).join(',')).toBe(targets)
  })

  test('duplicate headings are kept: the second becomes a note', () => {
    expect(guessColumns(['Name', 'Name', '', 'Born'])).toEqual(['name', 'note', '', 'birth'])
  })

  test.each(['en', 'ko'] as const)('the empty list in %s is understood whole', (locale) => {
    expect(guessColumns(templateHeadings(locale))).not.toContain('note')
  })

  test('a list without headings is seen to have none, and lists of one shape are told by their headings', () => {
    expect(looksLikeHeader(['Ryu Byeol', '1987', '+82 10 5555 0101'])).toBe(false)
    expect(looksLikeHeader(['Kto', 'Kogda'])).toBe(true)
    expect(shapeOf(['Name ', 'BORN', 'vigil row'])).toBe(shapeOf(['name', 'Born']))
  })
})

test.each([
  ['sex', '여자', 'F'],
  ['sex', 'Male', 'M'],
  ['situation', '체류국 구금', 'DET_TRANSIT'],
  ['situation', 'detained by transit/host state', 'DET_TRANSIT'],
  ['province', 'Jilin, China', 'CN-JL'],
  ['contactKind', '위챗', 'wechat'],
  ['sourceType', 'nothing we know', 'nothing we know'],
  ['place', '여자', '여자'],
] as const)('a %s written “%s” is %s', (field, text, code) => {
  expect(readCode(field, text)).toBe(code)
})

describe('a row is one person, or says why it cannot be', () => {
  const mapping = {
    columns: ['name', 'birth', 'note', 'account'] as const,
    ...({ sourceType: 'NGO', distance: 'unknown', situation: 'HIDING' } as const),
  }
  const reading = {
    mapping: { ...mapping, columns: [...mapping.columns] },
    headings: ['Name', 'Born', 'Church', 'Story'],
    today: '2026-11-24',
    now: new Date('2026-11-24T00:00:00Z'),
  }
  const read = (...cells: string[]) => rowOf(cells, reading)

  test('what has no field stands in the account under its heading, behind what the account says', () => {
    const row = read('Ryu', 'about 1987', 'South church', 'She was seen.')
    expect(row).toMatchObject({ ok: true, input: { account: 'She was seen.\nChurch: South church' } })
  })

  test.each([
    [['', '1987'], ['name:required']],
    [['Ryu', '30 February 1987'], ['birth:impossible-date']],
    [['Ryu', '2031'], ['birth:future-date']],
    [['R\u0000yu'], ['name:control-characters']],
    [['Ryu', '', '', '', '5'], ['row:more-cells']],
    [['R\ufffdu'], ['row:unreadable']],
    [['x'.repeat(201)], ['name:too-long']],
  ])('%j: %j', (cells, reasons) => {
    expect(read(...cells)).toEqual({ ok: false, reasons })
  })
})

describe('where a row was', () => {
  const read = (headings: string, ...cells: string[]) => {
    const columns = guessColumns(headings.split(','))
    const mapping = { columns, sourceType: 'NGO', distance: 'unknown', situation: 'HIDING' } as const
    const reading = {
      mapping: { ...mapping, columns },
      headings: headings.split(','),
      today: '2026-11-24',
      now: new Date('2026-11-24'),
    }
    const row = rowOf(['Ryu Byeol', ...cells], reading)
    return row.ok ? [row.input.province, row.input.place] : row.reasons
  }

  test.each([
    ['허룽시 구류소 앞', 'CN-JL'],
    ["Manp'o", 'KP-04'],
    ['丹东口岸', 'CN-LN'],
    ['Tumen–Onsong', undefined],
    ['a village', undefined],
  ])('is told by the towns of its place where it names no province: %s', (place, province) => {
    expect(read('name,place', place)).toEqual([province, place])
  })

  test('is what it says itself where it does', () => {
    expect(read('name,province,place', '량강도', 'Helong')).toEqual(['KP-10', 'Helong'])
    expect(read('name,province,place', 'Yanggang', '')).toEqual(['KP-10', undefined])
  })

  test('may stand in the column of provinces as a town; what is neither is given back', () => {
    expect(read('name,province', '훈춘')).toEqual(['CN-JL', '훈춘'])
    expect(read('name,province,place', '훈춘', 'near the port')).toEqual(['CN-JL', 'near the port, 훈춘'])
    expect(read('name,province', 'Atlantis')).toEqual(['province:not-on-list'])
  })
})

test('two rows of one name from one town are noticed however the town is written', () => {
  const twinOf = (...places: string[]) => {
    const rows = new TwinRows()
    const noticed = places.map((place, at) => {
      const input = ImportCase.parse({
        name: '류가람',
        place,
        sourceType: 'NGO',
        distance: 'unknown',
        situation: 'HIDING',
      })
      return rows.notice({ number: at + 2, input, outsideId: undefined })
    })
    return noticed.at(-1)
  }
  expect(twinOf('Helong', '허룽시 구류소')).toBe(2)
  expect(twinOf('和龙', 'near Hwaryong')).toBe(2)
  expect(twinOf('Helong', 'Tumen')).toBeNull()
})

test('what our own lists guard against spreadsheets comes back as it was', () => {
  for (const text of ['=1+1', '+82 10 5555 0101', "'quoted'", "'=x", '-', '@a', 'plain', '가나다']) {
    const cell = csvRow([text]).trimEnd().replace(/^"|"$/g, '')
    expect(withoutGuard(cell), text).toBe(text)
  }
})

test('cells of a workbook: places, days, and which formats show a day', () => {
  expect(['A1', 'Z9', 'AA10', 'AMJ1'].map(columnOf)).toEqual([0, 25, 26, 1023])
  expect([dateOfSerial(45017, false), dateOfSerial(43555, true), dateOfSerial(61, false)]).toEqual([
    '2023-04-01',
    '2023-04-01',
    '1900-03-01',
  ])
  expect([isDateFormat(14, undefined), isDateFormat(2, undefined), isDateFormat(170, 'yyyy-mm-dd')]).toEqual([
    true,
    false,
    true,
  ])
  expect(isDateFormat(171, '0.00" days"')).toBe(false)
})
