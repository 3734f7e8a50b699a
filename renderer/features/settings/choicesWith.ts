/** The usual choices in order, and the present one where it is none of them. */
export function choicesWith(usual: readonly number[], present: number): number[] {
  return [...new Set([...usual, present])].sort((a, b) => a - b)
}
