const hidden = [
  /<script[^>]*>.*?<\/script>/gs,
  /<template[^>]*>.*?<\/template>/gs,
  /<option(?![^>]*\sselected)[^>]*>.*?<\/option>/gs,
]
const closedFold = /(<details(?![^>]*\sopen)[^>]*>\s*<summary>.*?<\/summary>).*?<\/details>/gs

/** The words a reader sees when the page has come: nothing folded away, of a choice what is chosen. */
export function visibleWords(html: string): string[] {
  const body = hidden.reduce((text, part) => text.replace(part, ''), html.slice(html.indexOf('<body')))
  const seen = body.replace(closedFold, '$1').replace(/<!--.*?-->/gs, '')
  return seen
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** How many words stand on one page and not on the other, as often as they do. */
export function differentWords(ours: string, floor: string): string[] {
  const counts = new Map<string, number>()
  for (const word of visibleWords(ours)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of visibleWords(floor)) counts.set(word, (counts.get(word) ?? 0) - 1)
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([word, count]) => `${word} ${count > 0 ? '+' : ''}${count}`)
}
