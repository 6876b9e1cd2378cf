const marks = ['“”', '""', '‘’', '「」', '『』', '«»', '„“'] as const

/** Somebody's own words between quotation marks, once: words that bring their marks along keep those. */
export const inQuotes = (words: string): string => {
  const [first, last] = [words.at(0), words.at(-1)]
  const isQuoted = words.length > 1 && marks.some(([opens, closes]) => first === opens && last === closes)
  return isQuoted ? words : `“${words}”`
}
