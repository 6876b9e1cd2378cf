import { describe, expect, test } from 'vitest'
import { parsePartialDate } from '@/lib/dates/parse-partial-date'

const today = '2023-10-12'

function read(text: string) {
  const answer = parsePartialDate(text, { today })
  return answer.ok ? answer.value.edtf : answer.reason
}

const understood: Record<string, Record<string, string>> = {
  'days and months in English': {
    'April 2023': '2023-04',
    'Apr 2023': '2023-04',
    'apr. 2023': '2023-04',
    'in April, 2023': '2023-04',
    'April of 2023': '2023-04',
    'Sept 2023': '2023-09',
    '9 October 2023': '2023-10-09',
    '9th of October, 2023': '2023-10-09',
    'October 9, 2023': '2023-10-09',
    'Oct 9th 2023': '2023-10-09',
    '9-Oct-2023': '2023-10-09',
    May2023: '2023-05',
    'on Monday, 9 October 2023': '2023-10-09',
    'Mon 9 Oct 2023': '2023-10-09',
    'Monday night, 9 October 2023': '2023-10-09',
    '2023 October 9': '2023-10-09',
    'the year 2023': '2023',
    'spring 2010': '2010-21',
    'autumn of 2010': '2010-23',
    'fall 2010': '2010-23',
  },
  'days and months in figures': {
    '2023-04': '2023-04',
    '2023/04': '2023-04',
    '2023.4': '2023-04',
    '04/2023': '2023-04',
    '2023.4.9': '2023-04-09',
    '2023. 4. 9.': '2023-04-09',
    '2023/04/09': '2023-04-09',
    '2023 4 9': '2023-04-09',
    '20230409': '2023-04-09',
    '2023-4-9': '2023-04-09',
    '25/12/2023': '2023-12-25',
    '12/25/2023': '2023-12-25',
    '5.5.2023': '2023-05-05',
    '２０２３．４．９': '2023-04-09',
    '２０２３年４月９日': '2023-04-09',
    '2023–04–09': '2023-04-09',
  },
  'days and months in Korean': {
    '2023년': '2023',
    '2023년 4월': '2023-04',
    '2023년4월': '2023-04',
    '2023년 4월 9일': '2023-04-09',
    '2023년 10월 9일 월요일': '2023-10-09',
    '2023. 10. 9.(월)': '2023-10-09',
    '2023년 10월 9일 밤': '2023-10-09',
    '2023년 4월에': '2023-04',
    '2023년 4월 초': '2023-04',
    '2023년 5월 중순': '2023-05',
    '2010년 봄': '2010-21',
    '2010년 겨울에': '2010-24',
    '2023年4月': '2023-04',
  },
  'about and perhaps': {
    'about 2010': '2010~',
    'around April 2010': '2010-04~',
    'circa 2010': '2010~',
    'c. 2010': '2010~',
    c2010: '2010~',
    'ca. 2010': '2010~',
    '2010 or so': '2010~',
    '2010~': '2010~',
    '2010년경': '2010~',
    '2010년 경': '2010~',
    '2010년쯤': '2010~',
    '2010년 4월 무렵': '2010-04~',
    '약 2010년': '2010~',
    'about Juche 99': '2010~',
    'perhaps 2010': '2010?',
    '2010?': '2010?',
    'maybe about 2010': '2010%',
    '2010년경(불확실)': '2010%',
  },
  'Juche years (n + 1911)': {
    'Juche 112': '2023',
    'Juche 1': '1912',
    'juche 112 (2023)': '2023',
    주체112년: '2023',
    '주체 112년 4월': '2023-04',
    '주체 112(2023)년 4월': '2023-04',
    '주체112(2023)년 4월 9일': '2023-04-09',
    '2023년(주체112년)': '2023',
    '2023(주체112)년 4월': '2023-04',
    'April Juche 112': '2023-04',
  },
  'decades, and parts of a time as the whole of it': {
    '2010s': '201X',
    'the 1990s': '199X',
    '2010년대': '201X',
    '2000s': '200X',
    '2010년대 초반': '201X',
    'early 2010': '2010',
    'late 2010': '2010',
    'mid-2010': '2010',
    'late April 2023': '2023-04',
    '2010년 말': '2010',
  },
  'before, after and between': {
    'before 2010': '../2010',
    '2010 or earlier': '../2010',
    'until April 2010': '../2010-04',
    '2010년 이전': '../2010',
    '2010년 전': '../2010',
    'after 2010': '2010/..',
    'since about 1998': '1998~/..',
    '2010 or later': '2010/..',
    '2010년 이후': '2010/..',
    '2010년부터': '2010/..',
    'between 2010 and 2012': '2010/2012',
    '2010~2012': '2010/2012',
    '2010-2012': '2010/2012',
    '2010 – 2012': '2010/2012',
    '2010/2012': '2010/2012',
    'from 2010 to 2012': '2010/2012',
    '2010년부터 2012년까지': '2010/2012',
    '2010년과 2012년 사이': '2010/2012',
    '2010년 ~ 2012년': '2010/2012',
    '2010년경~2012년': '2010~/2012',
    '3-5 April 2023': '2023-04-03/2023-04-05',
    'April to May 2023': '2023-04/2023-05',
    '2023년 4월~5월': '2023-04/2023-05',
    '2023년 4월 9일~12일': '2023-04-09/2023-04-12',
    '2010 to an unknown date': '2010/',
    '모름 ~ 2010년': '/2010',
  },
  'words that count from today': {
    today: '2023-10-12',
    tonight: '2023-10-12',
    Yesterday: '2023-10-11',
    'last night': '2023-10-11',
    'about yesterday': '2023-10-11~',
    tomorrow: '2023-10-13',
    오늘: '2023-10-12',
    '오늘 밤': '2023-10-12',
    '오늘 아침에': '2023-10-12',
    어제: '2023-10-11',
    어젯밤: '2023-10-11',
    그저께: '2023-10-10',
    내일: '2023-10-13',
    '3 days ago': '2023-10-09',
    '3일 전': '2023-10-09',
    '2 weeks ago': '2023-09-28~',
    'last month': '2023-09',
    지난달: '2023-09',
    '2개월 전': '2023-08',
    작년: '2022',
    올해: '2023',
    '25 years ago': '1998',
  },
}

