import type { Locale } from '@/lib/words/locales'

/** What is told of a file in one language: each list is drawn from, none of it is about anyone. */
export type Phrases = {
  told: Record<string, string>
  places: Record<string, string[]>
  account: Record<string, string[]>
  reached: string[]
  unreached: string[]
  good: string[]
  denial: string[]
  quote: string[]
  wrongPlace: string
  gap: string
  briefing: string[]
  comment: string[]
  flag: string[]
  settled: string
  language: string
  limits: string
  referral: string
  task: string[]
  danger: string
  closing: Record<string, string>
  reopening: string
  dropped: string
}

const en: Phrases = {
  told: {
    sister: 'her elder sister',
    brother: 'a brother',
    mother: 'the mother',
    son: 'a son',
    daughter: 'a daughter',
    husband: 'the husband',
    wife: 'his wife',
    aunt: 'an aunt',
    nephew: 'a nephew',
    grandson: 'a grandson',
    cousin: 'a cousin',
    friend: 'a friend who travelled along',
    colleague: 'a former colleague',
  },
  places: {
    CN: ['a rented room near the market', 'the county lock-up', 'a farm outside the town', 'a station by the river'],
    KP: ['the county seat', 'a village by the railway', 'the provincial holding place'],
    default: ['a house near the border', 'the immigration detention centre', 'a church guest house'],
  },
  account: {
    UNVERIFIED: ['Heard from a third person; nobody has seen it.', 'A message without a name. To be checked first.'],
    HIDING: ['Works in a kitchen and does not go out by day.', 'Has lived with the family of a farmer for years.'],
    MOVING: ['Set out with two others and a guide.', 'Left at night; the telephone was switched off on the way.'],
    DET_TRANSIT: ['Taken at a road check.', 'Police came to the house; the neighbours saw it.', 'Stopped on a bus.'],
    IMMINENT_RETURN: ['Told to pack; a lorry is said to stand ready.', 'Moved to the border post with eleven others.'],
    RETURNED: [
      'Seen on the bridge with hands bound.',
      'The family was told officially.',
      'A guard confirmed it for money.',
    ],
    DET_ORIGIN: ['Held at the county office, then sent on.', 'A former inmate saw the name on a list.'],
    REL_TRANSIT: ['Let go after a fine was paid.', 'Released to the husband, with papers kept back.'],
    REL_ORIGIN: ['Home again, reports to the ward every week.', 'Released under an amnesty; thin, but walking.'],
    MISSING: ['No word from anyone since.', 'Nobody at the last address knows anything.'],
    DECEASED: ['Buried in the spring; the family was let in.', 'The hospital gave the family a paper.'],
    SHELTERED: ['At the embassy since the morning.', 'Registered and given a bed.'],
    RESETTLED: ['Arrived; speaks of a cousin nearby.', 'Has finished the course and moved into a flat.'],
  },
  reached: [
    'Has heard nothing new; asks to be rung in two weeks.',
    'Sent money through the usual way; it arrived.',
    'Cried for a while, then told it all once more in order.',
    'Asks that nobody write to the old number.',
    'Spoke to a neighbour, who saw light in the house.',
    'Wants to know what a statement would risk.',
    'Agreed to think about the consent until Friday.',
    'Corrected the year: it was the winter before.',
  ],
  unreached: ['Rang out twice.', 'Engaged, then nothing.', 'The number is not in use at this hour.'],
  good: ['Well, and asks not to be rung at work.', 'Sent a photograph of the new flat.', 'Laughed for the first time.'],
  denial: ['Says it was another person of the same family name.', 'Was there that week and saw nobody taken.'],
  quote: ['“Tell them I am well and not to come.”', '“Tomorrow, they say. Tomorrow.”', '“I saw her name, I can read.”'],
  wrongPlace: 'The place was written down wrongly: the caller meant the next county.',
  gap: 'Nobody who was there could be asked.',
  briefing: [
    'The caller trusts slowly: use the evening hours and say the agreed sentence first. Open: the second source was never asked how it knows.',
    'Two accounts contradict each other; do not tell either of the other. The review is due soon, the family expects a call.',
  ],
  comment: [
    'Does this match the convoy of the other file? Same day, same road.',
    'The second account comes from the same village; I would not count it as independent.',
    'Please look at the dates before the meeting.',
    'I spoke to the interpreter: “taken” can also mean “fetched”.',
  ],
  flag: [
    'Source may be the same person as in another file.',
    'The caller was asked about us at work.',
    'Two ages, ten years apart.',
  ],
  settled: 'Asked again and cleared up; noted in the comments.',
  language: 'English, with an interpreter for Korean',
  limits: 'Nothing to newspapers before the family has been told.',
  referral: 'The family has moved to your province; somebody nearer should hold this.',
  task: [
    'Ask the pastor for the name of the guide',
    'Send the form for the consent',
    'Find an interpreter for the aunt',
    'Compare with the list from the spring',
  ],
  closing: {
    safe: 'Settled, has our number, and wants no more calls from us.',
    deceased: 'The family has been told and knows whom to ask for the papers.',
    family_asked: 'The family asks us to stop; they fear for those at home.',
    held_elsewhere: 'A partner house has taken it up, with the consent of the family.',
    opened_in_error: 'The same person as in another file, it seemed.',
    no_further_action: 'Nothing has come for years and nobody is left to ask.',
  },
  reopening: 'It was not the same person: the age and the mother are others.',
  danger: 'Two families told us of the same lorry; the usual scale does not see it yet.',
  dropped: 'Overtaken by what happened.',
}

