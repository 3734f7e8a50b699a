import { open, readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { LogLine, Surroundings } from '#main/ports/surroundings.ts'

/** So much of the end of the log is looked through. */
const LOG_TAIL_BYTES = 512 * 1024

const lineSchema = z.object({
  at: z.iso.datetime(),
  level: z.enum(['warn', 'error']),
  message: z.string(),
  stack: z.string().optional(),
})

/** The computer as Node sees it. */
export function createSurroundings(dataFolder: string): Surroundings {
  return {
    system: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    async freeBytes() {
      const { bavail, bsize } = await statfs(dataFolder)
      return bavail * bsize
    },
    bytesOf: name => bytesOf(join(dataFolder, name)),
    async newestFile(folder, ending) {
      const names = await readdir(join(dataFolder, folder)).catch(ifMissing<string[]>([]))
      const files = await Promise.all(
        names
          .filter(name => name.endsWith(ending))
          .map(async name => {
            const { mtime, size } = await stat(join(dataFolder, folder, name))
            return { at: mtime, bytes: size }
          }),
      )
      return files.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0] ?? null
    },
    loggedProblems: async () => problemsIn(await endOf(join(dataFolder, 'logs', 'keepdesk.log'))),
  }
}

/** A file that is deleted meanwhile counts as nothing. */
async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(ifMissing(null))
  if (found === null) return 0
  if (!found.isDirectory()) return found.size
  const names = await readdir(path).catch(ifMissing<string[]>([]))
  let bytes = 0
  for (const name of names) bytes += await bytesOf(join(path, name))
  return bytes
}

function ifMissing<T>(instead: T) {
  return (error: unknown): T => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return instead
    }
    throw error
  }
}

async function endOf(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(ifMissing(null))
  if (handle === null) return ''
  try {
    const { size } = await handle.stat()
    const bytes = Math.min(size, LOG_TAIL_BYTES)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, size - bytes)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A line that was cut, or that no log of ours wrote, is passed over. */
export function problemsIn(log: string): LogLine[] {
  return log.split('\n').flatMap(line => {
    const parsed = lineSchema.safeParse(jsonOrNull(line))
    if (!parsed.success) return []
    const { at, level, message, stack } = parsed.data
    return [{ at: new Date(at), level, message, cause: stack?.split('\n', 1)[0] ?? null }]
  })
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
