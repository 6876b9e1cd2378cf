import type { Province } from './provinces'

/** A town, county, port or prefecture by its names; `within` is the code of the larger one that it lies in. */
export type Town = { code: string; province: Province; within: string | null; names: readonly string[] }

type Row = readonly [code: string, province: Province, names: string, within?: string]

/**
 * The crossings and the towns along them, and the towns behind the border that reports name (domain reference §5.1, §5.2): in
 * Latin letters as maps, the South, the North and older books write them, in Korean by the Korean and by the Chinese
 * reading, and in Chinese in short and long forms.
 */
const rows: readonly Row[] = [
  ['yanbian', 'CN-JL', 'Yanbian|Yeonbyeon|Yonbyon|연변|옌볜|연변조선족자치주|延边|延邊|延边朝鲜族自治州'],
  ['yanji', 'CN-JL', 'Yanji|Yeongil|Yongil|연길|옌지|延吉', 'yanbian'],
  ['tumen', 'CN-JL', 'Tumen|Domun|Tomun|도문|투먼|图们|圖們', 'yanbian'],
  ['kaishantun', 'CN-JL', 'Kaishantun|Gaesandun|Kaesandun|개산툰|개산둔|카이산툰|开山屯|開山屯', 'longjing'],
  ['longjing', 'CN-JL', 'Longjing|Yongjeong|Ryongjong|Ryongjeong|룡정|용정|룽징|龙井|龍井', 'yanbian'],
  ['sanhe', 'CN-JL', 'Sanhe|Samhap|삼합|싼허|三合', 'longjing'],
  ['helong', 'CN-JL', 'Helong|Hwaryong|화룡|허룽|和龙|和龍', 'yanbian'],
  ['nanping', 'CN-JL', 'Nanping|Nampyeong|Nampyong|남평|난핑|南坪', 'helong'],
  ['guchengli', 'CN-JL', 'Guchengli|Gucheng-li|Chongshan|고성리|숭선|충산|古城里|崇善', 'helong'],
  ['hunchun', 'CN-JL', 'Hunchun|훈춘|珲春|琿春', 'yanbian'],
  ['shatuozi', 'CN-JL', 'Shatuozi|Sataja|사타자|沙坨子', 'hunchun'],
  ['quanhe', 'CN-JL', 'Quanhe|Gwonha|Kwonha|권하|취안허|圈河', 'hunchun'],
  ['dunhua', 'CN-JL', 'Dunhua|Donhwa|Tonhwa|돈화|둔화|敦化', 'yanbian'],
  ['antu', 'CN-JL', 'Antu|안도|안투|安图|安圖', 'yanbian'],
  ['wangqing', 'CN-JL', 'Wangqing|Wangcheong|Wangchong|왕청|왕칭|汪清', 'yanbian'],
  ['jian', 'CN-JL', "Ji'an|Ji-an|Jian|Jiban|Chiban|집안|지안|集安"],
  ['linjiang', 'CN-JL', 'Linjiang|Imgang|Rimgang|임강|림강|린장|临江|臨江'],
  ['changbai', 'CN-JL', 'Changbai|Jangbaek|Changbaek|장백|창바이|长白|長白'],
  ['baishan', 'CN-JL', 'Baishan|Baeksan|Paeksan|백산|바이산|白山'],
  ['tonghua', 'CN-JL', 'Tonghua|Tonghwa|통화|퉁화|通化'],
  ['changchun', 'CN-JL', 'Changchun|Jangchun|장춘|창춘|长春|長春'],
  ['dehui', 'CN-JL', 'Dehui|Deokhye|Tokhye|덕혜|더후이|德惠'],
  ['yushu', 'CN-JL', 'Yushu|Yusu|유수|위수|榆树|榆樹'],
  ['dandong', 'CN-LN', 'Dandong|Tandong|단동|단둥|丹东|丹東'],
  ['shenyang', 'CN-LN', 'Shenyang|Simyang|심양|선양|沈阳|瀋陽'],
  ['sinuiju', 'KP-03', 'Sinuiju|Shinuiju|신의주|新义州|新義州'],
  ['manpo', 'KP-04', "Manpo|Manp'o|만포|满浦|滿浦"],
  ['chunggang', 'KP-04', 'Chunggang|Junggang|중강|中江'],
  ['kanggye', 'KP-04', 'Kanggye|Ganggye|강계|江界'],
  ['hyesan', 'KP-10', 'Hyesan|Hesan|혜산|惠山'],
  ['samjang', 'KP-10', 'Samjang|삼장|三长|三長'],
  ['musan', 'KP-09', 'Musan|무산|茂山'],
  ['hoeryong', 'KP-09', 'Hoeryong|Hoeryeong|Hoiryong|회령|회녕|会宁|會寧'],
  ['sambong', 'KP-09', 'Sambong|삼봉|三峰', 'onsong'],
  ['onsong', 'KP-09', 'Onsong|Onseong|온성|稳城|穩城'],
  ['namyang', 'KP-09', 'Namyang|남양|南阳|南陽', 'onsong'],
  ['kyongwon', 'KP-09', 'Kyongwon|Gyeongwon|Saeppyol|Saebyol|Saebyeol|경원|새별|庆源|慶源'],
  ['chongjin', 'KP-09', 'Chongjin|Cheongjin|청진|清津'],
  ['wonjong', 'KP-13', 'Wonjong|Wonjeong|원정|元汀'],
]

export const towns: readonly Town[] = rows.map(([code, province, names, within = null]) => ({
  code,
  province,
  within,
  names: names.split('|'),
}))
