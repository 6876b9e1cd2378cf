import type { RecordSituation } from '@/lib/situations/forms'
import type { OpenCase } from '@/lib/cases/forms'

type Typed<Form> = { [Field in keyof Form]?: string }

/** What was typed about one file: the intake, then what was learnt later, so many days ago. */
export type DemoFile = {
  team: 'first' | 'other'
  daysAgo: number
  confidentiality?: 'team' | 'named'
  intake: Typed<OpenCase>
  sex: 'F' | 'M' | 'U'
  birth?: string
  relatives?: { role: string; name?: string; sex: string; type: string }[]
  later?: (Typed<RecordSituation> & { daysAgo: number })[]
  calls?: { daysAgo: number; outcome: string; note?: string }[]
}

/** The founding case holds only what the press printed in October 2023. */
export const foundingFile: DemoFile = {
  team: 'first',
  daysAgo: 20,
  sex: 'F',
  intake: {
    name: 'Kim Cheol-ok',
    told: 'Kim Hyuk',
    connection: 'her cousin, in South Korea since 2001; told a news agency',
    sourceType: 'RELATIVE_RELAY',
    distance: 'second_hand',
    situation: 'DET_TRANSIT',
    when: 'April 2023',
    province: 'CN-JL',
    account: 'Caught in Jilin province after 25 years in China. She has a daughter.',
  },
  relatives: [{ role: 'relative', sex: 'F', type: 'CHILD' }],
  later: [
    {
      daysAgo: 19,
      situation: 'IMMINENT_RETURN',
      credibility: '3',
      account: 'Rang her daughter from detention to say that she was to be sent back.',
    },
  ],
}

