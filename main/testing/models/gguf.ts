import { closeSync, openSync, writeSync } from 'node:fs'

/**
 * Writes GGUF version 3, the file format of llama.cpp, as its description says:
 * https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 *
 * Little-endian throughout: magic "GGUF", version, number of tensors, number of metadata entries; the entries (key,
 * type, value); for each tensor its name, shape (fastest dimension first), type and offset; then, from the next
 * multiple of the alignment on, the tensors themselves, each on a multiple of it. A text is its length in bytes as
 * 64 bits and its UTF-8.
 */
export interface Gguf {
  metadata: readonly (readonly [key: string, value: MetadataValue])[]
  tensors: readonly Tensor[]
}

export type MetadataValue =
  | { type: 'u32' | 'i32' | 'f32'; value: number }
  | { type: 'bool'; value: boolean }
  | { type: 'text'; value: string }
  | { type: 'texts'; value: readonly string[] }
  | { type: 'i32s' | 'f32s'; value: readonly number[] }

export interface Tensor {
  name: string
  /** Fastest first: a matrix that takes `columns` numbers and gives `rows` is [columns, rows]. */
  shape: readonly number[]
  type: TensorType
  /** Made when it is written, so that a large file needs no memory. */
  bytes(): Uint8Array
}

/** `iq1`: IQ1_S, slow to compute with and small in the file. */
export type TensorType = 'f32' | 'f16' | 'q8' | 'iq1'

const ALIGNMENT = 32
/** Numbers of the types in the file, how many numbers make a block, and how many bytes it has. */
const types: Readonly<Record<TensorType, { code: number; block: number; bytes: number }>> = {
  f32: { code: 0, block: 1, bytes: 4 },
  f16: { code: 1, block: 1, bytes: 2 },
  q8: { code: 8, block: 32, bytes: 34 },
  iq1: { code: 19, block: 256, bytes: 50 },
}
const codes = { u32: 4, i32: 5, f32: 6, bool: 7, text: 8, array: 9 } as const

export const u32 = (value: number): MetadataValue => ({ type: 'u32', value })
export const f32 = (value: number): MetadataValue => ({ type: 'f32', value })
export const bool = (value: boolean): MetadataValue => ({ type: 'bool', value })
export const text = (value: string): MetadataValue => ({ type: 'text', value })
export const texts = (value: readonly string[]): MetadataValue => ({ type: 'texts', value })
export const i32s = (value: readonly number[]): MetadataValue => ({ type: 'i32s', value })

const numbers = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1)

/** How many numbers the model was made of. */
export function parameters({ tensors }: Gguf): number {
  return tensors.reduce((sum, { shape }) => sum + numbers(shape), 0)
}

export function tensorBytes({ shape, type }: Pick<Tensor, 'shape' | 'type'>): number {
  return (numbers(shape) / types[type].block) * types[type].bytes
}

function createHead() {
  const pieces: Buffer[] = []
  function sized(bytes: number, write: (buffer: Buffer) => void) {
    const buffer = Buffer.alloc(bytes)
    write(buffer)
    pieces.push(buffer)
  }
  const head = {
    word: (value: number) => sized(4, buffer => buffer.writeUInt32LE(value)),
    signed: (value: number) => sized(4, buffer => buffer.writeInt32LE(value)),
    float: (value: number) => sized(4, buffer => buffer.writeFloatLE(value)),
    long: (value: number | bigint) => sized(8, buffer => buffer.writeBigUInt64LE(BigInt(value))),
    byte: (value: number) => sized(1, buffer => buffer.writeUInt8(value)),
    text(value: string) {
      const bytes = Buffer.from(value, 'utf8')
      head.long(bytes.length)
      pieces.push(bytes)
    },
    raw: (bytes: Buffer) => void pieces.push(bytes),
    bytes: () => Buffer.concat(pieces),
  }
  return head
}
type Head = ReturnType<typeof createHead>

function writeValue(head: Head, { type, value }: MetadataValue) {
  function array<Item>(code: number, items: readonly Item[], write: (item: Item) => void) {
    head.word(codes.array)
    head.word(code)
    head.long(items.length)
    items.forEach(write)
  }
  switch (type) {
    case 'u32':
      head.word(codes.u32)
      return head.word(value)
    case 'i32':
      head.word(codes.i32)
      return head.signed(value)
    case 'f32':
      head.word(codes.f32)
      return head.float(value)
    case 'bool':
      head.word(codes.bool)
      return head.byte(value ? 1 : 0)
    case 'text':
      head.word(codes.text)
      return head.text(value)
    case 'texts':
      return array(codes.text, value, head.text)
    case 'i32s':
      return array(codes.i32, value, head.signed)
    case 'f32s':
      return array(codes.f32, value, head.float)
  }
}

const padding = (length: number) => Buffer.alloc((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT)

/** What comes before the tensors. `counts` lets a hostile file claim others than it has. */
export function ggufHead(
  { metadata, tensors }: Gguf,
  counts: { tensors?: bigint; metadata?: bigint; offset?: number } = {},
): Buffer {
  const head = createHead()
  head.raw(Buffer.from('GGUF'))
  head.word(3)
  head.long(counts.tensors ?? tensors.length)
  head.long(counts.metadata ?? metadata.length)
  for (const [key, value] of metadata) {
    head.text(key)
    writeValue(head, value)
  }
  let offset = counts.offset ?? 0
  for (const tensor of tensors) {
    head.text(tensor.name)
    head.word(tensor.shape.length)
    tensor.shape.forEach(head.long)
    head.word(types[tensor.type].code)
    head.long(offset)
    offset += tensorBytes(tensor) + padding(tensorBytes(tensor)).length
  }
  const bytes = head.bytes()
  return Buffer.concat([bytes, padding(bytes.length)])
}

function* ggufPieces(model: Gguf) {
  yield ggufHead(model)
  for (const tensor of model.tensors) {
    const bytes = tensor.bytes()
    if (bytes.length !== tensorBytes(tensor)) throw new Error(`${tensor.name} has ${bytes.length} bytes`)
    yield bytes
    yield padding(bytes.length)
  }
}

/** The whole file; for small ones. */
export const ggufBytes = (model: Gguf): Buffer => Buffer.concat([...ggufPieces(model)])

/** Gives the size of the file. */
export function writeGguf(file: string, model: Gguf): number {
  const handle = openSync(file, 'w')
  let size = 0
  try {
    for (const piece of ggufPieces(model)) {
      for (let start = 0; start < piece.length;) start += writeSync(handle, piece, start)
      size += piece.length
    }
  } finally {
    closeSync(handle)
  }
  return size
}
