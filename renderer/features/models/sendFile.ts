import type { InstalledModel, ModelProblem, ModelTransfer } from '#contract/model.ts'
import { modelProblemSchema } from '#contract/model.ts'
import { toBase64 } from '#renderer/lib/files.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { errorCode, errorData, isConnectionLost } from '#renderer/rpc/errors.ts'

/** More at once is no faster, and makes whoever asks for something meanwhile wait twice as long. */
export const PIECE_BYTES = 1024 * 1024
/** The screen need not hear of every piece. */
const STEP_PIECES = 4
/** Half a minute in all: a connection that was lost is made again within seconds. */
const ATTEMPTS = 15
const ATTEMPT_PAUSE_MS = 2000

export type FileTrouble = ModelProblem | 'lost' | 'unreadable' | 'empty'

export type FileStep =
  | { at: 'reading'; id: string | null; name: string; received: number; total: number }
  | { at: 'checking'; id: string; name: string }
  | { at: 'installed'; model: InstalledModel }
  | { at: 'failed'; name: string; trouble: FileTrouble; neededBytes: number | null }
  | { at: 'cancelled'; name: string }

export interface SendFile {
  model: Pick<Rpc['model'], 'beginFile' | 'addPiece' | 'finishFile' | 'cancel'>
  /** A `File` of the browser, or what a test puts in its place. */
  file: { name: string; size: number; slice: (start: number, end: number) => Blob }
  signal: AbortSignal
  onStep: (step: FileStep) => void
  encode?: (piece: Blob) => Promise<string>
  pause?: (ms: number) => Promise<void>
}

class Unreadable extends Error {}

/** Gives a file to the main process piece by piece; the last step says what became of it. Never throws. */
export async function sendFile(job: SendFile): Promise<void> {
  const { model, file, signal, onStep } = job
  const name = file.name.slice(-255)
  let transfer: ModelTransfer | null = null
  try {
    if (file.size === 0) return onStep({ at: 'failed', name, trouble: 'empty', neededBytes: null })
    onStep({ at: 'reading', id: null, name, received: 0, total: file.size })
    transfer = await model.beginFile({ name, bytes: file.size })
    await sendPieces(job, transfer.id)
    onStep({ at: 'checking', id: transfer.id, name })
    onStep({ at: 'installed', model: await model.finishFile({ id: transfer.id }) })
  } catch (error) {
    if (transfer) await forget(job, transfer.id)
    onStep(signal.aborted ? { at: 'cancelled', name } : { at: 'failed', name, ...troubleOf(error) })
  }
}

async function sendPieces(job: SendFile, id: string) {
  const { model, file, signal, onStep, pause = wait } = job
  let received = 0
  let attempts = 0
  let coming = readPiece(job, 0)
  while (received < file.size) {
    signal.throwIfAborted()
    if (received % (STEP_PIECES * PIECE_BYTES) === 0) {
      onStep({ at: 'reading', id, name: file.name, received, total: file.size })
    }
    const piece = await coming
    if (piece.offset !== received) {
      coming = readPiece(job, received)
      continue
    }
    if (piece.base64 === null) throw new Unreadable('a piece of the file could not be read', { cause: piece.cause })
    // The next one is read while this one is on its way.
    coming = readPiece(job, received + PIECE_BYTES)
    try {
      const answer = await model.addPiece({ id, offset: received, base64: piece.base64 })
      received = answer.receivedBytes
      attempts = 0
    } catch (error) {
      const known = receivedAsToldBy(error)
      attempts += 1
      if (attempts > ATTEMPTS || (known === null && !isConnectionLost(error))) throw error
      if (known === null) await pause(ATTEMPT_PAUSE_MS)
      else received = known
    }
  }
  signal.throwIfAborted()
}

interface Piece {
  offset: number
  /** Null when it could not be read. */
  base64: string | null
  cause?: unknown
}

function readPiece({ file, encode = toBase64 }: SendFile, offset: number): Promise<Piece> {
  return encode(file.slice(offset, offset + PIECE_BYTES)).then(
    base64 => ({ offset, base64 }),
    (cause: unknown) => ({ offset, base64: null, cause }),
  )
}

/** After a piece whose answer was lost, the other side knows best where to go on. */
function receivedAsToldBy(error: unknown): number | null {
  if (errorCode(error) !== 'OUT_OF_ORDER') return null
  const data = errorData(error)
  return typeof data === 'object' && data !== null && 'receivedBytes' in data && typeof data.receivedBytes === 'number'
    ? data.receivedBytes
    : null
}

/** What came of it is deleted. Where that fails, it stands among the transfers, with a way to remove it. */
async function forget({ model }: SendFile, id: string): Promise<boolean> {
  return model.cancel({ id }).then(
    () => true,
    () => false,
  )
}

export function troubleOf(error: unknown): { trouble: FileTrouble; neededBytes: number | null } {
  if (error instanceof Unreadable) return { trouble: 'unreadable', neededBytes: null }
  return unusableOf(error) ?? { trouble: 'lost', neededBytes: null }
}

/** Why a model cannot be used, as the contract says it; null for any other failure. */
export function unusableOf(error: unknown): { trouble: ModelProblem; neededBytes: number | null } | null {
  if (errorCode(error) !== 'UNUSABLE') return null
  const data = errorData(error)
  if (typeof data !== 'object' || data === null || !('problem' in data)) return null
  const { success, data: trouble } = modelProblemSchema.safeParse(data.problem)
  const needed = 'neededBytes' in data && typeof data.neededBytes === 'number' ? data.neededBytes : null
  return success ? { trouble, neededBytes: needed } : null
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