describe.each(Object.entries(understood))('%s', (_group, rows) => {
  test.each(Object.entries(rows))('"%s" is understood as %s', (typed, edtf) => {
    expect(read(typed)).toBe(edtf)
    expect(read(typed.normalize('NFD'))).toBe(edtf)
    expect(read(`  ${typed.toUpperCase()} `)).toBe(edtf)
  })
})

const refused: Record<string, string[]> = {
  'ambiguous-date': [
    '04/05/2023',
    '4.5.2023',
    '04-05-23',
    '23.4.9',
    '230409',
    '9 October',
    '4월 9일',
    '23년 4월',
    '90s',
    '1900s',
    '2010-21',
    '2023년 4월~',
    '~2023년',
    '2010~12',
  ],
  'impossible-date': [
    '2023-02-30',
    '30 February 2023',
    '2023년 2월 30일',
    '31/02/2023',
    '2023-13',
    '2023년 21월',
    '2023.0.5',
    '0000',
    '2012-2010',
    'between 2012 and 2010',
    'Tuesday, 9 October 2023',
    '2023년 10월 9일 화요일',
    '주체 112(2022)년 4월',
    'Juche 0',
  ],
  'unknown-date': ['unknown', 'Unknown date', '모름', '알 수 없음', '미상', '?', "don't know", '不明'],
  'not-a-date': [
    '',
    'soon',
    '곧',
    'Kim',
    '김철옥',
    '9',
    '112',
    'April April 2023',
    '2023 cases',
    '\u0000',
    '~',
    '-',
    '/',
  ],
}

describe.each(Object.entries(refused))('refused as %s', (reason, rows) => {
  test.each(rows)('"%s"', (typed) => {
    expect(read(typed)).toBe(reason)
    expect(read(typed.normalize('NFD'))).toBe(reason)
  })
})

test('without a today, words that count from it are no dates', () => {
  expect(parsePartialDate('yesterday')).toEqual({ ok: false, reason: 'not-a-date' })
  expect(parsePartialDate('3일 전')).toEqual({ ok: false, reason: 'not-a-date' })
})

test('a text far too long is refused at once', () => {
  const started = performance.now()
  for (const piece of ['2', 'about ', '~', '(월 모름)', ' or so', '2010-', '일']) {
    expect(parsePartialDate(piece.repeat(100_000)).ok).toBe(false)
    expect(parsePartialDate(piece.repeat(100).slice(0, 100)).ok).toBe(false)
  }
  expect(performance.now() - started).toBeLessThan(1000)
})
