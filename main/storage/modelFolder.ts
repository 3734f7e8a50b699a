import { createHash } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { open, readdir, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelFolder, UnfinishedFile } from '#main/ports/modelFolder.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { storageError, toStorageError, withStorageErrors } from './sqliteErrors.ts'

/** Read at once for a checksum; hashing it takes a millisecond or two. */
const SLICE = 1024 * 1024
const WHOLE = '.gguf'
const UNFINISHED = '.part'

/** Model files in one folder: `<id>.gguf` whole, `<id>.part` while it comes. They are public and not encrypted. */
export function createModelFolder({ folder }: { folder: string }): ModelFolder {
  withStorageErrors(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  const file = (id: string) => join(folder, `${id}${WHOLE}`)
  const unfinished = (id: string) => join(folder, `${id}${UNFINISHED}`)

  return {
    file,
    unfinished,
    unfinishedBytes: id => statSync(unfinished(id), { throwIfNoEntry: false })?.size ?? 0,
    open: (id, signal) => told(() => openUnfinished(unfinished(id), signal)),
    finish: id =>
      told(async () => {
        const handle = await open(unfinished(id), 'r+')
        await handle.sync().finally(() => handle.close())
        await rename(unfinished(id), file(id))
        await syncFolder(folder)
      }),
    takeBack: id =>
      told(() =>
        rename(file(id), unfinished(id)).catch((error: unknown) => {
          if (!isMissing(error)) throw error
        }),
      ),
    removeUnfinished: id => told(() => rm(unfinished(id), { force: true })),
    facts: id =>
      told(async () => {
        const facts = await stat(file(id)).catch((error: unknown) => {
          if (isMissing(error)) return null
          throw error
        })
        return facts?.isFile() === true ? { bytes: facts.size, modifiedMs: facts.mtimeMs } : null
      }),
    sha256: (id, signal) =>
      told(async () => {
        const handle = await open(file(id), 'r')
        const hash = createHash('sha256')
        await eachSlice(handle, signal, slice => hash.update(slice)).finally(() => handle.close())
        return hash.digest('hex')
      }),
    remove: id => told(() => rm(file(id), { force: true })),
    keepOnly: (models, transfers) =>
      told(async () => {
        const kept = new Set([...models.map(id => id + WHOLE), ...transfers.map(id => id + UNFINISHED)])
        const ours = (await readdir(folder)).filter(name => name.endsWith(WHOLE) || name.endsWith(UNFINISHED))
        for (const name of ours) if (!kept.has(name)) await rm(join(folder, name), { force: true })
      }),
    freeBytes: () =>
      told(async () => {
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      }),
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStorageError(error)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Each slice lets everything else go first. Throws the signal's reason. */
async function eachSlice(handle: FileHandle, signal: AbortSignal, onSlice: (slice: Buffer) => void): Promise<number> {
  const buffer = Buffer.allocUnsafe(SLICE)
  for (let at = 0; ;) {
    signal.throwIfAborted()
    const { bytesRead } = await handle.read(buffer, 0, SLICE, at)
    if (bytesRead === 0) return at
    onSlice(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
}

async function openUnfinished(file: string, signal: AbortSignal): Promise<UnfinishedFile> {
  const handle = await open(file, 'a+', 0o600)
  let hash = createHash('sha256')
  let bytes: number
  try {
    bytes = await eachSlice(handle, signal, slice => hash.update(slice))
  } catch (error) {
    await handle.close()
    throw error
  }
  return {
    bytes: () => bytes,
    append: piece =>
      told(async () => {
        try {
          for (let done = 0; done < piece.length;) done += (await handle.write(piece, done)).bytesWritten
        } catch (error) {
          // A part of a piece would be there twice when the piece comes again.
          await handle.truncate(bytes)
          const known = toStorageError(error)
          // Too large a file for this kind of disk, for instance: whatever it is, it is no fault of the line.
          throw known instanceof StorageError ? known : storageError('not-writable', error)
        }
        hash.update(piece)
        bytes += piece.length
      }),
    empty: () =>
      told(async () => {
        await handle.truncate(0)
        hash = createHash('sha256')
        bytes = 0
      }),
    sha256: () => hash.copy().digest('hex'),
    close: () => told(() => handle.close()),
  }
}

/** The name of a new file is only on the disk when its folder is. Windows does it by itself and cannot open folders. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
