import type { BadRow } from '#contract/knowledge.ts'
import type { ImportedEntry } from '#main/ports/importer.ts'

/** What one reader made of a file. */
export interface Reading {
  entries: ImportedEntry[]
  badRows: BadRow[]
}

export function refused(problem: BadRow['problem'], detail = ''): Reading {
  return { entries: [], badRows: [{ line: null, problem, detail }] }
}
