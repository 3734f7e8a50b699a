import type { Settings } from '#contract/settings.ts'
import type { Log } from '#main/ports/log.ts'
import type { StartAtLogin } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Publish } from './events.ts'
import { Refused } from './errors.ts'

export interface StartAtLoginDeps {
  stores: Pick<Stores, 'settings'>
  publish: Publish
  computer: StartAtLogin
  log: Log
}

/** Keeps the setting and what the computer does one and the same. */
export function createStartAtLogin({ stores, publish, computer, log }: StartAtLoginDeps) {
  function keep(on: boolean): Settings {
    const settings = stores.settings.update({ startAtLogin: on })
    publish({ type: 'settingsChanged', settings })
    return settings
  }

  /** Throws Refused when the computer does not let it. */
  function set(on: boolean): Settings {
    if (computer.refusal !== null) throw new Refused('NOT_ALLOWED')
    try {
      computer.set(on)
    } catch (cause) {
      log.warn('starting at login could not be changed', { on })
      throw new Refused('NOT_ALLOWED', { cause })
    }
    return keep(on)
  }

  return {
    set,
    /** At the start: the owner may have taken it away elsewhere, or the program may have moved. */
    check() {
      if (!stores.settings.get().startAtLogin || computer.refusal !== null) return
      if (!computer.isOn()) return void keep(false)
      try {
        computer.set(true)
      } catch {
        // What is there goes on working; it may only name an older place of the program.
        log.warn('starting at login could not be renewed', {})
      }
    },
  }
}
export type StartAtLoginService = ReturnType<typeof createStartAtLogin>
