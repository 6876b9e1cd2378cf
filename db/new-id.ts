import { v7 } from 'uuid'
import { drawBytes } from '@/lib/vault/draw-bytes'

const last = { msecs: 0, seq: 0 }

/** Counts on within one millisecond (RFC 9562, 6.2), from a new random number in each. */
function step(random: Buffer): void {
  const now = Date.now()
  const counts = now <= last.msecs && last.seq < 0xffff_ffff
  last.seq = counts ? last.seq + 1 : random.readUInt32BE(6) >>> 1
  last.msecs = counts ? last.msecs : Math.max(now, last.msecs + 1)
}

/** An id of a record. It begins with the time (RFC 9562), so that what is written together stands together in every index. */
export function newId(): string {
  const random = drawBytes(16)
  step(random)
  return v7({ random, ...last })
}
