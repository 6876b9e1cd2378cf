/**
 * One file a line, invented from the first to the last: names in each script | sex and year of birth | team, language of
 * its notes, days since it was opened | what happened, each with its province and how many days ago, exact to the
 * (d)ay, (m)onth, (y)ear, (a)bout a month, over some days (i), or (u)nknown | what else is told of it.
 */
export const histories = `
리은주 / Ri Un-ju / 李恩珠 | F 1984 | first ko 1795 | HIDING CN-JL 4200y > DET_TRANSIT CN-JL 1640m > IMMINENT_RETURN CN-JL 1618d > RETURNED KP-09 1612i > DET_ORIGIN KP-09 1400y > REL_ORIGIN KP-09 420a | sister conflict handover task watched
조명철 / Jo Myong-chol | M 1971 | first en 1730 | DET_TRANSIT CN-LN 1733d > RETURNED KP-03 1702d > DET_ORIGIN KP-03 1500a | son silent flag
Pak Sun-hui / 박순희 | F 1966 | first en 1688 | HIDING CN-HL 5100y > DET_TRANSIT CN-HL 1240m > REL_TRANSIT CN-HL 1180d > HIDING CN-HL 1150m > MOVING LA 640d > SHELTERED TH 601d > RESETTLED KR 455m | daughter team good closed:safe
한설화 / Han Sol-hwa / 韩雪花 | F 1993 | first ko 1602 | MOVING MM 1604d > DET_TRANSIT MM 1577d > SHELTERED TH 1490d > RESETTLED KR 1260m | mother comment watched
Rim Chang-guk / 림창국 | M 1988 | first en 1544 | DET_TRANSIT RU 1550m > RETURNED KP-01 1489i > DET_ORIGIN KP-02 1300u | wife silent mistake
오복순 | F 1959 | first ko 1501 | HIDING CN-JL 6100y > MISSING CN-JL 900m | son silent conflict
Jang Kyong-ae / 장경애 / 张京爱 | F 1990 | first en 1460 | DET_TRANSIT CN-JL 1466d > REL_TRANSIT CN-JL 1422d > HIDING CN-JL 1400m > DET_TRANSIT CN-JL 310d > IMMINENT_RETURN CN-JL 12d | husband task comment flag consent
신철민 / Sin Chol-min | M 1997 | first ko 1388 | MOVING VN 1390d > SHELTERED TH 1352d > RESETTLED KR 1190m > MISSING CN-JL 88m | friend mistake handover
Yun Pok-nam / 윤복남 | M 1962 | other en 1377 | DET_TRANSIT CN-LN 1379d > RETURNED KP-03 1366d > MISSING KP-03 1010y | daughter silent
최은심 / Choe Un-sim | F 1981 | other ko 1325 | HIDING CN-LN 3300y > DET_TRANSIT CN-LN 702m > RETURNED KP-03 655i > DET_ORIGIN KP-03 540a > REL_ORIGIN KP-03 190m | sister conflict task consent withdrawn
An Song-jin / 안성진 / 安成镇 | M 1985 | first en 1290 | UNVERIFIED CN-JL 1291u > DET_TRANSIT CN-JL 1240m > RETURNED KP-10 1201d | brother silent
정미향 / Jong Mi-hyang | F 1999 | first ko 1233 | MOVING LA 1235d > DET_TRANSIT LA 1228d > SHELTERED LA 1199d > RESETTLED KR 1010m | aunt good team closed:safe
Song Il-nam | M 1978 | other en 1190 | DET_TRANSIT CN-HL 1195m > REL_TRANSIT CN-HL 1104d > HIDING CN-HL 1080m | wife comment closed:held_elsewhere
강옥별 / Kang Ok-byol / 姜玉星 | F 1972 | first ko 1154 | HIDING CN-JL 5600y > DET_TRANSIT CN-JL 388m > IMMINENT_RETURN CN-JL 360d > RETURNED KP-09 357d > DET_ORIGIN KP-09 210u | daughter conflict flag handover consent withdrawn
Kwon Hyok / 권혁 | M 2001 | first en 1102 | MOVING MN 1104d > SHELTERED MN 1080d > RESETTLED KR 870m | cousin closed:safe
황금단 | F 1954 | other ko 1066 | HIDING CN-LN 7300y > DET_TRANSIT CN-LN 402m > REL_TRANSIT CN-LN 330u | grandson silent closed:no_further_action
Jon Su-ryon / 전수련 | F 1986 | first en 1011 | DET_TRANSIT CN-JL 1014d > RETURNED KP-09 985i > DET_ORIGIN KP-09 800m > REL_ORIGIN KP-09 402a > MOVING CN-JL 35m | sister task comment
류진호 / Ryu Jin-ho | M 1994 | first ko 974 | UNVERIFIED CN-OTHER 974u > MOVING MM 930m > DET_TRANSIT MM 905d | friend mistake
Ho Jong-suk / 허정숙 / 许贞淑 | F 1975 | other en 940 | HIDING CN-HL 4000y > DET_TRANSIT CN-HL 133d > RETURNED KP-09 96d | son conflict task flag
문성일 / Mun Song-il | M 1969 | first ko 899 | DET_TRANSIT RU 905m > IMMINENT_RETURN RU 860d > SHELTERED RU 842d | wife comment team consent represented
Ro Kum-hui | F 1991 | first en 861 | HIDING CN-JL 2200y > DET_TRANSIT CN-JL 860d > REL_TRANSIT CN-JL 801d > MOVING LA 333m > RESETTLED KR 202m | sister good consent self
배순금 / Pae Sun-gum | F 1948 | first ko 830 | RETURNED KP-09 2600y > REL_ORIGIN KP-09 1900y > MISSING KP-09 700y > DECEASED KP-09 410a | nephew silent closed:deceased
Tae Yong-min / 태영민 | M 1989 | other en 795 | MOVING VN 796d > DET_TRANSIT VN 790d > RETURNED KP-03 741d > MISSING KP-03 600m | brother silent flag
고별님 / Ko Pyol-nim / 高星 | F 2004 | first ko 760 | HIDING CN-JL 900m > DET_TRANSIT CN-JL 58d > IMMINENT_RETURN CN-JL -2d | mother task flag comment
Nam Kwang-su / 남광수 | M 1980 | first en 716 | DET_ORIGIN KP-02 2900y > REL_ORIGIN KP-02 1200y > HIDING CN-LN 260m | sister named
심혜련 / Sim Hye-ryon | F 1987 | first ko 677 | DET_TRANSIT CN-LN 680d > RETURNED KP-03 661d > DET_ORIGIN KP-03 590a > DET_ORIGIN KP-02 280m | husband conflict
Cha Myong-ok | F 1963 | other en 640 | HIDING CN-LN 6000y > MOVING LA 118m > SHELTERED TH 71d | daughter
원정화 / Won Jong-hwa | F 1979 | first ko 612 | DET_TRANSIT CN-JL 614d > REL_TRANSIT CN-JL 560d > DET_TRANSIT CN-JL 77d | son mistake task
Paek Chol / 백철 | M 1996 | first en 577 | MOVING MM 579d > MISSING MM 470m | aunt silent conflict
Weon Jeong-hwa | F 1979 | other ko 549 | UNVERIFIED CN-JL 549u > HIDING CN-JL 500y > DET_TRANSIT CN-JL 24d | brother task
U Kum-chol / 우금철 | M 1974 | first en 512 | RETURNED KP-10 730m > DET_ORIGIN KP-10 520a | wife named silent
진옥란 | F 1998 | first ko 487 | MOVING LA 488d > DET_TRANSIT LA 470d > IMMINENT_RETURN LA 455d > SHELTERED TH 431d > RESETTLED KR 244m | sister good comment watched consent self
Pang Hak-jun / 방학준 | M 1967 | other en 460 | DET_TRANSIT CN-HL 462m > RETURNED KP-09 410i | daughter silent closed:family_asked
로금희 / 卢锦姬 | F 1991 | first ko 421 | HIDING CN-HL 700y > DET_TRANSIT CN-HL 47d > REL_TRANSIT CN-HL 16d | aunt comment flag referred
Ku Jong-nam / 구정남 | M 1982 | first en 377 | UNVERIFIED RU 377u > DET_TRANSIT RU 341m | colleague team closed:opened_in_error reopened
민들레 / Min Tul-le | F 1992 | other ko 344 | HIDING CN-LN 1500y > SHELTERED CN-LN 61d | friend comment
Ok Chun-hui / 옥춘희 / 玉春姬 | F 1970 | first en 318 | HIDING CN-JL 5000y > DET_TRANSIT CN-JL 21d | husband conflict task consent referred
엄대성 / Om Tae-song | M 1990 | first ko 266 | MOVING RU 268d > DET_TRANSIT RU 230m > IMMINENT_RETURN RU 40d > RETURNED KP-13 33i | brother flag task consent withdrawn
Ri Un-sol / 리은솔 | F 1995 | other en 233 | DET_TRANSIT CN-JL 236d > REL_TRANSIT CN-JL 170d > MOVING LA 19d | sister
도명숙 | F 1957 | first ko 188 | REL_ORIGIN KP-09 400y > DET_ORIGIN KP-09 140a | nephew silent
Kim Pom-i / 김봄이 / 金春 | F 2002 | first en 154 | MOVING VN 155d > SHELTERED TH 90d | mother comment
차돌 / Cha Tol | M 2000 | first ko 118 | UNVERIFIED CN-JL 118u > HIDING CN-JL 100m | friend
Choe Ryong-ho / 최룡호 | M 1977 | other en 92 | DET_TRANSIT CN-LN 95d > IMMINENT_RETURN CN-LN 6d | wife task flag consent referred
석류 / Sok Ryu / 石榴 | F 1989 | first ko 63 | DET_TRANSIT CN-JL 66d > REL_TRANSIT CN-JL 20d | sister mistake
Ma Kyong-sik | M 1965 | other en 38 | MISSING CN-HL 420m | son
은하늘 / Un Ha-nul | F 1998 | first ko 15 | MOVING LA 16d | mother task
Hyon Sang-u / 현상우 | M 1984 | first en 4 | UNVERIFIED CN-LN 5u | friend
`
