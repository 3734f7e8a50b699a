/** One number of the quality table. */
export interface Figure {
  name: string
  value: number
  /** What was promised; null where a number is only reported. */
  goal: number | null
  /** What a simple known method reaches on the same data, where it was measured. */
  baseline: number | null
  better: 'higher' | 'lower'
}

/** Measures one capability on the data sets in `folder`; may print tables of its own, the bad numbers too. */
export type Part = (folder: string, print: (line: string) => void) => Promise<Figure[]>

export function isReached({ value, goal, better }: Figure): boolean | null {
  if (goal === null) return null
  return better === 'higher' ? value >= goal : value <= goal
}
