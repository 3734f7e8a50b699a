import { assertNever } from '#domain/assertNever.ts'
import type { ReadSolutions, SolutionFile } from '#main/ports/solutionReader.ts'
import { largestFile } from './formats.ts'
import { solutionReplySchema, type SolutionReply } from './messages.ts'
import { createOneByOne, type WorkerOptions } from './oneByOne.ts'

const longestReadMs = 120_000

/** Files of solutions, read in another process: seventy thousand of them take seconds. */
export function createSolutionFiles(worker: WorkerOptions = {}): { read: ReadSolutions; close(): Promise<void> } {
  const readings = createOneByOne(worker)
  return {
    async read({ name, bytes }) {
      if (bytes.length > largestFile) return unreadable
      const request = { name, bytes, solutions: true }
      const asked = { request, schema: solutionReplySchema, limitMs: longestReadMs, take: gathered() }
      return (await readings.read(asked)) ?? unreadable
    },
    close: readings.close,
  }
}

const unreadable: SolutionFile = { solutions: [], badRows: [{ line: 1, problem: 'unreadable' }] }

function gathered(): (reply: SolutionReply) => SolutionFile | null {
  const file: SolutionFile = { solutions: [], badRows: [] }
  return reply => {
    switch (reply.type) {
      case 'solutions':
        file.solutions.push(...reply.solutions)
        return null
      case 'badSolutionRows':
        file.badRows.push(...reply.badRows)
        return null
      case 'solutionsRead':
        return file
      default:
        return assertNever(reply)
    }
  }
}
