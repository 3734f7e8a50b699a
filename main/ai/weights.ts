import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A table of trained numbers. int8 values stand for `value * scale`. */
export interface Tensor {
  name: string
  shape: readonly number[]
  scale: number
  values: Int8Array | Float32Array
}

/** What one training run left: some tables and what else is needed to use them (labels, thresholds, settings). */
export interface Weights<About = unknown> {
  /** Which model this is; a file under another name is refused. */
  name: string
  about: About
  tensors: readonly Tensor[]
}

export interface LoadedWeights<About> {
  /** Of the content: two files with the same id judge the same. */
  id: string
  about: About
  /** Throws WeightsError when the file has no such table. */
  tensor(name: string): Tensor
}

/** `missing`: there is no such file; `damaged`: it is cut off, altered, or of another version. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError'
  readonly kind: 'missing' | 'damaged'
  constructor(kind: 'missing' | 'damaged', file: string, options?: ErrorOptions) {
    super(`The weights ${file} are ${kind}`, options)
    this.kind = kind
  }
}

const magic = 'KDW1'
const headerStart = 8
const alignment = 8
const idLength = 12

const headerSchema = z.object({
  name: z.string(),
  checksum: z.string(),
  about: z.unknown(),
  tensors: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['int8', 'float32']),
      shape: z.array(z.number().int().min(0)),
      scale: z.number(),
      /** From the start of the body, in bytes. */
      start: z.number().int().min(0),
    }),
  ),
})

/** The nearest int8 table; the largest number becomes 127. */
export function toInt8(name: string, shape: readonly number[], values: Float32Array): Tensor {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  const scale = largest === 0 ? 1 : largest / 127
  return { name, shape, scale, values: Int8Array.from(values, value => Math.round(value / scale)) }
}

/** The numbers an int8 table stands for. */
export function toFloats({ values, scale }: Tensor): Float32Array {
  return values instanceof Float32Array ? values : Float32Array.from(values, value => value * scale)
}

/** As one file: `KDW1`, the length of the header, the header in JSON, and the tables one after the other, little endian. */
export function encodeWeights({ name, about, tensors }: Weights): Uint8Array {
  let length = 0
  const places = tensors.map(({ values }) => {
    const start = length
    length = aligned(start + values.byteLength)
    return start
  })
  const body = new Uint8Array(length)
  for (const [index, { values }] of tensors.entries()) {
    body.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), places[index])
  }
  const header = JSON.stringify({
    name,
    checksum: checksumOf(body, about),
    about,
    tensors: tensors.map(({ name: tensorName, shape, scale, values }, index) => ({
      name: tensorName,
      type: values instanceof Float32Array ? 'float32' : 'int8',
      shape,
      scale,
      start: places[index],
    })),
  })
  const headerBytes = new TextEncoder().encode(header)
  const bodyStart = aligned(headerStart + headerBytes.length)
  const file = new Uint8Array(bodyStart + length)
  file.set(new TextEncoder().encode(magic))
  new DataView(file.buffer).setUint32(4, headerBytes.length, true)
  file.set(headerBytes, headerStart)
  file.set(body, bodyStart)
  return file
}

/** Reads and checks a whole file. Throws WeightsError. */
export function loadWeights<About>(file: string, name: string, aboutSchema: z.ZodType<About>): LoadedWeights<About> {
  const bytes = bytesOf(file)
  try {
    return decodeWeights(bytes, name, aboutSchema)
  } catch (error) {
    throw new WeightsError('damaged', file, { cause: error })
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new WeightsError('missing', file, { cause: error })
  }
}

function decodeWeights<About>(bytes: Uint8Array, name: string, aboutSchema: z.ZodType<About>): LoadedWeights<About> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== magic) throw new Error('Not a file of weights')
  const headerLength = view.getUint32(4, true)
  const text = new TextDecoder().decode(bytes.subarray(headerStart, headerStart + headerLength))
  const header = headerSchema.parse(JSON.parse(text))
  // A copy starts where numbers of four bytes may start.
  const body = Uint8Array.from(bytes.subarray(aligned(headerStart + headerLength)))
  if (header.name !== name) throw new Error(`These are weights of ${header.name}`)
  if (header.checksum !== checksumOf(body, header.about)) throw new Error('The checksum does not fit')
  const tensors = new Map(
    header.tensors.map(({ name: tensorName, type, shape, scale, start }) => {
      const count = shape.reduce((product, size) => product * size, 1)
      const values =
        type === 'int8' ? new Int8Array(body.buffer, start, count) : new Float32Array(body.buffer, start, count)
      return [tensorName, { name: tensorName, shape, scale, values }]
    }),
  )
  return {
    id: header.checksum.slice(0, idLength),
    about: aboutSchema.parse(header.about),
    tensor(tensorName) {
      const found = tensors.get(tensorName)
      if (found === undefined) throw new WeightsError('damaged', `${name} without ${tensorName}`)
      return found
    },
  }
}

function checksumOf(body: Uint8Array, about: unknown): string {
  return createHash('sha256').update(JSON.stringify(about)).update(body).digest('hex')
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment
}
