import { isDiskFull } from '#main/ports/storageError.ts'
import type { Publish } from './events.ts'

/** Tells the screen once when the disk is full, and once when writing works again. */
export function createStorageTrouble(publish: Publish) {
  let trouble = false
  return {
    active: () => trouble,
    /** The error of a failed write, or null after a good one. */
    note(error: unknown) {
      if (error !== null && !isDiskFull(error)) return
      const now = error !== null
      if (now === trouble) return
      trouble = now
      publish({ type: 'storageTroubleChanged', trouble })
    },
  }
}
