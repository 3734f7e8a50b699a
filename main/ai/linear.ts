import { z } from 'zod'
import type { Features } from './features.ts'
import { toFloats, type LoadedWeights, type Tensor } from './weights.ts'

/** How the counts of a text become numbers. */
export interface Scaling {
  bits: number
  /** For each place, how telling it is; only their proportions count. */
  frequencies: Tensor['values']
  /** Weight of all pieces of words together, where all words together weigh 1. */
  pieces: number
}

const calibrationSchema = z.object({ slope: z.number(), offset: z.number() })
/** `1 / (1 + exp(-(slope * margin + offset)))` is a likelihood (Platt 1999). */
export type Calibration = z.infer<typeof calibrationSchema>

/** What a file of linear weights says about itself, beside what its model adds. */
export const linearAboutSchema = z.object({
  labels: z.array(z.string()),
  bits: z.number().int(),
  pieces: z.number(),
  calibration: z.array(calibrationSchema),
})
export type LinearAbout = z.infer<typeof linearAboutSchema>

export interface LinearModel {
  labels: readonly string[]
  /** For each label, how likely it holds. Each label is judged alone. */
  judge(features: Features): Float32Array
  /** For each token of the text, how much it spoke for a label. */
  shares(features: Features, label: number): Float32Array
}

/** One plane for each label: `planes` has a row for each place, each row a number for each label. Throws WeightsError. */
export function createLinearModel({
  about,
  tensor,
}: Pick<LoadedWeights<LinearAbout>, 'about' | 'tensor'>): LinearModel {
  const { labels, bits, pieces, calibration } = about
  const width = labels.length
  const mask = 2 ** bits - 1
  const planes = tensor('planes').values
  const scales = toFloats(tensor('scales'))
  const biases = toFloats(tensor('biases'))
  const scaling: Scaling = { bits, pieces, frequencies: tensor('frequencies').values }

  function judge(features: Features): Float32Array {
    const { places } = features
    const values = scaledValues(features, scaling)
    const sums = new Float32Array(width)
    for (let index = 0; index < places.length; index++) {
      const value = values[index] ?? 0
      const row = ((places[index] ?? 0) & mask) * width
      for (let label = 0; label < width; label++) sums[label] = (sums[label] ?? 0) + value * (planes[row + label] ?? 0)
    }
    return sums.map((sum, label) => likelihood(calibration[label], sum * (scales[label] ?? 0) + (biases[label] ?? 0)))
  }

  function shares(features: Features, label: number): Float32Array {
    const { places, counts, occurrences, owners } = features
    const values = scaledValues(features, scaling)
    const sums = new Float32Array(features.tokens.length)
    for (let at = 0; at < occurrences.length; at++) {
      const index = occurrences[at] ?? 0
      const weight = planes[((places[index] ?? 0) & mask) * width + label] ?? 0
      const owner = owners[at] ?? 0
      sums[owner] = (sums[owner] ?? 0) + ((values[index] ?? 0) * weight) / (counts[index] ?? 1)
    }
    return sums
  }

  return { labels, judge, shares }
}

/** Each of the two groups (words, pieces of words) has a fixed length, so that long texts do not outweigh short ones. */
export function scaledValues(features: Features, { bits, frequencies, pieces }: Scaling): Float32Array {
  const { places, counts, wordCount } = features
  const mask = 2 ** bits - 1
  const values = new Float32Array(places.length)
  let ofWords = 0
  let ofPieces = 0
  for (let index = 0; index < places.length; index++) {
    const count = counts[index] ?? 1
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (frequencies[(places[index] ?? 0) & mask] ?? 0)
    values[index] = value
    if (index < wordCount) ofWords += value * value
    else ofPieces += value * value
  }
  const wordScale = ofWords === 0 ? 0 : 1 / Math.sqrt(ofWords)
  const pieceScale = ofPieces === 0 ? 0 : pieces / Math.sqrt(ofPieces)
  for (let index = 0; index < values.length; index++)
    values[index] = (values[index] ?? 0) * (index < wordCount ? wordScale : pieceScale)
  return values
}

export function likelihood(calibration: Calibration | undefined, margin: number): number {
  const { slope, offset } = calibration ?? { slope: 1, offset: 0 }
  return 1 / (1 + Math.exp(-(slope * margin + offset)))
}
