import type { Hardware } from '#contract/model.ts'

/** What this computer is made of. Never throws: what cannot be told is left out or 0. */
export interface Machine {
  facts(): Promise<Omit<Hardware, 'graphicsFailed' | 'freeDiskBytes'>>
  /** Bytes a second that one core moves through the memory. Takes about 100 ms of one core, a few at a time. */
  measureMemorySpeed(): Promise<number>
}
