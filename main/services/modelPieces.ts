import type { InstalledModel, ModelTransfer } from '#contract/model.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { ModelFolder, UnfinishedFile } from '#main/ports/modelFolder.ts'
import { NotFound, OutOfOrder, Unusable } from './errors.ts'
import { createLoop } from './loop.ts'
import type { ModelShelf } from './modelShelf.ts'
import { withoutRoom, type ModelTransfers } from './modelTransfers.ts'

/** Whoever sends a file and says nothing for this long has gone. */
const GONE_AFTER_MS = 10 * 60_000
const LOOK_EVERY_MS = 60_000
/** The first bytes of every model file. */
const MAGIC = Buffer.from('GGUF')

export interface PiecesDeps {
  transfers: ModelTransfers
  folder: ModelFolder
  shelf: ModelShelf
  clock: Clock
  ids: Ids
  log: Log
}

interface Coming {
  file: UnfinishedFile
  heardAt: number
  /** A piece is being written, or the whole is being checked. */
  isBusy: boolean
}

/** A file of the owner's own, sent in pieces by the screen. It cannot go on after the program ended: the screen is gone. */
export function createModelPieces({ transfers, folder, shelf, clock, ids, log }: PiecesDeps) {
  const coming = new Map<string, Coming>()
  const now = () => clock.now().getTime()

  async function drop(id: string) {
    await coming.get(id)?.file.close()
    coming.delete(id)
    await transfers.remove(id)
  }

  function comingOf(id: string): Coming {
    const one = coming.get(id)
    if (!one) throw new NotFound()
    return one
  }

  /** Nobody else writes meanwhile. What ends it with an Unusable ends the whole transfer. */
  async function alone<T>(id: string, work: (one: Coming) => Promise<T>): Promise<T> {
    const one = comingOf(id)
    if (one.isBusy) throw new OutOfOrder(one.file.bytes())
    one.isBusy = true
    try {
      return await work(one)
    } catch (error) {
      const told = withoutRoom(error)
      if (told instanceof Unusable) await drop(id)
      throw told
    } finally {
      one.isBusy = false
      one.heardAt = now()
    }
  }

  const loop = createLoop({
    name: 'abandoned model files',
    clock,
    log,
    async step() {
      for (const [id, { heardAt, isBusy }] of coming) if (!isBusy && now() - heardAt > GONE_AFTER_MS) await drop(id)
      return LOOK_EVERY_MS
    },
  })

  return {
    has: (id: string) => coming.has(id),
    async begin(name: string, bytes: number): Promise<ModelTransfer> {
      await transfers.checkRoom(bytes)
      const id = ids.next()
      const file = await folder.open(id, new AbortController().signal)
      coming.set(id, { file, heardAt: now(), isBusy: false })
      const told = { kind: 'file', catalogueId: null, problem: null, state: 'running', etag: null } as const
      transfers.put({ ...told, id, name, totalBytes: bytes })
      return transfers.shown(id)
    },
    add: (id: string, offset: number, piece: Uint8Array) =>
      alone(id, async ({ file }) => {
        const { totalBytes } = transfers.recordOf(id)
        if (offset !== file.bytes()) throw new OutOfOrder(file.bytes())
        const isNoModel = offset === 0 && !MAGIC.subarray(0, piece.length).equals(piece.subarray(0, MAGIC.length))
        if (isNoModel || offset + piece.length > totalBytes) throw new Unusable('not-a-model')
        await file.append(piece)
        transfers.progress(id, file.bytes())
        return { receivedBytes: file.bytes() }
      }),
    finish: (id: string): Promise<InstalledModel> =>
      alone(id, async ({ file }) => {
        const { name, totalBytes } = transfers.recordOf(id)
        if (file.bytes() !== totalBytes) throw new OutOfOrder(file.bytes())
        transfers.checking(id)
        const facts = await shelf.inspect(folder.unfinished(id), null)
        await file.close()
        const arrival = { id, catalogueId: null, name: nameOf(name), sha256: file.sha256(), bytes: totalBytes }
        coming.delete(id)
        try {
          return await shelf.install(arrival, facts)
        } catch (error) {
          // The owner has the file still; one that does not work is not kept twice.
          if (error instanceof Unusable) await shelf.remove(id)
          throw error
        }
      }),
    cancel: (id: string) => drop(id),
    start: () => loop.start(),
    async stop() {
      await loop.stop()
      for (const { file } of coming.values()) await file.close()
    },
  }
}

function nameOf(fileName: string): string {
  return fileName.replace(/\.gguf$/i, '')
}
