import type { OrderProblem } from '#contract/orders.ts'

const LONGEST_DETAIL = 120

export type ProblemCode = OrderProblem['problem']

/** A row that cannot be taken, with the reason. */
export class BadRecord extends Error {
  override readonly name = 'BadRecord'
  readonly problem: ProblemCode
  readonly detail: string

  constructor(problem: ProblemCode, detail: string) {
    super(problem)
    this.problem = problem
    this.detail = detail
  }
}

export function problemAt(line: number | null, problem: ProblemCode, detail = ''): OrderProblem {
  return { line, problem, detail: detail.replace(/\s+/g, ' ').trim().slice(0, LONGEST_DETAIL) }
}
