/** So many vectors are compared in one go. */
export const BLOCK = 4096
const PAGE_BYTES = 65_536
/** The memory grows in steps of 4 MB. */
const STEP_PAGES = 64

interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** Of it, what is needed here; Node's types leave it to those of a browser. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => Memory
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> }
}

/** Vectors one after the other, and the nearness of each to a question. */
export interface VectorMemory {
  add(vector: Float32Array): void
  count(): number
  /** `take` gets the products of up to `BLOCK` vectors at a time, from number `first` on; they hold only until it returns. */
  compare(question: Float32Array, take: (first: number, products: Float32Array, count: number) => void): void
}

/** Compares four numbers at a time where the processor can; the same without. The dimension is a multiple of 8. */
export function createVectorMemory(dimension: number, isQuick = true): VectorMemory {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const quick = isQuick ? quickly(memory) : null
  const vectorBytes = dimension * 4
  // The question, the products, then the vectors.
  const productsAt = vectorBytes
  const vectorsAt = productsAt + BLOCK * 4
  let floats = new Float32Array(memory.buffer)
  let count = 0

  function reserve(bytes: number): void {
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES)
    if (missing <= 0) return
    memory.grow(Math.max(missing, STEP_PAGES))
    floats = new Float32Array(memory.buffer)
  }

  function compareBlock(from: number, number: number): void {
    const start = vectorsAt + from * vectorBytes
    if (quick !== null) return quick(0, start, start + number * vectorBytes, vectorBytes, productsAt)
    for (let index = 0; index < number; index++) {
      const first = start / 4 + index * dimension
      let sum = 0
      for (let place = 0; place < dimension; place++) sum += (floats[place] ?? 0) * (floats[first + place] ?? 0)
      floats[productsAt / 4 + index] = sum
    }
  }

  reserve(vectorsAt)
  return {
    add(vector) {
      reserve(vectorsAt + (count + 1) * vectorBytes)
      floats.set(vector, vectorsAt / 4 + count * dimension)
      count += 1
    },
    count: () => count,
    compare(question, take) {
      floats.set(question, 0)
      for (let first = 0; first < count; first += BLOCK) {
        const number = Math.min(BLOCK, count - first)
        compareBlock(first, number)
        take(first, floats.subarray(productsAt / 4, productsAt / 4 + number), number)
      }
    },
  }
}

type Compare = (question: number, from: number, end: number, vectorBytes: number, products: number) => void

/**
 * ```wat
 * (module
 *   (import "memory" "vectors" (memory 1))
 *   (func (export "compare")
 *     (param $question i32) (param $from i32) (param $end i32) (param $bytes i32) (param $products i32)
 *     (local $at i32) (local $one v128) (local $two v128)
 *     loop $vectors
 *       (local.set $at (i32.const 0))
 *       (local.set $one (v128.const i32x4 0 0 0 0))
 *       (local.set $two (v128.const i32x4 0 0 0 0))
 *       loop $places ;; eight at a time
 *         (local.set $one (f32x4.add (local.get $one) (f32x4.mul
 *           (v128.load (i32.add (local.get $question) (local.get $at)))
 *           (v128.load (i32.add (local.get $from) (local.get $at))))))
 *         (local.set $two (f32x4.add (local.get $two) (f32x4.mul
 *           (v128.load offset=16 (i32.add (local.get $question) (local.get $at)))
 *           (v128.load offset=16 (i32.add (local.get $from) (local.get $at))))))
 *         (br_if $places (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 32))) (local.get $bytes)))
 *       end
 *       (local.set $one (f32x4.add (local.get $one) (local.get $two)))
 *       (f32.store (local.get $products) (f32.add (f32.add (f32.add
 *         (f32x4.extract_lane 0 (local.get $one)) (f32x4.extract_lane 1 (local.get $one)))
 *         (f32x4.extract_lane 2 (local.get $one))) (f32x4.extract_lane 3 (local.get $one))))
 *       (local.set $products (i32.add (local.get $products) (i32.const 4)))
 *       (br_if $vectors (i32.lt_u (local.tee $from (i32.add (local.get $from) (local.get $bytes))) (local.get $end)))
 *     end))
 * ```
 */
const module =
  'AGFzbQEAAAABCQFgBX9/f39/AAITAQZtZW1vcnkHdmVjdG9ycwIAAQMCAQAHCwEHY29tcGFyZQAACrcBAbQBAgF/AnsDQEEAIQX9DAAAAAAAAAAA' +
  'AAAAAAAAAAAhBv0MAAAAAAAAAAAAAAAAAAAAACEHA0AgBiAAIAVq/QAEACABIAVq/QAEAP3mAf3kASEGIAcgACAFav0ABBAgASAFav0ABBD95gH9' +
  '5AEhByAFQSBqIgUgA0kNAAsgBiAH/eQBIQYgBCAG/R8AIAb9HwGSIAb9HwKSIAb9HwOSOAIAIARBBGohBCABIANqIgEgAkkNAAsL'

/** Null on a processor that cannot take four numbers at a time. */
function quickly(memory: Memory): Compare | null {
  try {
    const { compare } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(module, 'base64')), {
      memory: { vectors: memory },
    }).exports
    return typeof compare === 'function' ? (...places) => void Reflect.apply(compare, undefined, places) : null
  } catch {
    return null
  }
}
