import type { CsvRows, ExportFormat, ExportOptions, Period } from '#contract/report.ts'
import type { Language } from '#contract/settings.ts'

export interface PeriodRequest {
  period: Period
  compare: boolean
  format: ExportFormat
  rows: CsvRows
  options: ExportOptions
  /** Another than the shop's. */
  language?: Language
}

export interface ConversationRequest {
  id: string
  format: ExportFormat
  options: ExportOptions
  language?: Language
}

/** A file on its way: whoever takes the pieces decides where they go. */
export interface GivenFile {
  name: string
  mime: string
  /** Throws NoPrinter or PrintFailed where it is a PDF. */
  pieces: AsyncGenerator<string | Uint8Array>
}

/** Reports and conversations as files to take away. */
export interface ReportFiles {
  period(request: PeriodRequest): GivenFile
  /** Null when it does not exist. */
  conversation(request: ConversationRequest): GivenFile | null
}

export type FolderProblem = 'folder-gone' | 'not-writable' | 'disk-full' | 'failed'

/** A file could not be written; nothing of it lies around. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault'
  readonly problem: FolderProblem

  constructor(problem: FolderProblem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}

/** A folder of this computer that the owner chose. */
export interface ReportFolder {
  /** Null when files can be written there. */
  check(folder: string): Promise<Extract<FolderProblem, 'folder-gone' | 'not-writable'> | null>
  /** Whole or not at all, never over another file: then it is `name (2).ending`. Returns its path. Throws FolderFault. */
  add(folder: string, name: string, pieces: AsyncIterable<string | Uint8Array>): Promise<string>
}

export type WeeklyProblem = FolderProblem | 'no-printer'

/** What is known about the weekly report. */
export interface WeeklyRecord {
  /** Everything that was due by then is done, or was not wanted. */
  doneUntil: Date
  lastAt: Date | null
  lastFiles: readonly string[]
  problem: WeeklyProblem | null
}

export interface WeeklyStore {
  get(): WeeklyRecord | null
  put(record: WeeklyRecord): void
}
