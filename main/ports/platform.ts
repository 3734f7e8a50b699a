import type { About } from '#contract/settings.ts'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import type { Log } from './log.ts'

export interface Notice {
  title: string
  body: string
  /** Opened when the notice is clicked. */
  conversationId: string | null
}

/** What differs between the shells. */
export interface Platform {
  shell: About['shell']
  version: string
  demo: boolean
  /** Absolute; exists and is writable. */
  dataFolder: string
  /** Absolute; the product's own `resources`. */
  resourcesFolder: string
  /** 32 bytes, the same on every start with this data folder. */
  databaseKey: Uint8Array
  keyProtection: About['keyProtection']
  clock: Clock
  ids: Ids
  log: Log
  notify(notice: Notice): void
}
