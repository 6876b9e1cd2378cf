import type { Seeded } from '@/lib/seeded'

/** Surnames by how common they are: Hangul, the spelling of the north, the Chinese reading. */
const surnames = [
  ['김', 'Kim', '金'],
  ['리', 'Ri', '李'],
  ['박', 'Pak', '朴'],
  ['최', 'Choe', '崔'],
  ['정', 'Jong', '郑'],
  ['강', 'Kang', '姜'],
  ['조', 'Jo', '赵'],
  ['윤', 'Yun', '尹'],
  ['장', 'Jang', '张'],
  ['림', 'Rim', '林'],
  ['한', 'Han', '韩'],
  ['오', 'O', '吴'],
  ['서', 'So', '徐'],
  ['신', 'Sin', '申'],
  ['권', 'Kwon', '权'],
  ['황', 'Hwang', '黄'],
  ['안', 'An', '安'],
  ['송', 'Song', '宋'],
  ['류', 'Ryu', '柳'],
  ['전', 'Jon', '全'],
  ['홍', 'Hong', '洪'],
  ['고', 'Ko', '高'],
  ['문', 'Mun', '文'],
  ['량', 'Ryang', '梁'],
] as const

const syllables = [
  ['영', 'Yong', '英'],
  ['철', 'Chol', '哲'],
  ['순', 'Sun', '顺'],
  ['옥', 'Ok', '玉'],
  ['명', 'Myong', '明'],
  ['희', 'Hui', '姬'],
  ['금', 'Kum', '锦'],
  ['성', 'Song', '成'],
  ['혜', 'Hye', '惠'],
  ['미', 'Mi', '美'],
  ['란', 'Ran', '兰'],
  ['국', 'Kuk', '国'],
  ['은', 'Un', '银'],
  ['향', 'Hyang', '香'],
  ['춘', 'Chun', '春'],
  ['화', 'Hwa', '花'],
  ['진', 'Jin', '真'],
  ['혁', 'Hyok', '革'],
  ['설', 'Sol', '雪'],
  ['경', 'Kyong', '京'],
  ['일', 'Il', '日'],
  ['남', 'Nam', '男'],
  ['정', 'Jong', '贞'],
  ['복', 'Pok', '福'],
  ['룡', 'Ryong', '龙'],
  ['심', 'Sim', '心'],
  ['련', 'Ryon', '莲'],
  ['광', 'Kwang', '光'],
] as const

export type InventedName = { hangul: string; latin: string; han: string }

/** Common parts come up more often, so that whole names repeat as they do in life. */
export function inventName(draw: Seeded): InventedName {
  const [hangul, latin, han] = draw.pickEarly(surnames)
  const [first, second] = [draw.pickEarly(syllables), draw.pickEarly(syllables)]
  return {
    hangul: `${hangul}${first[0]}${second[0]}`,
    latin: `${latin} ${first[1]}-${second[1].toLowerCase()}`,
    han: `${han}${first[2]}${second[2]}`,
  }
}