/** Everyone here is invented. */
export const fictionalFiles: readonly DemoFile[] = [
  {
    team: 'first',
    daysAgo: 210,
    sex: 'F',
    birth: 'about 1987',
    intake: {
      name: '리은별',
      otherName: 'Ri Un-byol',
      told: '리은하',
      connection: '언니, 서울 거주',
      sourceType: 'RELATIVE_RELAY',
      distance: 'second_hand',
      situation: 'HIDING',
      when: '2006/2020',
      province: 'CN-JL',
      place: '화룡 근처 농가',
      contactKind: 'kakao',
      contactValue: 'eunha.ri.demo',
      secondKind: 'phone',
      secondValue: '+82 10 0000 0117',
    },
    relatives: [{ role: 'relative', name: '왕샤오위', sex: 'F', type: 'CHILD' }],
    later: [
      {
        daysAgo: 180,
        situation: 'DET_TRANSIT',
        when: '2021-03',
        credibility: '3',
        place: '화룡 또는 룡정',
        province: 'CN-JL',
      },
      { daysAgo: 150, situation: 'IMMINENT_RETURN', when: '2021-05-14', credibility: '3', quote: '내일 간다고 했다' },
      { daysAgo: 148, situation: 'RETURNED', when: '2021-05-15/2021-05-16', credibility: '2', province: 'KP-09' },
    ],
    calls: [{ daysAgo: 133, outcome: 'reached', note: '딸과 연락되었다고 함' }],
  },
  {
    team: 'first',
    daysAgo: 41,
    sex: 'M',
    birth: '1992',
    intake: {
      name: 'Jang Su-il',
      otherName: '장수일',
      told: 'a pastor on the border',
      sourceType: 'MISSIONARY_ACTIVIST',
      distance: 'first_hand',
      situation: 'DET_TRANSIT',
      when: 'about 2021-09',
      province: 'CN-JL',
      place: 'Tumen',
      account: 'Stopped at a road check with three others.',
    },
  },
  {
    team: 'first',
    daysAgo: 702,
    sex: 'F',
    birth: '1979',
    confidentiality: 'team',
    intake: {
      name: '오선희',
      sourceType: 'RELATIVE_FIRSTHAND',
      told: '오빠',
      distance: 'first_hand',
      situation: 'RETURNED',
      when: '2019-11',
      province: 'KP-09',
    },
    later: [{ daysAgo: 400, situation: 'DET_ORIGIN', when: '2020', credibility: '4', province: 'KP-09' }],
  },
  {
    team: 'first',
    daysAgo: 2,
    sex: 'M',
    intake: {
      name: 'Pak Tae-min',
      otherName: '박태민',
      told: 'his travel companion',
      sourceType: 'EYEWITNESS',
      distance: 'first_hand',
      situation: 'MOVING',
      when: 'October 2021',
      province: 'LA',
      account: 'Two nights on the road, one guide, no papers.',
    },
  },
  {
    team: 'first',
    daysAgo: 18,
    sex: 'F',
    birth: '1968~',
    confidentiality: 'team',
    intake: {
      name: '윤미경',
      sourceType: 'BROKER',
      distance: 'third_hand',
      situation: 'HIDING',
      when: '2015~',
      province: 'CN-LN',
      account: '단둥 근처에서 지낸다고 전해 들음.',
    },
  },
  {
    team: 'first',
    daysAgo: 300,
    sex: 'F',
    birth: '1995-06',
    intake: {
      name: 'Seo Ha-neul',
      otherName: '서하늘',
      told: 'herself',
      sourceType: 'SUBJECT',
      distance: 'first_hand',
      situation: 'MOVING',
      when: '2021-01',
      province: 'TH',
    },
    later: [
      { daysAgo: 280, situation: 'SHELTERED', when: '2021-02', credibility: '2', province: 'TH' },
      { daysAgo: 200, situation: 'RESETTLED', when: '2021-05', credibility: '2', province: 'KR' },
    ],
    calls: [{ daysAgo: 30, outcome: 'reached', note: 'Well; asks not to be rung at work.' }],
  },
  {
    team: 'first',
    daysAgo: 95,
    sex: 'M',
    birth: '1983',
    confidentiality: 'named',
    intake: {
      name: '홍진우',
      told: '전 동료',
      sourceType: 'CO_DETAINEE',
      distance: 'first_hand',
      situation: 'DET_ORIGIN',
      when: '2020-08',
      province: 'KP-03',
      contactKind: 'signal',
      contactValue: 'demo.0042',
    },
  },
  {
    team: 'other',
    daysAgo: 60,
    sex: 'F',
    birth: '2001',
    intake: {
      name: 'Ri Un-byol',
      told: 'a schoolteacher',
      sourceType: 'EYEWITNESS',
      distance: 'second_hand',
      situation: 'UNVERIFIED',
      account: 'The same name as a woman known to another team; age does not fit.',
    },
  },
  {
    team: 'other',
    daysAgo: 33,
    sex: 'F',
    birth: '1974',
    intake: {
      name: '최봄이',
      sourceType: 'RELATIVE_RELAY',
      told: '조카',
      distance: 'second_hand',
      situation: 'REL_TRANSIT',
      when: '2021-08',
      province: 'CN-HL',
    },
    relatives: [{ role: 'relative', sex: 'M', type: 'SPOUSE' }],
  },
  {
    team: 'other',
    daysAgo: 500,
    sex: 'M',
    birth: '1959',
    confidentiality: 'team',
    intake: {
      name: 'Hwang Gil-su',
      otherName: '황길수',
      told: 'his son',
      sourceType: 'RELATIVE_FIRSTHAND',
      distance: 'first_hand',
      situation: 'RETURNED',
      when: '2018-02',
      province: 'KP-10',
    },
    later: [{ daysAgo: 450, situation: 'REL_ORIGIN', when: '2019', credibility: '3', province: 'KP-10' }],
  },
  {
    team: 'other',
    daysAgo: 7,
    sex: 'F',
    birth: '1990s',
    intake: {
      name: '문가람',
      told: '이웃',
      sourceType: 'EYEWITNESS',
      distance: 'first_hand',
      situation: 'DET_TRANSIT',
      when: '2021-10',
      province: 'CN-LN',
      contactKind: 'wechat',
      contactValue: 'demo_neighbour_7',
    },
  },
  {
    team: 'other',
    daysAgo: 120,
    sex: 'M',
    birth: '1986',
    intake: {
      name: 'Kang Min-jae',
      told: 'a broker',
      sourceType: 'BROKER',
      distance: 'third_hand',
      situation: 'MISSING',
      when: '2020-12',
      province: 'CN-JL',
    },
  },
]
