import { StorageError } from '#main/ports/storageError.ts'
import { codeOf, Exit } from './exit.ts'
import { exportConversation, exportReport } from './exportCommand.ts'
import { importKnowledge } from './importCommand.ts'
import { importSolutions } from './solutionsCommand.ts'
import { serveOptions } from './options.ts'
import { importOrders } from './ordersCommand.ts'
import { serve } from './serve.ts'
import { simulate } from './simulateCommand.ts'

const USAGE = `Usage: keepdesk COMMAND [OPTIONS]

  serve [--no-open] [--port N] [--data-dir DIR] [--demo] [--passphrase]
      Opens the inbox in the browser.
  import knowledge FILE... | DIR [--data-dir DIR] [--json]
      Takes questions and answers from CSV, JSONL, Markdown, text, HTML, PDF and DOCX files.
  import orders FILE [--records orders|products|warranties|coupons] [--map FIELD=COLUMN]... [--data-dir DIR] [--json]
      Takes orders, products, warranties or coupons from CSV and JSON files.
  import solutions FILE [--data-dir DIR] [--json]
      Takes known faults and what helps from CSV or JSON Lines.
  simulate FILE.jsonl --out OUT.jsonl [--data-dir DIR] [--timing] [--json]
      Runs customer messages through the assistant; sends nothing.
  report --from YYYY-MM-DD --to YYYY-MM-DD --format html|pdf|json|csv --out FILE [--rows conversations|messages]
         [--notes] [--no-personal-data] [--language en|zh-CN] [--data-dir DIR] [--json]
      Writes what happened in a period to a file: a report, or with csv a row for each conversation or message.
  export conversation ID --format html|pdf|json|csv --out FILE [--notes] [--no-personal-data] [--language en|zh-CN]
         [--data-dir DIR] [--json]
      Writes one conversation to a file.

Exit codes: 0 done, 1 refused, 2 wrong usage.`

async function dispatch(args: readonly string[]): Promise<number> {
  const [first, second, ...rest] = args
  if (first === undefined || first.startsWith('--')) {
    if (first === '--help') return help()
    await serve(serveOptions(args))
    return 0
  }
  if (first === 'serve') {
    await serve(serveOptions(args.slice(1)))
    return 0
  }
  if (first === 'help') return help()
  if (first === 'import' && second === 'knowledge') return importKnowledge(rest)
  if (first === 'import' && second === 'orders') return importOrders(rest)
  if (first === 'import' && second === 'solutions') return importSolutions(rest)
  if (first === 'report') return exportReport(args.slice(1))
  if (first === 'simulate') return simulate(args.slice(1))
  if (first === 'export' && second === 'conversation') return exportConversation(rest)
  throw new Exit(2, `Keepdesk does not know "${args.slice(0, 2).join(' ')}".\n\n${USAGE}`)
}

function help(): number {
  process.stdout.write(`${USAGE}\n`)
  return 0
}

/** Runs one command; `serve` without a word. Says what went wrong in one sentence and returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (error instanceof Exit || error instanceof StorageError) {
      process.stderr.write(`${error.message}\n`)
      process.exit(error instanceof Exit ? error.exitCode : 1)
    }
    if (/^(ENOSPC|EDQUOT)$/.test(codeOf(error))) {
      process.stderr.write('The disk is full. Free some space and start again; nothing that was saved is lost.\n')
      process.exit(1)
    }
    process.stderr.write(`Keepdesk stopped because of a fault in itself: ${String(error)}\n`)
    if (error instanceof Error && process.env.KEEPDESK_DEBUG) process.stderr.write(`${error.stack ?? ''}\n`)
    process.exit(1)
  }
}
