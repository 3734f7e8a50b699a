import type { FileHandle } from 'node:fs/promises'
import type { LoadProblem } from '#main/ports/languageModel.ts'

/** What is wrong with a model file's header. */
export class GgufFault extends Error {
  override readonly name = 'GgufFault'
  readonly problem: Extract<LoadProblem, 'missing' | 'not-a-model' | 'damaged' | 'unsupported'>

  constructor(problem: GgufFault['problem'], detail: string, options?: ErrorOptions) {
    super(`${problem}: ${detail}`, options)
    this.problem = problem
  }
}

const WINDOW = 256 * 1024

const readers = {
  u8: [1, (at, view) => view.getUint8(at)],
  i8: [1, (at, view) => view.getInt8(at)],
  u16: [2, (at, view) => view.getUint16(at, true)],
  i16: [2, (at, view) => view.getInt16(at, true)],
  u32: [4, (at, view) => view.getUint32(at, true)],
  i32: [4, (at, view) => view.getInt32(at, true)],
  f32: [4, (at, view) => view.getFloat32(at, true)],
  f64: [8, (at, view) => view.getFloat64(at, true)],
  u64: [8, (at, view) => safe(view.getBigUint64(at, true))],
  i64: [8, (at, view) => safe(view.getBigInt64(at, true))],
} as const satisfies Record<string, readonly [bytes: number, read: (at: number, view: DataView) => number]>

function safe(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new GgufFault('damaged', 'a number that no file needs')
  return number
}

/** Reads a file from its beginning through a small window; asking for more than the file has throws `damaged`. */
export function createBytes(handle: FileHandle, fileBytes: number) {
  const buffer = Buffer.alloc(WINDOW)
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  let start = 0
  let end = 0
  let at = 0

  /** The next bytes are in the window after it; `count` is at most its size. Returns where in it they begin. */
  async function need(count: number): Promise<number> {
    if (at + count > fileBytes) throw new GgufFault('damaged', 'ends too early')
    if (at < start || at + count > end) {
      start = at
      end = at
      while (end < at + count) {
        const { bytesRead } = await handle.read(buffer, end - start, WINDOW - (end - start), end)
        if (bytesRead === 0) throw new GgufFault('damaged', 'ends too early')
        end += bytesRead
      }
    }
    const where = at - start
    at += count
    return where
  }

  async function skip(count: number) {
    if (at + count > fileBytes) throw new GgufFault('damaged', 'ends too early')
    at += count
  }

  async function number(kind: keyof typeof readers): Promise<number> {
    const [bytes, read] = readers[kind]
    return read(await need(bytes), view)
  }

  return {
    at: () => at,
    left: () => fileBytes - at,
    number,
    skip,
    async text(bytes: number): Promise<string> {
      const parts: Buffer[] = []
      if (bytes > fileBytes - at) throw new GgufFault('damaged', 'ends too early')
      for (let left = bytes; left > 0;) {
        const some = Math.min(left, WINDOW)
        const where = await need(some)
        parts.push(Buffer.from(buffer.subarray(where, where + some)))
        left -= some
      }
      return Buffer.concat(parts).toString('utf8')
    },
    /** So many texts, each with its length before it. */
    async skipTexts(count: number) {
      for (let n = 0; n < count; n += 1) {
        // What lies in the window needs no waiting; a vocabulary has hundreds of thousands of them.
        if (at + 8 > end || at < start) await need(8)
        else at += 8
        await skip(safe(view.getBigUint64(at - 8 - start, true)))
      }
    },
  }
}
export type Bytes = ReturnType<typeof createBytes>
