const FIRST_MS = 500
const LONGEST_MS = 10_000

/** How long to wait before try number `attempt` (1 is the first after a failure). */
export function backOffMs(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
}
