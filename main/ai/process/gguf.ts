import { open, type FileHandle } from 'node:fs/promises'
import { LoadFailure } from '#main/ports/languageModel.ts'

/** What the head of a model file says. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
export interface FileHead {
  architecture: string
  /** Plain values without lists, by key. */
  values: ReadonlyMap<string, string | number | boolean>
  /** Entries of each list, by key. */
  lengths: ReadonlyMap<string, number>
  fileBytes: number
  /** In all its tensors. */
  numbers: number
}

const windowBytes = 1 << 20
/** Far above any real file; a damaged count ends here instead of in a loop without end. */
const most = { entries: 65_536, tensors: 1_048_576, listed: 16_777_216, keyBytes: 65_535, textBytes: 1 << 26 }
const minEntryBytes = 13
const minTensorBytes = 24

/** Bytes of the plain types 0 to 12; 8 is a text and 9 a list. */
const plainBytes: readonly number[] = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8]

/** Numbers and bytes of one block, by type of tensor. https://github.com/ggml-org/ggml/blob/master/include/ggml.h */
const blocks: ReadonlyMap<number, readonly [numbers: number, bytes: number]> = new Map([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [9, [32, 36]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [15, [256, 292]],
  [16, [256, 66]],
  [17, [256, 74]],
  [18, [256, 98]],
  [19, [256, 50]],
  [20, [32, 18]],
  [21, [256, 110]],
  [22, [256, 82]],
  [23, [256, 136]],
  [24, [1, 1]],
  [25, [1, 2]],
  [26, [1, 4]],
  [27, [1, 8]],
  [28, [1, 8]],
  [29, [256, 56]],
  [30, [1, 2]],
  [34, [256, 54]],
  [35, [256, 66]],
  [39, [32, 17]],
])

/**
 * Reads the head of a model file without trusting any of its counts, and looks whether the whole file is there: llama.cpp
 * itself is shown a file only after this. Throws LoadFailure.
 */
export async function readHead(path: string): Promise<FileHead> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch (error) {
    throw new LoadFailure('missing', { cause: error })
  }
  try {
    const { size } = await file.stat()
    return await headOf(bytesOf(file, size), size)
  } finally {
    await file.close()
  }
}

type Bytes = ReturnType<typeof bytesOf>

/** The file from its beginning on, a stretch of it in memory. Reading beyond the end is damage. */
function bytesOf(file: FileHandle, size: number) {
  let at = 0
  let start = 0
  let stretch = new DataView(new ArrayBuffer(0))

  async function take(count: number): Promise<number> {
    if (at + count > size) throw new LoadFailure('damaged')
    if (at < start || at + count > start + stretch.byteLength) {
      const wanted = Math.max(Math.min(windowBytes, size - at), count)
      const read = new Uint8Array(wanted)
      const { bytesRead } = await file.read(read, 0, wanted, at)
      if (bytesRead < count) throw new LoadFailure('damaged')
      start = at
      stretch = new DataView(read.buffer, 0, bytesRead)
    }
    const offset = at - start
    at += count
    return offset
  }
  return {
    position: () => at,
    skip(count: number) {
      if (at + count > size) throw new LoadFailure('damaged')
      at += count
    },
    async u32() {
      const offset = await take(4)
      return stretch.getUint32(offset, true)
    },
    /** Also of 64 bits; what is larger than a file can be is damage. */
    async count(limit: number) {
      const offset = await take(8)
      const value = stretch.getBigUint64(offset, true)
      if (value > BigInt(limit)) throw new LoadFailure('damaged')
      return Number(value)
    },
    async text(limit: number) {
      const length = await this.count(limit)
      const offset = await take(length)
      return new TextDecoder().decode(new Uint8Array(stretch.buffer, offset, length))
    },
    async plain(type: number): Promise<number | boolean> {
      const offset = await take(plainBytes[type] ?? 0)
      switch (type) {
        case 0:
          return stretch.getUint8(offset)
        case 1:
          return stretch.getInt8(offset)
        case 2:
          return stretch.getUint16(offset, true)
        case 3:
          return stretch.getInt16(offset, true)
        case 4:
          return stretch.getUint32(offset, true)
        case 5:
          return stretch.getInt32(offset, true)
        case 6:
          return stretch.getFloat32(offset, true)
        case 7:
          return stretch.getUint8(offset) !== 0
        case 10:
          return Number(stretch.getBigUint64(offset, true))
        case 11:
          return Number(stretch.getBigInt64(offset, true))
        case 12:
          return stretch.getFloat64(offset, true)
        default:
          throw new LoadFailure('damaged')
      }
    },
  }
}

