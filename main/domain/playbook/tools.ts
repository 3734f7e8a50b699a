import type { Need } from './playbook.ts'

/** One known fault and what helps. */
export interface Solution {
  id: string
  product: string
  symptom: string
  steps: string
  guideUrl: string | null
  couponCode: string | null
  language: string
}

/** What a playbook may use besides the order desk of the turn. Synchronous and short. */
export interface PlaybookTools {
  has(need: Need): boolean
  /** The nearest symptom, at least so alike (0 to 1), for this product or any; one in the language first. */
  findSolution(query: { symptom: string; product: string | null; minimum: number; language: string }): Solution | null
  solution(id: string): Solution | null
}
