import type { Encoding } from './import-states'

const marks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Hangul stands under these lead bytes of KS X 1001; the common Hanzi of GB 2312 go far beyond them. */
const hangulLead = { first: 0xb0, last: 0xc8 }
const hangulShare = 0.85
const nulShare = 0.2

/**
 * The encoding of a list from its first bytes, or null where they are no text: byte order marks, then the zero bytes of
 * UTF-16, then what is whole UTF-8 (a character cut off at the end forgiven), then Korean against Chinese by where the
 * lead bytes of two-byte characters stand (KS X 1001:2004, GB 2312-1980).
 */
export function guessEncoding(bytes: Uint8Array): Encoding | null {
  const marked = marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))
  if (marked) return marked[0]
  const wide = wideEncoding(bytes)
  if (wide !== 'narrow') return wide
  if (isUtf8(bytes)) return 'utf-8'
  return looksKorean(bytes) ? 'euc-kr' : 'gb18030'
}

function wideEncoding(bytes: Uint8Array): Encoding | null | 'narrow' {
  const nuls = [0, 0]
  bytes.forEach((byte, place) => {
    if (byte === 0) nuls[place % 2] = (nuls[place % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  if ((even + odd) / Math.max(bytes.length, 1) < nulShare / 4) return hasWideBreaks(bytes) ?? 'narrow'
  if (even > odd * 4) return 'utf-16be'
  if (odd > even * 4) return 'utf-16le'
  return null
}

/** UTF-16 that is nearly all Hangul or Hanja has few zero bytes, but each of its line breaks holds one. */
function hasWideBreaks(bytes: Uint8Array): Encoding | null {
  const pairs = { le: 0, be: 0, bare: 0 }
  for (let place = 0; place + 1 < bytes.length; place += 2) {
    const [one, two] = [bytes[place], bytes[place + 1]]
    if (one === 10 && two === 0) pairs.le += 1
    else if (one === 0 && two === 10) pairs.be += 1
    else if (one === 10 || two === 10) pairs.bare += 1
  }
  if (pairs.le > pairs.bare) return 'utf-16le'
  return pairs.be > pairs.bare ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = () => decoder.decode(bytes, { stream: true })
  try {
    return decode().length >= 0
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function looksKorean(bytes: Uint8Array): boolean {
  let [hangul, all] = [0, 0]
  for (let place = 0; place < bytes.length; place += 1) {
    const lead = bytes[place] ?? 0
    if (lead < 0x81) continue
    all += 1
    const trail = bytes[place + 1] ?? 0
    const isExtension = trail < 0xa1 && lead <= 0xc6
    if ((lead >= hangulLead.first && lead <= hangulLead.last && trail >= 0xa1) || isExtension) hangul += 1
    place += 1
  }
  return all > 0 && hangul / all >= hangulShare
}
