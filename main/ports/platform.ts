import type { Notice } from '#contract/notice.ts'
import type { About, StartAtLoginRefusal } from '#contract/settings.ts'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import type { Log } from './log.ts'
import type { Printer } from './printer.ts'

/** Starting this program when the owner logs in, with this data folder. */
export interface StartAtLogin {
  /** Why it cannot be done here; null when it can. */
  refusal: StartAtLoginRefusal | null
  /** Whether the computer would start it; the owner may have changed that elsewhere. */
  isOn(): boolean
  /** Throws when the computer does not let it. */
  set(on: boolean): void
}

/** One of our own files, running in a process of its own. */
export interface WorkerProcess {
  post(message: unknown): void
  /** The newest listener takes the place of the one before. `ended` comes once, after `kill` too. */
  listen(listener: { message(message: unknown): void; ended(): void }): void
  kill(): void
}

/** `file-reader`: untrusted files, little memory; `model`: the language model, with native code and as much memory as it needs. */
export type WorkerKind = 'file-reader' | 'model'
export type StartWorker = (file: string, kind: WorkerKind) => WorkerProcess

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
  /** Null where the page shows them: the shell has no notices of its own. */
  notify: ((notice: Notice) => void) | null
  startAtLogin: StartAtLogin
  printer: Printer
  /** Where a process cannot simply be forked: inside a packaged Electron. `file` is absolute. */
  startWorker?: StartWorker
}
