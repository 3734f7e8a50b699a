/** One line of the program's own log that is a warning or an error. */
export interface LogLine {
  at: Date
  level: 'warn' | 'error'
  message: string
  /** The first line of the error. */
  cause: string | null
}

/** What the program can tell about the computer around it. */
export interface Surroundings {
  /** As in `linux x64, Node 24.21.0`. */
  system: string
  freeBytes(): Promise<number>
  /** Of all files in a folder of the data folder, or of one file; 0 when there is none. */
  bytesOf(name: string): Promise<number>
  /** The newest file of a folder of the data folder with such an ending. */
  newestFile(folder: string, ending: string): Promise<{ at: Date; bytes: number } | null>
  /** Oldest first; only of the end of the log. */
  loggedProblems(): Promise<LogLine[]>
}
