import type { Json } from '@/lib/audit/canonical-json'

/**
 * One line of a JSON Lines file with its LF. The characters that some readers take for a line end (U+0085, U+2028,
 * U+2029) are written as escapes, so that a line is a line for every reader.
 */
export function jsonLine(value: Json): string {
  return `${JSON.stringify(value).replaceAll(/[\u0085\u2028\u2029]/g, escaped)}\n`
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
