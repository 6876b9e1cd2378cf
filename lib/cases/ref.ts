const signs = '0123456789ACDEFGHJKMNPQRTVWXY'
const misread: Record<string, string> = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', U: 'V' }
const modulus = signs.length

export type RefSigns = 5 | 6

/**
 * A new ref of a case file, as `V-7K3-MQ`: random signs and, last, a check sign, of 29 that are not easily taken for
 * one another (one of each pair O/0, I/L/1, Z/2, S/5, B/8, U/V is left). `random(n)` gives n random bytes.
 * Five signs name 29⁴ = 707,281 files; six (`V-7K3-MQ4`), for a house where those run short, 20 million.
 * The check is that of ISBN-10 (ISO 2108) over a prime of 29: the sum of sign × distance from the right end (1 for the
 * check itself) is a multiple of 29, so any one wrong sign and any two exchanged signs are found.
 */
export function drawRef(random: (count: number) => Uint8Array, count: RefSigns = 5): string {
  const drawn: number[] = []
  while (drawn.length < count - 1) {
    for (const byte of random(count * 2)) {
      if (byte < modulus * Math.floor(256 / modulus) && drawn.length < count - 1) drawn.push(byte % modulus)
    }
  }
  const sum = drawn.reduce((total, value, index) => total + value * (count - index), 0)
  return written([...drawn, (modulus - (sum % modulus)) % modulus].map((value) => signs.charAt(value)).join(''))
}

/**
 * The ref a text means, in its one written form, or null: blanks, dashes, case and the leading V are forgiven, and a
 * sign left out of the alphabet is read as the one it is mistaken for. Null where the check sign does not fit.
 */
export function parseRef(text: string): string | null {
  if (text.length > 40) return null
  const upper = text.normalize('NFKC').toUpperCase().trim()
  const plain = upper.replace(/[\s\p{Pd}._]/gu, '').replace(/[OILZSBU]/g, (sign) => misread[sign] ?? sign)
  const prefixed = /^V[\s\p{Pd}._]/u.test(upper) || /^V.{5,6}$/.test(plain)
  const body = prefixed ? plain.slice(1) : plain
  const values = [...body].map((sign) => signs.indexOf(sign))
  const known = values.every((value) => value >= 0)
  if (!known || (body.length !== 5 && !(prefixed && body.length === 6))) return null
  const sum = values.reduce((total, value, index) => total + value * (values.length - index), 0)
  return sum % modulus === 0 ? written(body) : null
}

function written(body: string): string {
  return `V-${body.slice(0, 3)}-${body.slice(3)}`
}
