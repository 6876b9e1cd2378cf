import type { DemoFile } from './demo-file'

/** Files of the other team, written out by hand; everyone here is invented. */
export const writtenOther: readonly DemoFile[] = [
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
    events: [],
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
    events: [
      {
        daysAgo: 33,
        does: 'add-relative',
        typed: {
          role: 'relative',
          sex: 'M',
        },
        type: 'SPOUSE',
      },
    ],
  },
  {
    team: 'other',
    daysAgo: 500,
    sex: 'M',
    birth: '1959',
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
    events: [
      {
        daysAgo: 450,
        does: 'record',
        typed: {
          situation: 'REL_ORIGIN',
          when: '2019',
          credibility: '3',
          province: 'KP-10',
        },
      },
      {
        daysAgo: 499,
        does: 'set-confidentiality',
        by: 'coordinator',
        to: 'team',
      },
    ],
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
    events: [],
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
    events: [],
  },
]
