import { randomFillSync } from 'node:crypto'

const poolBytes = 16 * 1024

const pool = Buffer.alloc(poolBytes)
let taken = poolBytes

/** Random bytes of the system's generator, many drawn at once: asking it anew for each nonce costs more than sealing with it. */
export function drawBytes(count: number): Buffer {
  if (taken + count > poolBytes) {
    randomFillSync(pool)
    taken = 0
  }
  const drawn = Buffer.from(pool.subarray(taken, taken + count))
  pool.fill(0, taken, taken + count)
  taken += count
  return drawn
}
