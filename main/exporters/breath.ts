/** Without a pause; longer ones are felt in the inbox. */
const LONGEST_MS = 10

/** Called between small steps of long work: every few milliseconds it lets everything else go first. */
export type Breathe = () => Promise<void>

export function createBreath(): Breathe {
  let since = performance.now()
  return async function breathe() {
    if (performance.now() - since < LONGEST_MS) return
    await new Promise<void>(resolve => setImmediate(resolve))
    since = performance.now()
  }
}
