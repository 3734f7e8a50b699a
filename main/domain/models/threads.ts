/**
 * How many threads a model may compute with: a core is left to the rest of the program, and as many as other programs
 * keep busy. ggml's threads wait for each other by spinning: when one of them gets no core, all of them stand still
 * (measured with two threads under load: 11 to 25 tokens a second instead of 400).
 */
export function threadsFor({ cores, load, own }: { cores: number; load: number; own: number }): number {
  const byOthers = Math.max(0, load - own)
  return Math.max(1, Math.floor(Math.min(cores - 1, cores - byOthers + 0.25)))
}
