import type { Features } from '#main/ai/features.ts'
import { createLinearModel, likelihood, type Calibration, type LinearAbout, type LinearModel } from '#main/ai/linear.ts'
import { toInt8, type Tensor } from '#main/ai/weights.ts'
import { inverseFrequencies, matrixOf, type Matrix } from './features.ts'
import { margins, trainLeaningPlane, trainPlane, type Plane } from './linear.ts'
import { calibrate } from './linearCalibration.ts'

/** One question to answer about every text. */
export interface Head {
  label: string
  yes: Uint8Array
  /** What each row counts for in training this head. */
  importance?: Float32Array
  /** What each row counts for when margins become likelihoods; those of training unless given. */
  calibrationImportance?: Float32Array
}

export interface ModelOptions {
  bits: number
  pieces: number
  cost: number
  rounds: number
  /** Rows of one group are never split between training and judging. */
  groups: Uint32Array
  folds: number
  /** Whether features that lean to one side by themselves count for more. */
  leaning?: boolean
}

export interface TrainedModel {
  about: LinearAbout
  tensors: Tensor[]
  /** For each head, margins of every row by planes that have not seen its group. */
  unseen: Float64Array[]
}

const seed = 20_26

/** Trains every head on all rows, and calibrates it on rows it did not see. */
export function trainModel(all: readonly Features[], heads: readonly Head[], options: ModelOptions): TrainedModel {
  const { bits, pieces, groups, folds, leaning = false } = options
  const learn = leaning ? trainLeaningPlane : trainPlane
  const frequencies = toInt8('frequencies', [2 ** bits], inverseFrequencies(all, bits))
  const matrix = matrixOf(all, { bits, pieces, frequencies: frequencies.values })
  const planes: Plane[] = []
  const calibration: Calibration[] = []
  const unseen: Float64Array[] = []
  for (const head of heads) {
    planes.push(learn(matrix, head.yes, { ...options, seed, importance: head.importance ?? ones(all.length) }))
    const judged = unseenMargins(matrix, head, options, groups, folds, learn)
    unseen.push(judged)
    calibration.push(calibrate(judged, head.yes, head.calibrationImportance ?? head.importance))
  }
  return {
    about: { labels: heads.map(({ label }) => label), bits, pieces, calibration },
    tensors: [frequencies, ...tensorsOf(planes, 2 ** bits)],
    unseen,
  }
}

/** Ready to judge, as if it had been written and read. */
export function modelOf({ about, tensors }: TrainedModel): LinearModel {
  return createLinearModel({
    about,
    tensor(name) {
      const found = tensors.find(tensor => tensor.name === name)
      if (found === undefined) throw new Error(`A trained model without ${name}`)
      return found
    },
  })
}

/** How likely each label is for a row, by planes that have not seen its group. */
export function unseenScores({ about, unseen }: TrainedModel, row: number): number[] {
  return unseen.map((judged, label) => likelihood(about.calibration[label], judged[row] ?? 0))
}

function unseenMargins(
  matrix: Matrix,
  { yes, importance }: Head,
  options: ModelOptions,
  groups: Uint32Array,
  folds: number,
  learn: typeof trainPlane,
): Float64Array {
  const result = new Float64Array(matrix.rows)
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (row: number) => (groups[row] ?? 0) % folds === fold
    const kept = Float32Array.from({ length: matrix.rows }, (_, row) => (isOut(row) ? 0 : (importance?.[row] ?? 1)))
    const judged = margins(matrix, learn(matrix, yes, { ...options, seed, importance: kept }))
    for (let row = 0; row < matrix.rows; row++) if (isOut(row)) result[row] = judged[row] ?? 0
  }
  return result
}

/** Each head has a scale of its own, so that one with small numbers keeps its steps. */
function tensorsOf(planes: readonly Plane[], places: number): Tensor[] {
  const width = planes.length
  const values = new Int8Array(places * width)
  const scales = new Float32Array(width)
  for (const [label, { weights }] of planes.entries()) {
    const { scale, values: steps } = toInt8('', [places], weights)
    scales[label] = scale
    for (let place = 0; place < places; place++) values[place * width + label] = steps[place] ?? 0
  }
  return [
    { name: 'planes', shape: [places, width], scale: 1, values },
    { name: 'scales', shape: [width], scale: 1, values: scales },
    { name: 'biases', shape: [width], scale: 1, values: Float32Array.from(planes, ({ bias }) => bias) },
  ]
}

function ones(count: number): Float32Array {
  return new Float32Array(count).fill(1)
}
