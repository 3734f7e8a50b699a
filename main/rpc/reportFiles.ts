import type { FilePiece } from '#contract/report.ts'
import type { GivenFile, ReportFilesService } from '#main/services/reportFiles.ts'
import type { WeeklyReportService } from '#main/services/weeklyReport.ts'
import { NotFound } from '#main/services/errors.ts'
import { known, os } from './implement.ts'

const PIECE_BYTES = 512 * 1024

/** What fails while pieces come is told like what fails before. */
async function* inPieces({ name, mime, pieces }: GivenFile): AsyncGenerator<FilePiece> {
  try {
    yield { kind: 'file', name, mime }
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece)
      for (let from = 0; from < bytes.byteLength; from += PIECE_BYTES) {
        yield { kind: 'piece', base64: bytes.subarray(from, from + PIECE_BYTES).toString('base64') }
      }
    }
  } catch (error) {
    throw known(error)
  }
}

export interface ReportFileParts {
  files: ReportFilesService
  weekly: WeeklyReportService
}

/** Reports and conversations to take away. */
export function reportFileProcedures({ files, weekly }: ReportFileParts) {
  const { report } = os
  return {
    exportPeriod: report.exportPeriod.handler(({ input }) => inPieces(files.period(input))),
    exportConversation: report.exportConversation.handler(({ input }) => {
      const file = files.conversation(input)
      if (file === null) throw new NotFound()
      return inPieces(file)
    }),
    weekly: report.weekly.handler(() => weekly.state()),
    checkFolder: report.checkFolder.handler(({ input }) => weekly.checkFolder(input.folder)),
    writeWeeklyNow: report.writeWeeklyNow.handler(() => weekly.writeNow()),
  }
}
