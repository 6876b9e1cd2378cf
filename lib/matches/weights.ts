/**
 * How often a finding is made of one person (m) and of two different ones (u). The weight of a finding is log2(m / u)
 * (I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", 1969). Where u depends on how rare a value is
 * (W. E. Winkler 1988) only m stands here. Figures are estimates, and each says where it comes from.
 */
export const odds = {
  /** Of 2,017 attested persons in the fixtures 55 % of pairs are written alike; `sameNameFrom` keeps 99 % of the rest. */
  'same-name': { m: 0.55 },
  'same-sound': { m: 0.38 },
  /** One syllable off: a mishearing of one, and as often a sister or a namesake of another. */
  'near-name': { m: 0.05, u: 0.04 },
  /** A pseudonym or an adopted Chinese name alone. */
  'other-name': { m: 0.02, u: 0.95 },
  /** 72 % of those who reached the South are women (Ministry of Unification, to 2023): 0.72² + 0.28². */
  'same-sex': { m: 0.99, u: 0.6 },
  'other-sex': { m: 0.01, u: 0.4 },
  /** Births agree where their ranges meet; two unrelated ones by (a + b) days of a spread of 30 years. */
  birth: { m: 0.72, spreadDays: 10_957 },
  'day-and-month-swapped': { m: 0.01, days: 1 },
  /** A year misheard, or Korean age taken for the other. */
  'same-day-other-year': { m: 0.03, days: 4 },
  /** A lunar birthday written as a solar one falls 17 to 51 days early. */
  'lunar-calendar': { m: 0.06, days: 70 },
  /** Korean age is one year more than the international one, two before the birthday. */
  'age-counted-otherwise': { m: 0.12, u: 0.13 },
  'few-years-apart': { m: 0.05, u: 0.3 },
  'far-apart': { m: 0.01, u: 0.5 },
  /** Free words for a town or county: the larger ones have a tenth of all arrivals each. */
  'same-origin': { m: 0.7, u: 0.1 },
  'other-origin': { m: 0.3, u: 0.9 },
  /** Arrests spread over five years; two sources a month apart are the rule, not the exception (domain reference §0). */
  arrest: { m: 0.5, spreadDays: 1_826 },
  'arrest-within-a-month': { m: 0.25, days: 62 },
  /** People are arrested more than once. */
  'other-arrest': { m: 0.25, u: 0.93 },
  'same-arrest-place': { m: 0.5, u: 0.05 },
  'same-arrest-province': { m: 0.3, u: 0.35 },
  'other-arrest-place': { m: 0.2, u: 0.6 },
  /** Two files of one person often name other relatives; a shared one is as rare as its name. */
  'relative-shared': { m: 0.4 },
  'no-relative-shared': { m: 0.5, u: 1 },
  /** One number in two files is one family, not always one person. */
  'channel-shared': { m: 0.3, u: 0.004 },
  'no-channel-shared': { m: 0.7, u: 0.996 },
} as const

export const bits = ({ m, u }: { m: number; u: number }): number => Math.log2(m / u)

/** The weight of two ranges of dates that meet: the longer they are, the more meet by chance. */
export const meetingBits = (m: number, days: number, spreadDays: number): number =>
  Math.max(0, bits({ m, u: Math.min(1, days / spreadDays) }))

/** A name is never taken for rarer or commoner than this. */
export const rarest = 1e-6
export const commonest = 5e-3
/** Names that sound alike are so many times as many as those that are written alike. */
export const soundsPerName = 8
/** What speaks of one family speaks of one person no stronger than this. */
export const familyMax = 9
