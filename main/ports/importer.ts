import type { BadRow, SourceFormat } from '#contract/knowledge.ts'

export interface ImportedEntry {
  /** Line of the file it starts on, 1 is the first; null where a format has no lines. */
  line: number | null
  externalId: string | null
  question: string
  answer: string
  wordings: readonly string[]
  /** Null: to be told from the text. */
  language: string | null
  tags: readonly string[]
}

export interface ReadFile {
  name: string
  /** Null when the kind of file is not known. */
  format: SourceFormat | null
  entries: readonly ImportedEntry[]
  badRows: readonly BadRow[]
}

export interface Importer {
  /** Never throws for bad input: what could not be read is in `badRows`. */
  read(name: string, bytes: Uint8Array): Promise<ReadFile>
  close(): Promise<void>
}
