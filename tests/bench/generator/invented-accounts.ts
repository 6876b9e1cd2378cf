import type { Seeded } from '@/lib/seeded'

const english = [
  'She rang her sister on the evening before and said the police had taken her telephone.',
  'Two others from the same house were taken along with her; nobody has heard of them since.',
  'The man who drove them was stopped at the second checkpoint and told everything he knew.',
  'A neighbour saw a white van with plates of the county outside the house before dawn.',
  'The family has paid once already and was told that more would be needed by the end of the month.',
  'He had lived in the village for eleven years and has a child who goes to school there.',
  'The guard at the gate said that a group would be moved to the border when the snow was gone.',
  'She is said to be ill with her lungs and to have asked for medicine that she was not given.',
  'What the broker says does not fit what the cousin heard, and neither of them was there.',
  'Nobody has spoken with him since the ninth, when he said only that he was not alone.',
] as const

const korean = [
  '전날 저녁에 언니에게 전화하여 공안이 손전화를 빼앗았다고 말했다.',
  '같은 집에 있던 두 사람도 함께 끌려갔으며 그 뒤로 소식이 없다.',
  '차를 몰던 사람이 두 번째 검문소에서 붙잡혀 아는 것을 모두 말했다고 한다.',
  '이웃이 새벽에 집 앞에 서 있던 흰 승합차를 보았다.',
  '가족은 이미 한 번 돈을 냈고 월말까지 더 내야 한다는 말을 들었다.',
  '그 마을에서 열한 해를 살았고 학교에 다니는 아이가 있다.',
  '눈이 녹으면 여러 사람을 국경으로 옮길 것이라고 보초가 말했다.',
  '폐를 앓고 있으며 약을 달라고 했으나 받지 못했다고 한다.',
  '중개인의 말과 사촌이 들은 말이 서로 맞지 않고 둘 다 그 자리에 없었다.',
  '아흐렛날 혼자가 아니라고만 말한 뒤로는 아무도 통화하지 못했다.',
] as const

export const places = [
  'Helong',
  'Longjing',
  'Tumen',
  'Hunchun',
  '장백',
  '화룡',
  'Dandong',
  '沈阳',
  '延吉',
  'Kunming',
] as const

/** What a caller says: a few sentences in one of the two languages. */
export function inventAccount(draw: Seeded): string {
  const language = draw.happens(0.6) ? korean : english
  return Array.from({ length: 2 + draw.whole(4) }, () => draw.pick(language)).join(' ')
}
