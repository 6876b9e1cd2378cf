import { describe, expect, test } from 'vitest'
import { liesIn, provinceIn, townOf, townsIn } from '@/lib/places/towns-in'
import { towns } from '@/lib/places/towns'

const codes = (text: string) => townsIn(text).map(({ code }) => code)

describe('a town is known by every name of it', () => {
  test('and no name is that of two', () => {
    for (const town of towns) for (const name of town.names) expect(townOf(name)?.code, name).toBe(town.code)
  })

  test.each([
    ['helong', ['Helong', 'HELONG city', '허룽시', '화룡', 'Hwaryong', '和龙市', '和龍']],
    ['jian', ["Ji'an", 'Ji’an', 'Ji-an', 'ji an', '집안시', '集安']],
    ['hoeryong', ['Hoeryŏng', 'Hoeryong-si', 'Hoeryeong', '회령'.normalize('NFD'), '会宁', '會寧']],
    ['hyesan', ['Hye-san', '혜산시', '惠山']],
    ['guchengli', ['Guchengli', 'Gucheng-li', '古城里']],
    ['chongjin', ['Chʼŏngjin', "Ch'ongjin", 'Cheongjin', '청진']],
    ['changbai', ['长白朝鲜族自治县', '장백조선족자치현', '장백현']],
  ])('%s, with accents, joints and rank or without', (code, written) => {
    for (const name of written) expect(townOf(name)?.code, name).toBe(code)
  })

  test.each(['', '   ', 'Helong Kim', 'Jiangsu', '김무산', '산', 'constructor', '🌊'])(
    'and not by more or less: “%s”',
    (text) => {
      expect(townOf(text)).toBeNull()
    },
  )
})

describe('what somebody wrote of a place', () => {
  test.each([
    ['caught near the station in Helong, Jilin', ['helong']],
    ['허룽시 구류소 앞', ['helong']],
    ['吉林省和龙市南坪口岸', ['helong', 'nanping']],
    ['Tumen–Onsong', ['tumen', 'onsong']],
    ["the road to Ji-an, across from Manp'o", ['jian', 'manpo']],
    ['도문에서 온성으로', ['tumen', 'onsong']],
    ['somewhere along the river', []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  test('tells the province where all towns of it lie in one, and else none', () => {
    expect(provinceIn('圖們, 연길')).toBe('CN-JL')
    expect(provinceIn('Tumen–Onsong')).toBeNull()
    expect(provinceIn('a village')).toBeNull()
  })
})

test('a port lies in its town and in the prefecture of that, and in no other', () => {
  const named = (name: string) => townOf(name) ?? expect.fail(name)
  expect(liesIn(named('남평'), named('Helong'))).toBe(true)
  expect(liesIn(named('南坪'), named('연변'))).toBe(true)
  expect(liesIn(named('Namyang'), named('온성'))).toBe(true)
  expect(liesIn(named('Helong'), named('Nanping'))).toBe(false)
  expect(liesIn(named('Nanping'), named('Longjing'))).toBe(false)
  for (const town of towns)
    if (town.within !== null)
      expect(
        towns.map(({ code }) => code),
        town.code,
      ).toContain(town.within)
})
