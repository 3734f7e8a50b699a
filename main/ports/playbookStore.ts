export interface PlaybookRecord {
  id: string
  /** The owner's text; null while the shipped one is used as it came. */
  yaml: string | null
  enabled: boolean
  updatedAt: Date
}

export interface PlaybookStore {
  list(): PlaybookRecord[]
  get(id: string): PlaybookRecord | null
  put(playbook: PlaybookRecord): void
  remove(id: string): void
}

/** One known fault and what helps. */
export interface Solution {
  id: string
  /** Product or SKU it is for; empty for any. */
  product: string
  symptom: string
  wordings: readonly string[]
  /** What the contact should do. */
  steps: string
  guideUrl: string | null
  couponCode: string | null
  language: string
}

export interface SolutionStore {
  count(): number
  /** Adds or replaces by id. */
  put(solutions: readonly Solution[]): { added: number; updated: number }
  get(id: string): Solution | null
  /**
   * Best first by the words of symptom and wordings; `score` is BM25, higher is better. With words of a product: only
   * solutions that share one of them, and those for any product.
   */
  search(text: string, product: string | null, limit: number): { solution: Solution; score: number }[]
}
