import type { Province } from './provinces'

/** What provinces are called besides their labels: by either reading, in Chinese, without their rank (domain reference §5.2). */
export const provinceNames: Partial<Record<Province, readonly string[]>> = {
  'CN-JL': ['Jilin', '吉林', '吉林省', '길림', '길림성', '지린', '지린성'],
  'CN-LN': ['Liaoning', '辽宁', '遼寧', '辽宁省', '료녕', '료녕성', '요녕', '요녕성', '랴오닝', '랴오닝성'],
  'CN-HL': ['Heilongjiang', '黑龙江', '黑龍江', '黑龙江省', '흑룡강', '흑룡강성', '헤이룽장', '헤이룽장성'],
  'CN-OTHER': ['China', '중국'],
  'KP-01': ['평양', '평양시', '平壤'],
  'KP-02': ['South Pyeongan', '平安南道'],
  'KP-03': ['North Pyeongan', '平安北道'],
  'KP-04': ['Jagang', '慈江道'],
  'KP-05': ['黄海南道'],
  'KP-06': ['黄海北道'],
  'KP-07': ['Gangwon', '江原道'],
  'KP-08': ['South Hamgyeong', '咸镜南道'],
  'KP-09': ['North Hamgyeong', '咸镜北道'],
  'KP-10': ['Yanggang', '양강도', '两江道'],
  'KP-13': ['나선', '라선시', '罗先'],
  'KP-14': ['남포시', '南浦'],
  'KP-15': ['Gaeseong', '개성시', '开城'],
}
