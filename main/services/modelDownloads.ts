import type { CatalogueModel, ModelProblem, ModelTransfer } from '#contract/model.ts'
import { assertNever } from '#domain/assertNever.ts'
import { addressOf } from '#domain/models/rangeAnswer.ts'
import type { Catalogue } from '#domain/models/catalogue.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { ModelFolder, UnfinishedFile } from '#main/ports/modelFolder.ts'
import type { TransferRecord } from '#main/ports/modelStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NotFound, Unusable } from './errors.ts'
import { createModelFetch, type FetchedFile } from './modelFetch.ts'
import type { ModelShelf } from './modelShelf.ts'
import { withoutRoom, type ModelTransfers } from './modelTransfers.ts'

/** Written at once. */
const PIECE_BYTES = 1024 * 1024
/** The disk is looked at again after so much. */
const LOOK_EVERY_BYTES = 64 * 1024 * 1024
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
/** So many times in a row without one new byte: it is over until somebody says otherwise. */
const MOST_VAIN_TRIES = 6

export interface DownloadsDeps {
  stores: Pick<Stores, 'models' | 'settings'>
  transfers: ModelTransfers
  folder: ModelFolder
  shelf: ModelShelf
  gateway: Gateway
  offered: Catalogue
  clock: Clock
  ids: Ids
  log: Log
}

interface Running {
  stop: AbortController
  ended: Promise<void>
}

