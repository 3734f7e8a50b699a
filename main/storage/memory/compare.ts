import { quickly, type Memory } from './compareQuickly.ts'

/** So many vectors are compared in one go. */
export const BLOCK = 4096
/** So many are compared side by side, so that the room for vectors and for products ends with as many to spare. */
const SIDE_BY_SIDE = 4
const PAGE_BYTES = 65_536
/** The dimension is a multiple of it; what a vector is short of is filled up with 0. */
export const COMPARED_TOGETHER = 8
/** The memory grows in steps of 1 MB. */
const STEP_PAGES = 16
/** Places of a vector are kept as whole numbers of 16 bits: of norm 1, no sum of products leaves 32 bits. */
const WHOLE = 32_767
/** What a product of whole numbers counts. */
export const UNIT = 1 / (WHOLE * WHOLE)

/** Of it, what is needed here; Node's types leave it to those of a browser. */
declare const WebAssembly: { Memory: new (size: { initial: number }) => Memory }

/** Vectors of norm 1 or 0 one after the other, and the nearness of each to a question, to about 5 digits. */
export interface VectorMemory {
  add(vector: Float32Array): void
  count(): number
  /** The norm of the sum of these vectors. */
  normOfSum(numbers: readonly number[]): number
  /** `take` gets the products, in `UNIT`s, of up to `BLOCK` vectors at a time, from number `first` on; they hold only until it returns. */
  compare(question: Float32Array, take: (first: number, products: Int32Array, count: number) => void): void
}

/** Compares eight places of four vectors at a time where the processor can; the same without. */
export function createVectorMemory(dimension: number, isQuick = true): VectorMemory {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const quick = isQuick ? quickly(memory) : null
  const vectorBytes = dimension * 2
  // The question, the products, then the vectors.
  const productsAt = vectorBytes
  const vectorsAt = productsAt + (BLOCK + SIDE_BY_SIDE) * 4
  let places = new Int16Array(memory.buffer)
  let products = new Int32Array(memory.buffer, productsAt, BLOCK)
  let count = 0

  function reserve(bytes: number): void {
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES)
    if (missing <= 0) return
    memory.grow(Math.max(missing, STEP_PAGES))
    places = new Int16Array(memory.buffer)
    products = new Int32Array(memory.buffer, productsAt, BLOCK)
  }

  function write(vector: Float32Array, at: number): void {
    for (let place = 0; place < dimension; place++) {
      places[at / 2 + place] = Math.max(-WHOLE, Math.min(WHOLE, Math.round((vector[place] ?? 0) * WHOLE)))
    }
  }

  function compareBlock(from: number, number: number): void {
    const start = vectorsAt + from * vectorBytes
    if (quick !== null) return quick(0, start, start + number * vectorBytes, vectorBytes, productsAt)
    for (let index = 0; index < number; index++) {
      const first = start / 2 + index * dimension
      let sum = 0
      for (let place = 0; place < dimension; place++) sum += (places[place] ?? 0) * (places[first + place] ?? 0)
      products[index] = sum
    }
  }

  reserve(vectorsAt)
  return {
    add(vector) {
      reserve(vectorsAt + (count + SIDE_BY_SIDE) * vectorBytes)
      write(vector, vectorsAt + count * vectorBytes)
      count += 1
    },
    count: () => count,
    normOfSum(numbers) {
      let squares = 0
      for (let place = 0; place < dimension; place++) {
        let sum = 0
        for (const number of numbers) sum += places[vectorsAt / 2 + number * dimension + place] ?? 0
        squares += sum * sum
      }
      return Math.sqrt(squares * UNIT)
    },
    compare(question, take) {
      write(question, 0)
      for (let first = 0; first < count; first += BLOCK) {
        const number = Math.min(BLOCK, count - first)
        compareBlock(first, number)
        take(first, products, number)
      }
    },
  }
}
