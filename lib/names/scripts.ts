/** Writing systems by their ISO 15924 codes; `Zzzz` stands for any other. */
export const scripts = ['Hang', 'Hani', 'Latn', 'Kana', 'Cyrl', 'Zzzz'] as const
export type Script = (typeof scripts)[number]
