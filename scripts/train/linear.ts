import type { Matrix } from './features.ts'
import { createRandom } from './random.ts'

/** `weights * row + bias` above 0 says yes. */
export interface Plane {
  weights: Float32Array
  bias: number
}

export interface PlaneOptions {
  /** Cost of a row on the wrong side. */
  cost: number
  /** What each row counts for; 0 leaves it out. */
  importance?: Float32Array
  rounds: number
  seed: number
}

const exactEnough = 0.01

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent
 * (Hsieh et al. 2008, algorithm 1). The same input gives the same numbers.
 */
export function trainPlane(matrix: Matrix, yes: Uint8Array, options: PlaneOptions): Plane {
  const { rows, starts, places, values, size } = matrix
  const { cost, importance, rounds, seed } = options
  const random = createRandom(seed)
  const weights = new Float64Array(size)
  const alphas = new Float64Array(rows)
  const lengths = squaredLengths(matrix)
  let bias = 0
  const order = Uint32Array.from({ length: rows }, (_, row) => row).filter(row => (importance?.[row] ?? 1) > 0)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random.below)
    let worst = 0
    for (const row of order) {
      const side = yes[row] === 1 ? 1 : -1
      const give = 1 / (2 * cost * (importance?.[row] ?? 1))
      const start = starts[row] ?? 0
      const end = starts[row + 1] ?? 0
      let product = bias
      for (let at = start; at < end; at++) product += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0)
      const alpha = alphas[row] ?? 0
      const gradient = side * product - 1 + give * alpha
      if (alpha === 0 && gradient >= 0) continue
      worst = Math.max(worst, Math.abs(gradient))
      const next = Math.max(0, alpha - gradient / ((lengths[row] ?? 0) + give))
      const step = (next - alpha) * side
      alphas[row] = next
      bias += step
      for (let at = start; at < end; at++) {
        const place = places[at] ?? 0
        weights[place] = (weights[place] ?? 0) + step * (values[at] ?? 0)
      }
    }
    if (worst < exactEnough) break
  }
  return { weights: Float32Array.from(weights), bias }
}

/**
 * As `trainPlane`, after features that lean to one side by themselves were made to count for more: half of their weight
 * is the logarithm of how much more often they come with one answer than with the other (after Wang and Manning 2012).
 */
export function trainLeaningPlane(matrix: Matrix, yes: Uint8Array, options: PlaneOptions): Plane {
  const leanings = leaningsOf(matrix, yes, options.importance)
  const values = matrix.values.map((value, at) => value * (leanings[matrix.places[at] ?? 0] ?? 0))
  const { weights, bias } = trainPlane({ ...matrix, values }, yes, options)
  return { weights: weights.map((weight, place) => weight * (leanings[place] ?? 0)), bias }
}

function leaningsOf({ rows, size, starts, places }: Matrix, yes: Uint8Array, importance?: Float32Array): Float32Array {
  const withYes = new Float64Array(size).fill(1)
  const withNo = new Float64Array(size).fill(1)
  let [yesRows, noRows] = [2, 2]
  for (let row = 0; row < rows; row++) {
    const weight = importance?.[row] ?? 1
    const counts = yes[row] === 1 ? withYes : withNo
    if (yes[row] === 1) yesRows += weight
    else noRows += weight
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) {
      const place = places[at] ?? 0
      counts[place] = (counts[place] ?? 0) + weight
    }
  }
  return Float32Array.from(withYes, (count, place) => {
    const ratio = count / yesRows / ((withNo[place] ?? 1) / noRows)
    return 0.5 + 0.5 * Math.abs(Math.log(ratio))
  })
}

/** How far each row is on the side of yes. */
export function margins({ rows, starts, places, values }: Matrix, { weights, bias }: Plane): Float64Array {
  const result = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1] ?? 0
    let product = bias
    for (let at = starts[row] ?? 0; at < end; at++) product += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0)
    result[row] = product
  }
  return result
}

/** With the constant 1 that carries the bias. */
function squaredLengths({ rows, starts, values }: Matrix): Float64Array {
  const lengths = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1] ?? 0
    let sum = 1
    for (let at = starts[row] ?? 0; at < end; at++) sum += (values[at] ?? 0) ** 2
    lengths[row] = sum
  }
  return lengths
}

function shuffle(order: Uint32Array, below: (end: number) => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
}
