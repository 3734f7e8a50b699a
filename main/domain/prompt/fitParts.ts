/** A stretch of a prompt, as a model request has it: the least needed go first, of equals the earlier one. */
export interface FittingPart {
  needed: number
}

/**
 * The parts that stay when there is room for so much, in their order; null when those that must stay (`needed` is
 * `Infinity`) are more than that. `sizes` says how large each part is, in whatever unit `room` has.
 */
export function fitParts<Part extends FittingPart>(
  parts: readonly Part[],
  sizes: readonly number[],
  room: number,
): Part[] | null {
  const sized = parts.map((part, index) => ({ part, index, size: sizes[index] ?? 0 }))
  let used = sized.reduce((sum, { size }) => sum + size, 0)
  const leftOut = new Set<number>()
  const leastFirst = [...sized].sort((a, b) => a.part.needed - b.part.needed || a.index - b.index)
  for (const { part, index, size } of leastFirst) {
    if (used <= room) break
    if (part.needed === Infinity) return null
    leftOut.add(index)
    used -= size
  }
  return used > room ? null : parts.filter((_, index) => !leftOut.has(index))
}
