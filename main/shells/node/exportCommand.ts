import { writeFileSync } from 'node:fs'
import { commandOptions } from './commandOptions.ts'
import { holdsShop } from './dataFolder.ts'
import { Exit } from './exit.ts'
import { withApp } from './openApp.ts'

const options = {
  'data-dir': { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

export async function exportConversation(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, options)
  const [id] = positionals
  const { format, out } = values
  if (!id || !out)
    throw new Exit(2, 'Give the conversation and the file to write: export conversation ID --format html --out FILE.')
  if (format === 'pdf' || format === 'csv')
    throw new Exit(1, `Keepdesk cannot write ${format.toUpperCase()} yet: use html or json.`)
  if (format !== 'html' && format !== 'json') throw new Exit(2, 'The format is html or json.')
  if (!holdsShop(values['data-dir']))
    throw new Exit(1, 'There is no Keepdesk data in this folder. Name the right one with --data-dir.')
  return withApp(values['data-dir'], async app => {
    const content = app.inbox.export(id, format)
    if (content === null) throw new Exit(1, `There is no conversation ${id} in this data folder.`)
    try {
      writeFileSync(out, content)
    } catch (cause) {
      throw new Exit(1, `Keepdesk cannot write ${out}.`, { cause })
    }
    const bytes = Buffer.byteLength(content)
    process.stdout.write(
      values.json ? `${JSON.stringify({ out, format, bytes })}\n` : `Written: ${out} (${bytes} bytes)\n`,
    )
    return 0
  })
}
