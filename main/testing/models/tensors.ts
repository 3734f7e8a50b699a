/// <reference lib="esnext.float16" />
import type { Tensor, TensorType } from './gguf.ts'
import { tensorBytes } from './gguf.ts'

/** Of whole numbers spread evenly from -128 to 127. */
const SPREAD = Math.sqrt((256 ** 2 - 1) / 12)

/** The same bytes for the same seed (xorshift32), a few thousand million a second, so that a model of 300 MB takes seconds. */
function fillRandom(words: Uint32Array, seed: number) {
  let state = seed | 0 || 1
  for (let index = 0; index < words.length; index++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    words[index] = state
  }
}

/** FNV-1a. */
function seedOf(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash
}

const float16Bits = (value: number) => new Uint16Array(new Float16Array([value]).buffer)[0] ?? 0

/** Even noise of this standard deviation, the same for the same name and seed. Rows from `silentFrom` on are zero. */
export function randomTensor(
  name: string,
  shape: readonly [columns: number, rows: number],
  { type, seed, deviation, silentFrom }: { type: 'f16' | 'q8'; seed: number; deviation: number; silentFrom?: number },
): Tensor {
  const scale = deviation / SPREAD
  const [columns, rows] = shape
  const bytes = () => {
    const made = new Uint8Array(Math.ceil(tensorBytes({ shape, type }) / 4) * 4)
    const size = tensorBytes({ shape, type })
    if (type === 'q8') {
      fillRandom(new Uint32Array(made.buffer), seedOf(name, seed))
      const bits = float16Bits(scale)
      // A block is its scale and 32 whole numbers.
      for (let start = 0; start < size; start += 34) {
        made[start] = bits & 255
        made[start + 1] = bits >>> 8
      }
    } else {
      const levels = Uint16Array.from({ length: 256 }, (_, level) => float16Bits((level - 127.5) * scale))
      const noise = new Uint32Array(Math.ceil((columns * rows) / 4))
      fillRandom(noise, seedOf(name, seed))
      const choices = new Uint8Array(noise.buffer)
      const halves = new Uint16Array(made.buffer)
      for (let index = 0; index < columns * rows; index++) halves[index] = levels[choices[index] ?? 0] ?? 0
    }
    if (silentFrom !== undefined) made.fill(0, tensorBytes({ shape: [columns, silentFrom], type }))
    return made.subarray(0, size)
  }
  return { name, shape, type, bytes }
}

/** A row of ones or zeros, as norms and biases are. */
export function constantTensor(name: string, length: number, value: number): Tensor {
  const bytes = () => new Uint8Array(new Float32Array(length).fill(value).buffer)
  return { name, shape: [length], type: 'f32', bytes }
}

export function zeroTensor(name: string, shape: readonly number[], type: TensorType): Tensor {
  return { name, shape, type, bytes: () => new Uint8Array(tensorBytes({ shape, type })) }
}

export type Fill = (set: (row: number, column: number, value: number) => void) => void

/** Zero but for what `set` is called with. */
export function sparseTensor(
  name: string,
  [columns, rows]: readonly [columns: number, rows: number],
  type: 'f32' | 'f16',
  fill: Fill,
): Tensor {
  const bytes = () => {
    const values = type === 'f32' ? new Float32Array(columns * rows) : new Float16Array(columns * rows)
    fill((row, column, value) => void (values[row * columns + column] = value))
    return new Uint8Array(values.buffer)
  }
  return { name, shape: [columns, rows], type, bytes }
}
