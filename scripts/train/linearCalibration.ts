import type { Calibration } from '#main/ai/linear.ts'

const steps = 60
const enough = 1e-9

/**
 * The curve that turns margins into likelihoods: Platt's method with his softened targets, by Newton steps.
 * Margins must come from planes that have not seen the row.
 */
export function calibrate(
  margins: ArrayLike<number>,
  yes: ArrayLike<number>,
  importance?: ArrayLike<number>,
): Calibration {
  let positives = 0
  let negatives = 0
  for (let row = 0; row < margins.length; row++) {
    if (yes[row] === 1) positives += importance?.[row] ?? 1
    else negatives += importance?.[row] ?? 1
  }
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (negatives + 2)
  let slope = 1
  let offset = Math.log((positives + 1) / (negatives + 1))
  for (let step = 0; step < steps; step++) {
    let [gradientSlope, gradientOffset] = [0, 0]
    let [slopeSlope, slopeOffset, offsetOffset] = [1e-6, 0, 1e-6]
    for (let row = 0; row < margins.length; row++) {
      const weight = importance?.[row] ?? 1
      const margin = margins[row] ?? 0
      const likelihood = 1 / (1 + Math.exp(-(slope * margin + offset)))
      const error = (likelihood - (yes[row] === 1 ? high : low)) * weight
      const bend = Math.max(likelihood * (1 - likelihood), 1e-9) * weight
      gradientSlope += error * margin
      gradientOffset += error
      slopeSlope += bend * margin * margin
      slopeOffset += bend * margin
      offsetOffset += bend
    }
    const determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset
    if (determinant <= 0) break
    const bySlope = (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant
    const byOffset = (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant
    // Half steps where a full one would leap past the valley.
    const size = Math.min(1, 2 / Math.max(Math.abs(bySlope), Math.abs(byOffset), 1e-12))
    slope -= bySlope * size
    offset -= byOffset * size
    if (Math.abs(bySlope) + Math.abs(byOffset) < enough) break
  }
  return { slope, offset }
}
