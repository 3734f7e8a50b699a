import { open } from 'node:fs/promises'
import { createBytes, GgufFault, type Bytes } from './ggufBytes.ts'
import { tensorBytes } from './ggufTensors.ts'

/** A list is kept up to this length; of longer ones (vocabularies) only the length. */
const LONGEST_LIST = 512
const MOST_ENTRIES = 65_536
const MOST_TENSORS = 65_536
const MOST_DIMENSIONS = 4
const LONGEST_KEY = 65_535
const LONGEST_TEXT = 4 * 1024 * 1024
const LONGEST_NAME = 1024

export type GgufScalar = string | number | boolean
export interface GgufList {
  length: number
  /** Null when it is longer than what is kept. */
  items: readonly GgufScalar[] | null
}
export type GgufValue = GgufScalar | GgufList

export interface GgufTensor {
  name: string
  dimensions: readonly number[]
  type: number
  /** Within the file. */
  at: number
  bytes: number
}

export interface GgufHeader {
  metadata: ReadonlyMap<string, GgufValue>
  tensors: readonly GgufTensor[]
  fileBytes: number
}

/** The types of values of a GGUF file, versions 2 and 3. */
const kinds = ['u8', 'i8', 'u16', 'i16', 'u32', 'i32', 'f32', 'bool', 'text', 'list', 'u64', 'i64', 'f64'] as const
type Kind = (typeof kinds)[number]
const fewestBytes: Readonly<Record<Kind, number>> = {
  u8: 1, i8: 1, bool: 1, u16: 2, i16: 2, u32: 4, i32: 4, f32: 4, u64: 8, i64: 8, f64: 8, text: 8, list: 12,
} // prettier-ignore

/**
 * The header of a model file, nothing of it believed before it was held against the length of the file: a shortened
 * file is found here, and no length in it makes us take memory. Throws GgufFault.
 */
export async function readGguf(file: string): Promise<GgufHeader> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new GgufFault('missing', 'cannot be opened', { cause })
  })
  try {
    const { size } = await handle.stat()
    return await readHeader(createBytes(handle, size), size)
  } finally {
    await handle.close()
  }
}

async function readHeader(bytes: Bytes, fileBytes: number): Promise<GgufHeader> {
  if (fileBytes < 4 || (await bytes.text(4)) !== 'GGUF') throw new GgufFault('not-a-model', 'no GGUF magic')
  const version = await bytes.number('u32')
  if (version !== 2 && version !== 3) throw new GgufFault('unsupported', `version ${version}`)
  const tensorCount = within(await bytes.number('u64'), MOST_TENSORS, 'tensors')
  const entryCount = within(await bytes.number('u64'), MOST_ENTRIES, 'entries')

  const metadata = new Map<string, GgufValue>()
  for (let n = 0; n < entryCount; n += 1) {
    const key = await bytes.text(within(await bytes.number('u64'), LONGEST_KEY, 'key'))
    if (metadata.has(key)) throw new GgufFault('damaged', 'a key twice')
    metadata.set(key, await readValue(bytes, await kindOf(bytes)))
  }
  const declared: Omit<GgufTensor, 'bytes'>[] = []
  for (let n = 0; n < tensorCount; n += 1) {
    const name = await bytes.text(within(await bytes.number('u64'), LONGEST_NAME, 'tensor name'))
    const count = within(await bytes.number('u32'), MOST_DIMENSIONS, 'dimensions')
    const dimensions: number[] = []
    for (let d = 0; d < count; d += 1) dimensions.push(await bytes.number('u64'))
    declared.push({ name, dimensions, type: await bytes.number('u32'), at: await bytes.number('u64') })
  }
  return { metadata, tensors: placed(declared, bytes.at(), metadata.get('general.alignment'), fileBytes), fileBytes }
}

function placed(
  declared: readonly Omit<GgufTensor, 'bytes'>[],
  headerEnd: number,
  alignment: GgufValue = 32,
  fileBytes: number,
): GgufTensor[] {
  if (typeof alignment !== 'number' || !(alignment >= 1 && alignment <= 65_536) || (alignment & (alignment - 1)) !== 0)
    throw new GgufFault('damaged', 'alignment')
  const dataAt = Math.ceil(headerEnd / alignment) * alignment
  return declared.map(tensor => {
    const bytes = tensorBytes(tensor.type, tensor.dimensions)
    const at = dataAt + tensor.at
    if (tensor.at % alignment !== 0 || at + bytes > fileBytes) {
      throw new GgufFault('damaged', `tensor ${tensor.name} lies outside of the file`)
    }
    return { ...tensor, at, bytes }
  })
}

async function kindOf(bytes: Bytes): Promise<Kind> {
  const kind = kinds[await bytes.number('u32')]
  if (kind === undefined) throw new GgufFault('damaged', 'type of a value')
  return kind
}

async function readValue(bytes: Bytes, kind: Kind): Promise<GgufValue> {
  return kind === 'list' ? readList(bytes) : readScalar(bytes, kind)
}

async function readScalar(bytes: Bytes, kind: Exclude<Kind, 'list'>): Promise<GgufScalar> {
  if (kind === 'text') return bytes.text(within(await bytes.number('u64'), LONGEST_TEXT, 'text'))
  if (kind === 'bool') return (await bytes.number('u8')) !== 0
  return bytes.number(kind)
}

async function readList(bytes: Bytes): Promise<GgufList> {
  const kind = await kindOf(bytes)
  if (kind === 'list') throw new GgufFault('damaged', 'a list of lists')
  const length = within(await bytes.number('u64'), bytes.left() / fewestBytes[kind], 'list')
  if (length <= LONGEST_LIST) {
    const items: GgufScalar[] = []
    for (let n = 0; n < length; n += 1) items.push(await readScalar(bytes, kind))
    return { length, items }
  }
  if (kind === 'text') await bytes.skipTexts(length)
  else await bytes.skip(length * fewestBytes[kind])
  return { length, items: null }
}

function within(value: number, most: number, what: string): number {
  if (value > most) throw new GgufFault('damaged', `${what}: ${value}`)
  return value
}
