/** How well a yes or no for each label fits, all labels together. */
export function f1(truly: number, wrongly: number, missed: number): number {
  return truly === 0 ? 0 : (2 * truly) / (2 * truly + wrongly + missed)
}

/** F1 of saying yes above a border. */
export function f1Above(scores: ArrayLike<number>, yes: ArrayLike<number>, border: number): number {
  let [truly, wrongly, missed] = [0, 0, 0]
  for (let row = 0; row < yes.length; row++) {
    const said = (scores[row] ?? 0) > border
    if (said && yes[row] === 1) truly++
    else if (said) wrongly++
    else if (yes[row] === 1) missed++
  }
  return f1(truly, wrongly, missed)
}

/** The border with the best F1. */
export function bestBorder(scores: ArrayLike<number>, yes: ArrayLike<number>): number {
  const order = Array.from({ length: yes.length }, (_, row) => ({ score: scores[row] ?? 0, yes: yes[row] === 1 }))
  order.sort((one, other) => other.score - one.score)
  const all = order.filter(row => row.yes).length
  let truly = 0
  let [best, border] = [0, Infinity]
  for (const [index, row] of order.entries()) {
    if (row.yes) truly++
    const value = f1(truly, index + 1 - truly, all - truly)
    if (value <= best) continue
    best = value
    border = ((order[index + 1]?.score ?? row.score) + row.score) / 2
  }
  return border
}
