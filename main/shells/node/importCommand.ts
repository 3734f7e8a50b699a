import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandOptions } from './commandOptions.ts'
import { Exit } from './exit.ts'
import { withApp } from './openApp.ts'

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Exit(1, `There is no file or folder ${path}.`)
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .filter(name => !name.startsWith('.'))
    .toSorted()
    .map(name => join(path, name))
    .filter(file => statSync(file).isFile())
}

const options = { 'data-dir': { type: 'string' }, json: { type: 'boolean', default: false } } as const

/** Exit code 1 when any file could not be taken at all; rows that were skipped are named. */
export async function importKnowledge(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, options)
  if (positionals.length === 0) throw new Exit(2, 'Name at least one file or folder to import.')
  const files = positionals
    .flatMap(filesIn)
    .map(file => ({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) }))
  return withApp(values['data-dir'], async app => {
    const result = await app.knowledge.importFiles(files)
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
    else {
      for (const file of result.files) {
        process.stdout.write(
          `${file.name}: ${file.added} new, ${file.updated} updated, ${file.unchanged} unchanged, ${file.removed} removed, ${file.badRowCount} skipped\n`,
        )
        for (const { line, problem, detail } of file.badRows) {
          process.stdout.write(
            `  ${line === null ? 'file' : `line ${line}`}: ${problem}${detail ? ` (${detail})` : ''}\n`,
          )
        }
      }
    }
    return result.files.some(({ entryCount }) => entryCount === 0) ? 1 : 0
  })
}