async function headOf(bytes: Bytes, size: number): Promise<FileHead> {
  if (size < 24 || (await bytes.u32()) !== 0x46_55_47_47) throw new LoadFailure('not-a-model')
  const version = await bytes.u32()
  // Version 1 had counts of 32 bits; a large number is a file of the other byte order.
  if (version !== 2 && version !== 3) throw new LoadFailure('unsupported')
  const tensors = await bytes.count(Math.min(most.tensors, Math.floor(size / minTensorBytes)))
  const entries = await bytes.count(Math.min(most.entries, Math.floor(size / minEntryBytes)))
  const values = new Map<string, string | number | boolean>()
  const lengths = new Map<string, number>()
  for (let entry = 0; entry < entries; entry++) {
    const key = await bytes.text(most.keyBytes)
    const type = await bytes.u32()
    if (type === 8) values.set(key, await bytes.text(most.textBytes))
    else if (type === 9) lengths.set(key, await skipList(bytes))
    else values.set(key, await bytes.plain(type))
  }
  const architecture = values.get('general.architecture')
  if (typeof architecture !== 'string' || tensors === 0) throw new LoadFailure('damaged')
  const numbers = await lookAtTensors(bytes, { tensors, size, alignment: values.get('general.alignment') ?? 32 })
  return { architecture, values, lengths, fileBytes: size, numbers }
}

async function skipList(bytes: Bytes): Promise<number> {
  const type = await bytes.u32()
  const length = await bytes.count(most.listed)
  // Lists of lists are in no model.
  if (type === 9 || (type !== 8 && (plainBytes[type] ?? 0) === 0)) throw new LoadFailure('damaged')
  if (type === 8) {
    for (let index = 0; index < length; index++) bytes.skip(await bytes.count(most.textBytes))
  } else bytes.skip(length * (plainBytes[type] ?? 0))
  return length
}

interface Tensors {
  tensors: number
  size: number
  alignment: string | number | boolean
}

/** Each one must lie within the file. */
async function lookAtTensors(bytes: Bytes, { tensors, size, alignment }: Tensors): Promise<number> {
  if (typeof alignment !== 'number' || alignment < 1 || !Number.isInteger(Math.log2(alignment)))
    throw new LoadFailure('damaged')
  let end = 0
  let total = 0
  for (let tensor = 0; tensor < tensors; tensor++) {
    await bytes.text(most.keyBytes)
    const dimensions = await bytes.u32()
    if (dimensions < 1 || dimensions > 4) throw new LoadFailure('damaged')
    const shape: number[] = []
    for (let dimension = 0; dimension < dimensions; dimension++) shape.push(await bytes.count(2 ** 40))
    const type = await bytes.u32()
    const offset = await bytes.count(size)
    const numbers = shape.reduce((product, count) => product * count, 1)
    if (numbers > 2 ** 45 || shape.includes(0) || offset % alignment !== 0) throw new LoadFailure('damaged')
    // A type newer than this list is for llama.cpp to know.
    const [perBlock, blockBytes] = blocks.get(type) ?? [1, 0]
    if ((shape[0] ?? 0) % perBlock !== 0) throw new LoadFailure('damaged')
    total += numbers
    end = Math.max(end, offset + (numbers / perBlock) * blockBytes)
  }
  const data = Math.ceil(bytes.position() / alignment) * alignment
  if (data + end > size) throw new LoadFailure('damaged')
  return total
}
