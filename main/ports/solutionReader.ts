import type { Solution } from './playbookStore.ts'

export interface BadSolutionRow {
  line: number
  /** i18n key under `playbooks.solutions.problem.`. */
  problem:
    | 'no-symptom'
    | 'no-steps'
    | 'bad-link'
    | 'too-long'
    | 'duplicate-id'
    | 'not-json'
    | 'no-columns'
    | 'unreadable'
    | 'unknown-format'
}

/** CSV (`.csv`, `.tsv`) or JSON Lines (`.jsonl`, `.ndjson`, `.json`) as a solution base. Never throws for what a file holds. */
export type ReadSolutions = (file: { name: string; bytes: Uint8Array }) => {
  solutions: Solution[]
  badRows: BadSolutionRow[]
}
