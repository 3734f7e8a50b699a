import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { commandOptions } from './commandOptions.ts'
import { Exit } from './exit.ts'
import { withApp } from './openApp.ts'

const options = { 'data-dir': { type: 'string' }, json: { type: 'boolean', default: false } } as const

/** Exit code 1 when nothing could be taken; rows that were left out are named. */
export async function importSolutions(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, options)
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Exit(2, 'Name one file to import: import solutions FILE.')
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(file))
  } catch (cause) {
    throw new Exit(1, `Keepdesk cannot read ${file}.`, { cause })
  }
  return withApp(values['data-dir'], async app => {
    const result = await app.playbooks.importSolutions({ name: basename(file), bytes })
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
    else {
      process.stdout.write(`${result.added} new, ${result.updated} updated, ${result.badRows.length} left out\n`)
      for (const { line, problem } of result.badRows) process.stdout.write(`  line ${line}: ${problem}\n`)
    }
    return result.added + result.updated > 0 ? 0 : 1
  })
}
