import type { Spread } from '#contract/report.ts'

/**
 * Exact: the middle one, or the mean of the two in the middle; and the smallest that nine of ten do not exceed. Sorts the
 * values in place.
 */
export function spreadOf(values: Float64Array): Spread {
  const count = values.length
  if (count === 0) return { count, medianMs: null, p90Ms: null }
  values.sort()
  return { count, medianMs: medianOf(values), p90Ms: values[Math.ceil(count * 0.9) - 1] ?? null }
}

/** Of values in order. */
export function medianOf(values: ArrayLike<number>): number | null {
  const count = values.length
  const [lower, upper] = [values[Math.floor((count - 1) / 2)], values[Math.floor(count / 2)]]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}
