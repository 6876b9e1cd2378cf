/** A small fast generator (sfc32, PractRand's): the same seed and stream give the same draws on every machine. */
export class Seeded {
  private a: number
  private b: number
  private c: number
  private count = 1

  constructor(seed: number, stream: number) {
    this.a = seed >>> 0
    this.b = (stream * 0x9e3779b1) >>> 0
    this.c = (seed ^ stream) >>> 0
    for (let warming = 0; warming < 15; warming++) this.next()
  }

  next(): number {
    const drawn = (this.a + this.b + this.count) | 0
    this.count = (this.count + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + drawn) | 0
    return drawn >>> 0
  }

  /** From 0 up to, not including, `below`. */
  whole(below: number): number {
    return Math.floor((this.next() / 2 ** 32) * below)
  }

  happens(share: number): boolean {
    return this.next() / 2 ** 32 < share
  }

  pick<Value>(list: readonly Value[]): Value {
    const found = list[this.whole(list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  /** The smaller an index the likelier, as with surnames and places. */
  pickEarly<Value>(list: readonly Value[]): Value {
    const share = this.next() / 2 ** 32
    const found = list[Math.floor(share * share * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.next() & 0xff)
  }

  /** A random uuid (RFC 9562, version 4). */
  uuid(): string {
    const hex = [0, 1, 2, 3].map(() => this.next().toString(16).padStart(8, '0')).join('')
    const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
    return [...parts, hex.slice(20)].join('-')
  }
}
