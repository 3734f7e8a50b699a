import type { Log } from '#main/ports/log.ts'
import type { Platform } from '#main/ports/platform.ts'
import { systemClock } from '#main/system/clock.ts'
import { createIds } from '#main/system/ids.ts'

export function createPlatform(parts: {
  version: string
  demo: boolean
  dataFolder: string
  resourcesFolder: string
  databaseKey: Uint8Array
  log: Log
  notify: Platform['notify']
  startAtLogin: Platform['startAtLogin']
  startWorker: Platform['startWorker']
  printer: Platform['printer']
}): Platform {
  return { ...parts, shell: 'electron', keyProtection: 'keychain', clock: systemClock, ids: createIds() }
}
