export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** Of it, what is needed here; Node's types leave it to those of a browser. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> }
}

/** Places in the memory, in bytes; the products of up to three vectors behind the end are written, too. */
type Compare = (question: number, from: number, end: number, vectorBytes: number, products: number) => void

/**
 * ```wat
 * (module
 *   (import "memory" "vectors" (memory 1))
 *   (func (export "compare")
 *     (param $question i32) (param $from i32) (param $end i32) (param $bytes i32) (param $products i32)
 *     (local $at i32) (local $two i32) (local $three i32) (local $four i32)
 *     (local $asked v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
 *     loop $vectors ;; four at a time
 *       (local.set $four (i32.add (local.tee $three (i32.add
 *         (local.tee $two (i32.add (local.get $from) (local.get $bytes))) (local.get $bytes))) (local.get $bytes)))
 *       (local.set $at (i32.const 0))
 *       (local.set $a (v128.const i32x4 0 0 0 0)) ;; and $b, $c, $d
 *       loop $places ;; eight at a time
 *         (local.set $asked (v128.load (i32.add (local.get $question) (local.get $at))))
 *         (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $asked)
 *           (v128.load (i32.add (local.get $from) (local.get $at)))))) ;; and $b of $two, $c of $three, $d of $four
 *         (br_if $places (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes)))
 *       end
 *       ;; a0 b0 a1 b1 + a2 b2 a3 b3, the same of $c and $d, then a b c d
 *       (local.set $a (i32x4.add
 *         (i32x4.shuffle 0 4 1 5 (local.get $a) (local.get $b)) (i32x4.shuffle 2 6 3 7 (local.get $a) (local.get $b))))
 *       (local.set $c (i32x4.add
 *         (i32x4.shuffle 0 4 1 5 (local.get $c) (local.get $d)) (i32x4.shuffle 2 6 3 7 (local.get $c) (local.get $d))))
 *       (v128.store (local.get $products) (i32x4.add
 *         (i32x4.shuffle 0 1 4 5 (local.get $a) (local.get $c)) (i32x4.shuffle 2 3 6 7 (local.get $a) (local.get $c))))
 *       (local.set $products (i32.add (local.get $products) (i32.const 16)))
 *       (br_if $vectors (i32.lt_u
 *         (local.tee $from (i32.add (local.get $four) (local.get $bytes))) (local.get $end)))
 *     end))
 * ```
 *
 * `i32x4.shuffle` stands for `i8x16.shuffle` with four bytes for each number.
 */
const module =
  'AGFzbQEAAAABCQFgBX9/f39/AAITAQZtZW1vcnkHdmVjdG9ycwIAAQMCAQAHCwEHY29tcGFyZQAACokDAYYDAgR/BXsDQCABIANqIgYgA2oiByADai' +
  'EIQQAhBf0MAAAAAAAAAAAAAAAAAAAAACEK/QwAAAAAAAAAAAAAAAAAAAAAIQv9DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAAAAAAAAAAAAACEN' +
  'A0AgACAFav0ABAAhCSAKIAkgASAFav0ABAD9ugH9rgEhCiALIAkgBiAFav0ABAD9ugH9rgEhCyAMIAkgByAFav0ABAD9ugH9rgEhDCANIAkgCCAFav' +
  '0ABAD9ugH9rgEhDSAFQRBqIgUgA0kNAAsgCiAL/Q0AAQIDEBESEwQFBgcUFRYXIAogC/0NCAkKCxgZGhsMDQ4PHB0eH/2uASEKIAwgDf0NAAECAxAR' +
  'EhMEBQYHFBUWFyAMIA39DQgJCgsYGRobDA0ODxwdHh/9rgEhDCAEIAogDP0NAAECAwQFBgcQERITFBUWFyAKIAz9DQgJCgsMDQ4PGBkaGxwdHh/9rg' +
  'H9CwQAIARBEGohBCAIIANqIgEgAkkNAAsL'

/** Null on a processor that cannot take several numbers at a time. */
export function quickly(memory: Memory): Compare | null {
  try {
    const { compare } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(module, 'base64')), {
      memory: { vectors: memory },
    }).exports
    return typeof compare === 'function' ? (...places) => void Reflect.apply(compare, undefined, places) : null
  } catch {
    return null
  }
}