const ko: Phrases = {
  told: {
    sister: '언니',
    brother: '남동생',
    mother: '어머니',
    son: '아들',
    daughter: '딸',
    husband: '남편',
    wife: '아내',
    aunt: '고모',
    nephew: '조카',
    grandson: '손자',
    cousin: '사촌',
    friend: '함께 길을 나선 친구',
    colleague: '전 직장 동료',
  },
  places: {
    CN: ['시장 근처 셋방', '현 구류소', '마을 밖 농가', '강가 역 부근'],
    KP: ['군 소재지', '철길 옆 마을', '도 집결소'],
    default: ['국경 근처 민가', '이민국 수용소', '교회 숙소'],
  },
  account: {
    UNVERIFIED: ['건너 들은 이야기로, 직접 본 사람은 없음.', '이름 없는 쪽지로 전해짐. 먼저 확인이 필요함.'],
    HIDING: ['식당 주방에서 일하며 낮에는 나가지 않음.', '농가에서 여러 해째 함께 지냄.'],
    MOVING: ['안내인 한 명, 일행 두 명과 함께 떠남.', '밤에 떠났고 도중에 전화가 꺼짐.'],
    DET_TRANSIT: [
      '검문소에서 붙잡힘.',
      '공안이 집으로 찾아왔고 이웃이 보았음.',
      '버스에서 내리라고 한 뒤 연락이 끊김.',
    ],
    IMMINENT_RETURN: ['짐을 싸라는 말을 들었고 트럭이 대기 중이라 함.', '다른 열한 명과 함께 변방대로 옮겨짐.'],
    RETURNED: ['다리 위에서 손이 묶인 모습을 보았다고 함.', '가족이 공식 통보를 받음.', '경비에게 돈을 주고 확인함.'],
    DET_ORIGIN: ['군 보위부에 있다가 다른 곳으로 옮겨짐.', '먼저 나온 사람이 명단에서 이름을 보았음.'],
    REL_TRANSIT: ['벌금을 내고 풀려남.', '남편에게 인계되었으나 서류는 돌려받지 못함.'],
    REL_ORIGIN: ['집으로 돌아와 매주 동사무소에 보고함.', '사면으로 나왔으며 야위었지만 걸어 다님.'],
    MISSING: ['그 뒤로 아무에게서도 소식이 없음.', '마지막 주소지에서 아는 사람이 없음.'],
    DECEASED: ['봄에 장례를 치렀고 가족이 참석함.', '병원에서 가족에게 확인서를 내줌.'],
    SHELTERED: ['아침에 대사관으로 들어감.', '등록을 마치고 잠자리를 받음.'],
    RESETTLED: ['도착함. 근처에 사촌이 산다고 함.', '교육을 마치고 집을 얻음.'],
  },
  reached: [
    '새 소식은 없음. 2주 뒤에 다시 전화해 달라고 함.',
    '늘 하던 방법으로 돈을 보냈고 잘 도착했다고 함.',
    '한참 울다가 처음부터 차례대로 다시 이야기함.',
    '예전 번호로는 연락하지 말아 달라고 부탁함.',
    '이웃과 통화했는데 집에 불이 켜져 있었다고 함.',
    '진술하면 어떤 위험이 있는지 물음.',
    '동의서는 금요일까지 생각해 보겠다고 함.',
    '연도를 바로잡음. 그 전해 겨울이었다고 함.',
  ],
  unreached: ['두 번 걸었으나 받지 않음.', '통화 중이다가 끊김.', '이 시간에는 꺼져 있음.'],
  good: ['잘 지낸다고 하며 직장으로는 전화하지 말라고 함.', '새집 사진을 보내옴.', '처음으로 소리 내어 웃음.'],
  denial: ['성이 같은 다른 사람이었다고 함.', '그 주에 거기 있었지만 잡혀간 사람은 없었다고 함.'],
  quote: ['“잘 있으니 찾아오지 말라고 전해 달라.”', '“내일이라고, 내일 간다고 했다.”', '“이름을 내 눈으로 보았다.”'],
  wrongPlace: '장소를 잘못 적음. 제보자가 말한 곳은 옆 현임.',
  gap: '그 자리에 있던 사람에게 물어볼 수 없었음.',
  briefing: [
    '제보자는 천천히 마음을 엽니다. 저녁 시간에 걸고 약속한 말을 먼저 해 주십시오. 두 번째 출처가 어떻게 알았는지는 아직 묻지 못했습니다.',
    '두 진술이 서로 어긋납니다. 서로에게 알리지 마십시오. 검토 기한이 다가오고 가족이 전화를 기다립니다.',
  ],
  comment: [
    '다른 사건의 호송과 같은 날, 같은 길입니다. 비교해 보십시오.',
    '두 번째 진술도 같은 마을에서 나왔습니다. 독립된 출처로 보기 어렵습니다.',
    '회의 전에 날짜를 한 번 봐 주십시오.',
    '통역과 이야기했습니다. “데려갔다”는 말은 마중 나왔다는 뜻일 수도 있습니다.',
  ],
  flag: [
    '다른 사건의 출처와 같은 사람일 수 있음.',
    '제보자가 직장에서 우리에 대해 질문을 받음.',
    '나이가 열 살이나 다르게 전해짐.',
  ],
  settled: '다시 물어 확인함. 의견란에 적어 둠.',
  language: '한국어',
  limits: '가족에게 먼저 알리기 전에는 언론에 아무것도 전하지 않음.',
  referral: '가족이 그쪽 지역으로 옮겨 가까운 팀이 맡는 것이 좋겠음.',
  task: ['목사님께 안내인 이름 여쭙기', '동의서 양식 보내기', '고모를 위한 통역 구하기', '봄에 받은 명단과 비교하기'],
  closing: {
    safe: '정착했고 우리 번호를 알고 있으며 더는 전화를 원하지 않음.',
    deceased: '가족에게 알렸고 서류를 어디에 물어야 하는지 안내함.',
    family_asked: '고향에 남은 사람들이 걱정되어 멈추어 달라고 함.',
    held_elsewhere: '가족의 동의를 얻어 협력 단체가 맡음.',
    opened_in_error: '다른 사건과 같은 사람으로 보였음.',
    no_further_action: '여러 해 소식이 없고 더 물어볼 사람도 없음.',
  },
  reopening: '같은 사람이 아니었음. 나이와 어머니 이름이 다름.',
  danger: '두 가족이 같은 트럭 이야기를 함. 일반 기준에는 아직 드러나지 않음.',
  dropped: '상황이 바뀌어 필요 없어짐.',
}

export const phrases: Record<Locale, Phrases> = { en, ko }
