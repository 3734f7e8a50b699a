/** What the screen may take away, as the part that makes it says. */
export type { GivenFile, ReportFiles as ReportFilesService } from '#main/ports/reportFiles.ts'
