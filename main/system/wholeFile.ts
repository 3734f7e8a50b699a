import { randomUUID } from 'node:crypto'
import { access, constants, link, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import { FolderFault, type FolderProblem, type ReportFolder } from '#main/ports/reportFiles.ts'

type Pieces = AsyncIterable<string | Uint8Array>

/** Writes beside the place first and gives the file its name when it is whole. Returns its size. Throws FolderFault. */
export async function writeWhole(path: string, pieces: Pieces): Promise<number> {
  return throughPart(path, pieces, async part => rename(part, path))
}

export const reportFolder: ReportFolder = {
  async check(folder) {
    try {
      if (!isAbsolute(folder) || !(await stat(folder)).isDirectory()) return 'folder-gone'
      await access(folder, constants.W_OK | constants.X_OK)
      // Windows says yes to more than it lets happen.
      const probe = join(folder, partName('check'))
      await (await open(probe, 'wx')).close()
      await unlink(probe)
      return null
    } catch (error) {
      return problemOf(error) === 'folder-gone' ? 'folder-gone' : 'not-writable'
    }
  },
  async add(folder, name, pieces) {
    if (!isAbsolute(folder)) throw new FolderFault('folder-gone')
    let path = join(folder, name)
    await throughPart(path, pieces, async part => {
      path = await firstFree(part, folder, name)
    })
    return path
  },
}

/** A name is taken or not in one step: two programs that write at once do not lose one of the files. */
async function firstFree(part: string, folder: string, name: string): Promise<string> {
  const ending = extname(name)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${basename(name, ending)} (${number})${ending}`)
    try {
      await link(part, path)
      await unlink(part)
      return path
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EISDIR)$/.test(codeOf(error))) throw error
      // A stick without links: looking first is the best that can be done.
      if (await exists(path)) continue
      await rename(part, path)
      return path
    }
  }
}

async function throughPart(path: string, pieces: Pieces, finish: (part: string) => Promise<void>): Promise<number> {
  const part = join(dirname(path), partName(basename(path)))
  let file: FileHandle | null = null
  let bytes = 0
  try {
    file = await open(part, 'wx')
    for await (const piece of pieces) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      for (let done = 0; done < chunk.byteLength;) {
        done += (await file.write(chunk, done, chunk.byteLength - done)).bytesWritten
      }
      bytes += chunk.byteLength
    }
    await file.sync()
    await file.close()
    file = null
    await finish(part)
    return bytes
  } catch (cause) {
    await file?.close().catch(() => undefined)
    // It was never made, or is gone with its folder.
    await unlink(part).catch(() => undefined)
    // What the pieces came from has its own words.
    if (codeOf(cause) === '') throw cause
    throw new FolderFault(problemOf(cause), { cause })
  }
}

function problemOf(error: unknown): FolderProblem {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'folder-gone'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'EBUSY':
      return 'not-writable'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    default:
      return 'failed'
  }
}

function partName(name: string): string {
  return `.${name.slice(0, 80)}.${randomUUID().slice(0, 8)}.part`
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Of the file system only: other errors have codes as well. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
