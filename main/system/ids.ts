import { randomFillSync } from 'node:crypto'
import type { Ids } from '#main/ports/ids.ts'

const RANDOM_BYTES = 8
/** Taken for so many ids at once: asking for a few costs as much as asking for many. */
const IDS_AT_ONCE = 128

/** UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter within one millisecond, then random bits. */
export function createIds(nowMs: () => number = Date.now): Ids {
  let lastMs = 0
  let counter = 0
  const random = Buffer.alloc(RANDOM_BYTES * IDS_AT_ONCE)
  let used = random.length

  function nextRandom(): Buffer {
    if (used === random.length) {
      randomFillSync(random)
      used = 0
    }
    used += RANDOM_BYTES
    return random.subarray(used - RANDOM_BYTES, used)
  }

  return {
    next() {
      const now = nowMs()
      counter = now > lastMs ? 0 : counter + 1
      if (now > lastMs) lastMs = now
      if (counter > 0xfff) {
        lastMs += 1
        counter = 0
      }
      const time = lastMs.toString(16).padStart(12, '0')
      const tail = nextRandom()
      tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80
      const rest = tail.toString('hex')
      const version = `7${counter.toString(16).padStart(3, '0')}`
      return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${rest.slice(0, 4)}-${rest.slice(4)}`
    },
  }
}
