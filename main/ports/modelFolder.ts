/** A file that is still coming. One at a time may hold it. */
export interface UnfinishedFile {
  /** So many bytes are there. */
  bytes(): number
  /** Throws StorageError; what was written before it stays. */
  append(piece: Uint8Array): Promise<void>
  /** Throws away what came. */
  empty(): Promise<void>
  /** Of all that came, hex. */
  sha256(): string
  close(): Promise<void>
}

export interface FileFacts {
  bytes: number
  modifiedMs: number
}

/** The model files of a shop. Every call may throw StorageError. */
export interface ModelFolder {
  /** Of an unfinished file; 0 when nothing came. */
  unfinishedBytes(id: string): number
  /** What came before is read once, for the checksum. */
  open(id: string, signal: AbortSignal): Promise<UnfinishedFile>
  /** Absolute; where it lies while it is coming. */
  unfinished(id: string): string
  /** The unfinished file is a model from now on: on the disk, then under its name. */
  finish(id: string): Promise<void>
  /** The whole file is an unfinished one again. Does nothing when there is none. */
  takeBack(id: string): Promise<void>
  removeUnfinished(id: string): Promise<void>
  /** Absolute; where it lies when it is whole. */
  file(id: string): string
  /** Null when it is gone. */
  facts(id: string): Promise<FileFacts | null>
  sha256(id: string, signal: AbortSignal): Promise<string>
  remove(id: string): Promise<void>
  /** Deletes what belongs to none of these. */
  keepOnly(models: readonly string[], unfinished: readonly string[]): Promise<void>
  freeBytes(): Promise<number>
}
