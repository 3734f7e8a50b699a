import type { AppEventBody } from '#contract/events.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from '#main/services/board.ts'
import { createDuty } from '#main/services/duty.ts'
import type { Publish } from '#main/services/events.ts'
import { createNotices } from '#main/services/notices.ts'
import { createStartAtLogin } from '#main/services/startAtLogin.ts'
import { createWatching } from '#main/services/watching.ts'

export interface ToldDeps {
  platform: Platform
  stores: Stores
  board: Board
  publish: Publish
  /** There is something to think about again. */
  onWork(): void
}

/** What the owner is told outside of the window, and when somebody works. */
export function joinTold({ platform, stores, board, publish, onWork }: ToldDeps) {
  const { clock, log } = platform
  const watching = createWatching({ clock })
  const notices = createNotices({
    stores,
    settings: () => stores.settings.get(),
    watching,
    raise: notice => (platform.notify ? platform.notify(notice) : publish({ type: 'noticeRaised', notice })),
    clock,
    log,
  })
  const duty = createDuty({ stores, board, onWork, clock, log })
  const startAtLogin = createStartAtLogin({ stores, publish, computer: platform.startAtLogin, log })
  return {
    /** By their names in the router. */
    services: { notices, watching, startAtLogin },
    hear(event: AppEventBody) {
      notices.hear(event)
      duty.hear(event)
    },
    start() {
      startAtLogin.check()
      notices.start()
      duty.start()
    },
    async stop() {
      await Promise.all([notices.stop(), duty.stop()])
    },
  }
}
