import type { ModelTransfer } from '#contract/model.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { ModelFolder } from '#main/ports/modelFolder.ts'
import type { ModelStore, TransferRecord } from '#main/ports/modelStore.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { NotFound, Unusable } from './errors.ts'

/** Room that stays free on the disk for the shop's messages. */
export const ROOM_LEFT_BYTES = 500_000_000
/** A speed is told over this time. */
const SPEED_OVER_MS = 5000

interface Live {
  isChecking: boolean
  samples: { at: number; bytes: number }[]
}

export interface TransfersDeps {
  store: ModelStore
  folder: ModelFolder
  onChange(): void
  clock: Clock
  roomLeftBytes?: number
}

/** Files on their way into the shop: what is in the database about them, and what only this run of the program knows. */
export function createModelTransfers(deps: TransfersDeps) {
  const { store, folder, onChange, clock, roomLeftBytes = ROOM_LEFT_BYTES } = deps
  const lives = new Map<string, Live>()

  const liveOf = (id: string): Live => {
    const live = lives.get(id) ?? { isChecking: false, samples: [] }
    lives.set(id, live)
    return live
  }

  function shown(record: TransferRecord): ModelTransfer {
    const { etag: _etag, ...transfer } = record
    const live = lives.get(record.id)
    const isChecking = record.state === 'running' && live?.isChecking === true
    return {
      ...transfer,
      state: isChecking ? 'checking' : record.state,
      receivedBytes: folder.unfinishedBytes(record.id),
      bytesPerSecond: record.state === 'running' && !isChecking ? speedOf(live?.samples ?? []) : null,
    }
  }

  function recordOf(id: string): TransferRecord {
    const record = store.transfer(id)
    if (!record) throw new NotFound()
    return record
  }

  return {
    recordOf,
    list: (): ModelTransfer[] => store.transfers().map(shown),
    shown: (id: string): ModelTransfer => shown(recordOf(id)),
    put(record: TransferRecord) {
      if (record.state !== 'running') lives.delete(record.id)
      store.putTransfer(record)
      onChange()
    },
    change(id: string, change: Partial<TransferRecord>) {
      const record = store.transfer(id)
      if (!record) return
      if (change.state !== undefined && change.state !== 'running') lives.delete(id)
      store.putTransfer({ ...record, ...change })
      onChange()
    },
    checking(id: string) {
      liveOf(id).isChecking = true
      onChange()
    },
    /** So many bytes are here now. */
    progress(id: string, bytes: number) {
      const live = liveOf(id)
      const at = clock.now().getTime()
      live.isChecking = false
      live.samples = [...live.samples.filter(sample => at - sample.at <= SPEED_OVER_MS), { at, bytes }]
      onChange()
    },
    async remove(id: string) {
      lives.delete(id)
      await folder.removeUnfinished(id)
      store.removeTransfer(id)
      onChange()
    },
    /** After a start: a download goes on with what came of it, a file of the owner's own cannot, nothing else is left. */
    async clean() {
      const installed = store.list().map(({ id }) => id)
      for (const { id, kind } of store.transfers()) {
        // The program ended right after the file got its name.
        if (kind === 'download') await folder.takeBack(id)
        else store.removeTransfer(id)
      }
      await folder.keepOnly(
        installed,
        store.transfers().map(({ id }) => id),
      )
    },
    /**
     * Throws Unusable when the disk has no room for so many more bytes, beside what else is still to come. `id`: of the
     * transfer they belong to, when there is one already.
     */
    async checkRoom(bytes: number, id: string | null = null) {
      const others = store.transfers().filter(one => one.id !== id && one.state === 'running')
      const toCome = others.reduce((sum, one) => sum + one.totalBytes - folder.unfinishedBytes(one.id), 0)
      const neededBytes = bytes + toCome + roomLeftBytes
      if ((await folder.freeBytes()) < neededBytes) throw new Unusable('disk-full', { neededBytes })
    },
  }
}
export type ModelTransfers = ReturnType<typeof createModelTransfers>

function speedOf(samples: Live['samples']): number | null {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.at === first.at) return null
  return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000
}

/** What the disk refuses is told as such; any other error stays what it is. */
export function withoutRoom(error: unknown): unknown {
  return error instanceof StorageError ? new Unusable('disk-full', { cause: error }) : error
}
