/** How often one of the first has the higher value than one of the second; 0.5 is chance. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [...positives.map(value => ({ value, isPositive: true })), ...negatives.map(value => ({ value, isPositive: false }))] // prettier-ignore
  all.sort((one, other) => one.value - other.value)
  let rankSum = 0
  for (let start = 0; start < all.length;) {
    let end = start
    while (end < all.length && all[end]?.value === all[start]?.value) end++
    const rank = (start + end + 1) / 2
    for (let place = start; place < end; place++) if (all[place]?.isPositive === true) rankSum += rank
    start = end
  }
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length)
}

export interface Judged {
  confidence: number
  isRight: boolean
}

/** The largest share that could be answered at this precision with the best threshold for the set: an upper bound. */
export function coverageAt(judged: readonly Judged[], precision: number): number {
  let right = 0
  let best = 0
  for (const [index, { isRight }] of judged.toSorted((a, b) => b.confidence - a.confidence).entries()) {
    if (isRight) right++
    if (right / (index + 1) >= precision) best = index + 1
  }
  return best / judged.length
}

/** What happens at a threshold: the share of right answers among those given, and the share of all that got one. */
export function answeredAt(judged: readonly Judged[], threshold: number) {
  const given = judged.filter(({ confidence }) => confidence >= threshold)
  const right = given.filter(({ isRight }) => isRight).length
  return { precision: given.length === 0 ? 0 : right / given.length, coverage: given.length / judged.length, right }
}
