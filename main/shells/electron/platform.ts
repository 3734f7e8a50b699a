import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { Platform } from '#main/ports/platform.ts'

export function createPlatform(parts: {
  version: string
  demo: boolean
  dataFolder: string
  resourcesFolder: string
  databaseKey: Uint8Array
  clock: Clock
  log: Log
  notify: Platform['notify']
}): Platform {
  return { ...parts, shell: 'electron', keyProtection: 'keychain', ids: createIds(parts.clock) }
}

export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, { signal })
    } catch (cause) {
      if (!signal.aborted) throw cause
    }
  },
}

/** UUID version 7: a millisecond, a counter that rises within it, the rest random. Rises even when the clock is set back. */
export function createIds(clock: Clock): Ids {
  let lastMs = 0
  let counter = 0
  return {
    next() {
      const ms = clock.now().getTime()
      if (ms > lastMs) {
        lastMs = ms
        counter = 0
      } else {
        counter += 1
        if (counter > 0xfff) {
          lastMs += 1
          counter = 0
        }
      }
      const time = lastMs.toString(16).padStart(12, '0')
      const random = randomBytes(8)
      random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
      const tail = random.toString('hex')
      const middle = counter.toString(16).padStart(3, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`
    },
  }
}
