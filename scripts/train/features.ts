import { featuresOf, type Features } from '#main/ai/features.ts'
import { scaledValues, type Scaling } from '#main/ai/linear.ts'

/** Texts as rows of a sparse matrix, one after the other. */
export interface Matrix {
  rows: number
  /** Number of columns. */
  size: number
  /** Where each row begins in `places` and `values`; one more than there are rows. */
  starts: Uint32Array
  places: Uint32Array
  values: Float32Array
}

export function featuresOfAll(texts: readonly string[]): Features[] {
  return texts.map(text => featuresOf(text))
}

/** How telling each place is: rare features weigh more (smoothed inverse document frequency). */
export function inverseFrequencies(all: readonly Features[], bits: number): Float32Array {
  const mask = 2 ** bits - 1
  const seenIn = new Uint32Array(2 ** bits)
  for (const { places } of all) for (const place of places) seenIn[place & mask] = (seenIn[place & mask] ?? 0) + 1
  return Float32Array.from(seenIn, count => 1 + Math.log((1 + all.length) / (1 + count)))
}

export function matrixOf(all: readonly Features[], scaling: Scaling): Matrix {
  const mask = 2 ** scaling.bits - 1
  const starts = new Uint32Array(all.length + 1)
  for (const [row, { places }] of all.entries()) starts[row + 1] = (starts[row] ?? 0) + places.length
  const places = new Uint32Array(starts[all.length] ?? 0)
  const values = new Float32Array(places.length)
  for (const [row, features] of all.entries()) {
    const start = starts[row] ?? 0
    for (const [index, place] of features.places.entries()) places[start + index] = place & mask
    values.set(scaledValues(features, scaling), start)
  }
  return { rows: all.length, size: 2 ** scaling.bits, starts, places, values }
}
