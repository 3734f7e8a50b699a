import type { Classified } from '#domain/understanding/classified.ts'

export type { Classified, Scored } from '#domain/understanding/classified.ts'

/** Synchronous, without I/O after it was loaded, under a millisecond for a message. */
export interface Understander {
  /** Changes whenever the same text could be judged otherwise. */
  id: string
  classify(text: string): Classified
}