/** Models of the catalogue on their way here. They go on after a lost line, a pause, and the end of the program. */
export function createModelDownloads(deps: DownloadsDeps) {
  const { stores, transfers, folder, shelf, gateway, offered, clock, ids, log } = deps
  const server = createModelFetch({ gateway, domains: offered.downloadDomains, clock })
  const running = new Map<string, Running>()

  const modelOf = ({ catalogueId }: TransferRecord): CatalogueModel | null =>
    offered.models.find(({ id }) => id === catalogueId) ?? null

  /** Throws away what came: it is not the file that was meant. */
  async function notThatFile(file: UnfinishedFile): Promise<never> {
    await file.empty()
    throw new Unusable('wrong-checksum')
  }

  async function receive(record: TransferRecord, file: UnfinishedFile, got: FetchedFile, signal: AbortSignal) {
    let waiting: Uint8Array[] = []
    let waitingBytes = 0
    let sinceLook = 0
    const write = async () => {
      const piece = Buffer.concat(waiting)
      waiting = []
      waitingBytes = 0
      await file.append(piece)
      transfers.progress(record.id, file.bytes())
      sinceLook += piece.length
      if (sinceLook < LOOK_EVERY_BYTES) return
      sinceLook = 0
      await transfers.checkRoom(record.totalBytes - file.bytes(), record.id)
    }
    try {
      for await (const piece of got.pieces) {
        signal.throwIfAborted()
        waiting.push(piece)
        waitingBytes += piece.length
        if (file.bytes() + waitingBytes > record.totalBytes) return await notThatFile(file)
        if (waitingBytes >= PIECE_BYTES) await write()
      }
    } finally {
      // What came before the line broke need not come again.
      if (waitingBytes > 0 && file.bytes() + waitingBytes <= record.totalBytes) await write()
    }
  }

  /** One request and what follows of it. Milliseconds to wait before the next, null: as usual. Throws Unusable. */
  async function request(
    id: string,
    model: CatalogueModel,
    file: UnfinishedFile,
    signal: AbortSignal,
  ): Promise<number | null> {
    const record = transfers.recordOf(id)
    const url = addressOf(model.url, stores.settings.get().modelMirror)
    const wanted = { id, url, from: file.bytes(), totalBytes: model.bytes, etag: record.etag }
    const answer = await server.fetch(wanted, signal)
    switch (answer.type) {
      case 'rest':
      case 'whole':
        if (answer.type === 'whole') await file.empty()
        else if (isOtherVersion(record.etag, answer.etag)) {
          await answer.pieces.return(undefined)
          await file.empty()
          return null
        }
        if (answer.etag !== record.etag) transfers.change(id, { etag: answer.etag })
        await receive(record, file, answer, signal)
        return null
      case 'nonsense':
        // It may have forgotten what it gave us; asked for all of it, it cannot answer beside the point.
        if (wanted.from === 0) throw new Unusable('refused-by-server')
        await file.empty()
        return null
      case 'other-file':
        return notThatFile(file)
      case 'later':
        return answer.seconds === null ? null : Math.min(LONGEST_WAIT_MS, answer.seconds * 1000)
      case 'refused':
        throw new Unusable('refused-by-server')
      default:
        return assertNever(answer)
    }
  }

  /** Until all of it is here, through lost lines and busy servers. Throws Unusable. */
  async function bring(id: string, model: CatalogueModel, file: UnfinishedFile, signal: AbortSignal) {
    for (let vain = 0; file.bytes() < model.bytes;) {
      const before = file.bytes()
      let wished: number | null = null
      try {
        wished = await request(id, model, file, signal)
      } catch (error) {
        const told = withoutRoom(error)
        if (signal.aborted || told instanceof Unusable) throw told
        log.warn('a download was cut off', { bytes: file.bytes(), reason: reasonOf(error) })
      }
      vain = file.bytes() > before ? 0 : vain + 1
      if (vain === MOST_VAIN_TRIES) throw new Unusable('offline')
      if (file.bytes() === model.bytes) return
      await clock.sleep(wished ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** vain), signal)
      signal.throwIfAborted()
    }
  }

  async function whole(id: string, model: CatalogueModel, signal: AbortSignal) {
    if (folder.unfinishedBytes(id) > 0) transfers.checking(id)
    const file = await folder.open(id, signal)
    try {
      if (file.bytes() > model.bytes) await file.empty()
      transfers.progress(id, file.bytes())
      await bring(id, model, file, signal)
      transfers.checking(id)
      if (file.sha256() !== model.sha256) await notThatFile(file)
    } finally {
      await file.close()
      server.close(id)
    }
  }

  async function run(id: string, signal: AbortSignal) {
    const model = modelOf(transfers.recordOf(id))
    if (!model) throw new NotFound()
    try {
      await whole(id, model, signal)
      const facts = await shelf.inspect(folder.unfinished(id), model.use)
      const { name, sha256, bytes } = model
      await shelf.install({ id, catalogueId: model.id, name, sha256, bytes }, facts)
    } catch (error) {
      if (signal.aborted) return
      const told = withoutRoom(error)
      const problem: ModelProblem = told instanceof Unusable ? told.problem : 'offline'
      if (told instanceof Unusable) log.warn('a model did not come', { problem })
      else log.error('a download failed', error)
      // What was installed and then did not work is no transfer any more, and says so itself.
      transfers.change(id, { state: 'failed', problem })
    }
  }

  function go(id: string) {
    const stop = new AbortController()
    const ended = run(id, stop.signal)
      .catch((error: unknown) => log.error('a download ended badly', error))
      .finally(() => running.delete(id))
    running.set(id, { stop, ended })
  }

  async function halt(id: string) {
    const one = running.get(id)
    one?.stop.abort()
    await one?.ended
  }

  function downloadOf(id: string): TransferRecord {
    const record = transfers.recordOf(id)
    if (record.kind !== 'download') throw new NotFound()
    return record
  }

  /** Throws Unusable when the disk has no room for the rest. */
  async function resume(id: string): Promise<ModelTransfer> {
    const record = downloadOf(id)
    if (!running.has(id)) {
      await transfers.checkRoom(record.totalBytes - folder.unfinishedBytes(id), id)
      transfers.change(id, { state: 'running', problem: null })
      go(id)
    }
    return transfers.shown(id)
  }

  return {
    /** One that is on its way already goes on. Throws Unusable. */
    async begin(model: CatalogueModel): Promise<ModelTransfer> {
      const known = stores.models.transfers().find(({ catalogueId }) => catalogueId === model.id)
      if (known) return resume(known.id)
      const installed = stores.models.list().find(({ catalogueId }) => catalogueId === model.id)
      if (installed?.problem === null) throw new NotFound()
      await transfers.checkRoom(model.bytes)
      const id = ids.next()
      const fresh = { kind: 'download', problem: null, state: 'running', etag: null } as const
      transfers.put({ ...fresh, id, catalogueId: model.id, name: model.name, totalBytes: model.bytes })
      go(id)
      return transfers.shown(id)
    },
    async pause(id: string): Promise<ModelTransfer> {
      if (downloadOf(id).state === 'running') transfers.change(id, { state: 'paused' })
      await halt(id)
      return transfers.shown(id)
    },
    resume,
    async cancel(id: string) {
      downloadOf(id)
      await halt(id)
      await transfers.remove(id)
    },
    /** Goes on with what the end of the program or of the line cut off. */
    start() {
      for (const { id, kind, state, problem } of stores.models.transfers()) {
        if (kind === 'download' && (state === 'running' || problem === 'offline')) {
          transfers.change(id, { state: 'running', problem: null })
          go(id)
        }
      }
    },
    async stop() {
      await Promise.all([...running.keys()].map(halt))
    },
  }
}
export type ModelDownloads = ReturnType<typeof createModelDownloads>

/** Then the part that is here is none of it, whatever the server thinks. */
function isOtherVersion(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before !== now
}

/** For the log: what a socket says, no address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
}
