const GIB = 2 ** 30
/** What a file and its context may take of the whole memory. */
const MOST = 0.9
/** Half of the keys and values of current models with grouped heads; twice that is kept free for others. */
const BYTES_OF_FILE_FOR_ONE_OF_A_TOKEN = 16_000
/** The program of the process itself, compute buffers, and what grows while it works. */
const BESIDES_BYTES = 2 * GIB

export interface Room {
  /** Of one conversation. */
  contextTokens: number
  /** Conversations side by side. */
  sequences: number
}
export interface Memory {
  totalBytes: number
  freeBytes: number
}

/** Best first. */
const rooms: readonly Room[] = [
  { contextTokens: 8192, sequences: 8 },
  { contextTokens: 8192, sequences: 4 },
  { contextTokens: 4096, sequences: 4 },
  { contextTokens: 4096, sequences: 2 },
  { contextTokens: 2048, sequences: 2 },
]
export const smallestRoom: Room = { contextTokens: 2048, sequences: 1 }

/** What to try when that was too much; null: nothing smaller is of use. */
export function smallerRoom({ contextTokens, sequences }: Room): Room | null {
  const tokens = contextTokens * sequences
  return [...rooms, smallestRoom].find(room => room.contextTokens * room.sequences < tokens) ?? null
}

/** Bytes that a context takes, told from the size of the model's file: at least what current models need. */
export function contextBytes(fileBytes: number, { contextTokens, sequences }: Room): number {
  return Math.ceil((fileBytes / BYTES_OF_FILE_FOR_ONE_OF_A_TOKEN) * contextTokens * sequences)
}

/** A quarter of the memory, and half of what is free beside the file, go to contexts. */
export function roomFor(fileBytes: number, { totalBytes, freeBytes }: Memory): Room {
  const most = Math.min(totalBytes / 4, Math.max(0, freeBytes - fileBytes) / 2)
  return rooms.find(room => contextBytes(fileBytes, room) <= most) ?? smallestRoom
}

/** Even the smallest context would not leave the computer enough. */
export function isTooBig(fileBytes: number, totalBytes: number): boolean {
  return fileBytes + contextBytes(fileBytes, smallestRoom) > totalBytes * MOST
}

/** The process is ended when it takes more: files, contexts, and as much again as goes wrong in a healthy one. */
export function memoryCap(loaded: readonly { fileBytes: number; room: Room }[], totalBytes: number): number {
  const needed = loaded.reduce(
    (sum, { fileBytes, room }) => sum + 1.5 * fileBytes + contextBytes(fileBytes, room),
    BESIDES_BYTES,
  )
  return Math.min(needed, totalBytes * MOST)
}
