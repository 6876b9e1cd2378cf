import { plain } from '../http/plain-form'

const hidden = [
  /<script[^>]*>.*?<\/script>/gs,
  /<template[^>]*>.*?<\/template>/gs,
  /<option(?![^>]*\sselected)[^>]*>.*?<\/option>/gs,
  /<!--.*?-->/gs,
]
const closedFold = /(<details(?![^>]*\sopen)[^>]*>\s*<summary>.*?<\/summary>).*?<\/details>/gs
const block = /<(?:tr|li|p|h[1-6]|div|section|header|footer|form|nav|dt|caption|label|article|g)\b/

/** What a reader sees of a page, line by line as its blocks stand: nothing folded away, of a choice what is chosen. */
export function saidLines(html: string): string[][] {
  const body = hidden.reduce((text, part) => text.replace(part, ''), html.slice(html.indexOf('<body')))
  return body
    .replace(closedFold, '$1')
    .split(block)
    .map((text) =>
      text
        .replace(/^[^>]*>/, '')
        .split(/<[^>]+>/)
        .map((said) => plain(said).trim())
        .filter((said) => said !== ''),
    )
    .filter((texts) => texts.length > 0)
}
