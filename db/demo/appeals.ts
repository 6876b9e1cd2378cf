import type { Locale } from '@/lib/words/locales'

type Answers = Record<'harm-subject' | 'harm-kinOrigin' | 'harm-kinTransit' | 'harm-source' | 'harm-staff', string>

/** What an intervention of the demonstration says in one language; none of it is about anyone. */
export type Appeals = {
  group: { addressee: string; requestedAction: string }
  partner: { addressee: string; requestedAction: string }
  ministry: { addressee: string; requestedAction: string }
  harm: Answers
  sentBy: string
  acknowledged: string
  reply: string
}

export const appeals: Record<Locale, Appeals> = {
  en: {
    group: {
      addressee: 'The Secretariat of the Working Group, Geneva',
      requestedAction:
        'Ask both governments where the person is held, on what charge, and whether the family may write.',
    },
    partner: {
      addressee: 'A partner house in the north-east',
      requestedAction: 'Ask quietly at the county office whether the person is still held there.',
    },
    ministry: {
      addressee: 'The desk for overseas Koreans',
      requestedAction: 'Raise the case before the next return, without naming whoever told us.',
    },
    harm: {
      'harm-subject': 'May be questioned again; the family weighed this and asks for the letter all the same.',
      'harm-kinOrigin': 'The parents are registered at the same address. Nothing in the letter names them.',
      'harm-kinTransit': 'A child lives in the town. The place is given by province only.',
      'harm-source': 'None: what is told was also in the neighbours’ talk.',
      'harm-staff': 'None expected; nobody of ours travels there.',
    },
    sentBy: 'By the encrypted form of the mechanism.',
    acknowledged: 'A number was given to the communication.',
    reply: 'Says that no such person is known and cites the law on entry and exit.',
  },
  ko: {
    group: {
      addressee: '제네바 실무그룹 사무국',
      requestedAction: '두 정부에 구금 장소와 혐의, 가족의 서신 왕래가 가능한지 물어 주시기를 요청함.',
    },
    partner: {
      addressee: '동북 지역 협력 단체',
      requestedAction: '아직 그곳에 있는지 현 기관에 조용히 확인해 주시기를 요청함.',
    },
    ministry: {
      addressee: '재외동포 담당 부서',
      requestedAction: '다음 송환 전에 이 사건을 제기하되 제보자는 밝히지 말아 주시기를 요청함.',
    },
    harm: {
      'harm-subject': '다시 조사를 받을 수 있음. 가족이 이를 알고도 서한을 원함.',
      'harm-kinOrigin': '부모가 같은 주소에 등록되어 있음. 서한에는 이름을 적지 않음.',
      'harm-kinTransit': '자녀가 그 도시에 살고 있음. 장소는 성까지만 적음.',
      'harm-source': '없음. 이웃들도 이미 알고 있는 내용임.',
      'harm-staff': '없을 것으로 봄. 현지에 가는 직원이 없음.',
    },
    sentBy: '기관의 암호화된 양식으로 보냄.',
    acknowledged: '접수 번호를 받음.',
    reply: '그런 사람을 알지 못한다며 출입국 관련 법을 인용함.',
  },
}
