export const nameKinds = ['birth', 'known_as', 'adopted_cn', 'transliteration', 'as_reported', 'pseudonym'] as const
export type NameKind = (typeof nameKinds)[number]

/** How a name was put into Latin letters: Revised Romanisation, McCune–Reischauer, the DPRK's own, pinyin. */
export const nameSchemes = ['rr', 'mr', 'dprk', 'pinyin', 'none'] as const
export type NameScheme = (typeof nameSchemes)[number]
