import type { InstalledModel, ModelTransfer, ModelUse } from '#contract/model.ts'
import type { Shape } from '#domain/models/fit.ts'

export interface ModelRecord extends Omit<InstalledModel, 'inUse'> {
  /** As the file system told it when the checksum was taken; another one means that it is taken again. */
  modifiedMs: number
  shape: Shape
}

type Told = 'id' | 'kind' | 'catalogueId' | 'name' | 'totalBytes' | 'problem'

/** How much has come is told by the file itself. */
export interface TransferRecord extends Pick<ModelTransfer, Told> {
  state: 'running' | 'paused' | 'failed'
  /** What the server calls this version of the file; what is fetched later must be of the same one. */
  etag: string | null
}

export interface ModelStore {
  /** The oldest first. */
  list(): ModelRecord[]
  get(id: string): ModelRecord | null
  put(model: ModelRecord): void
  /** It is in use for nothing any more. */
  remove(id: string): void
  transfers(): TransferRecord[]
  transfer(id: string): TransferRecord | null
  putTransfer(transfer: TransferRecord): void
  removeTransfer(id: string): void
  /** The id of the model in use; null: the built-in assistant alone. */
  inUse(use: ModelUse): string | null
  setInUse(use: ModelUse, id: string | null): void
  /** A graphics card failed with a model before. */
  graphicsFailed(): boolean
  setGraphicsFailed(failed: boolean): void
  /** Bytes a second that one core moves through the memory, measured; null before that. */
  memorySpeed(): number | null
  setMemorySpeed(bytesPerSecond: number): void
}
