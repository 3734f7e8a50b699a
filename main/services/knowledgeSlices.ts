const longestSliceMs = 8

/** Call it between small steps of long work: every few milliseconds it lets everything else go first. */
export function createSlices() {
  let sliceStart = performance.now()
  return async function breathe() {
    if (performance.now() - sliceStart < longestSliceMs) return
    await new Promise(resolve => setImmediate(resolve))
    sliceStart = performance.now()
  }
}
