import type { Solution } from './playbookStore.ts'

/** i18n keys under `playbooks.solutions.problem.`. */
export const solutionProblems = [
  'no-symptom',
  'no-steps',
  'bad-link',
  'too-long',
  'duplicate-id',
  'not-json',
  'no-columns',
  'unreadable',
  'unknown-format',
] as const

export interface BadSolutionRow {
  line: number
  problem: (typeof solutionProblems)[number]
}

export interface SolutionFile {
  solutions: Solution[]
  badRows: BadSolutionRow[]
}

/** CSV (`.csv`, `.tsv`) or JSON Lines (`.jsonl`, `.ndjson`, `.json`) as a solution base. Never throws for what a file holds. */
export type ReadSolutions = (file: { name: string; bytes: Uint8Array }) => Promise<SolutionFile>
