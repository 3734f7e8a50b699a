import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { orderRecordKindSchema, type ColumnMapping } from '#contract/orders.ts'
import { commandOptions } from './commandOptions.ts'
import { Exit } from './exit.ts'
import { withApp } from './openApp.ts'

const options = {
  'data-dir': { type: 'string' },
  records: { type: 'string' },
  map: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const

function bytesOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (cause) {
    throw new Exit(1, `Keepdesk cannot read ${file}.`, { cause })
  }
}

function recordsOf(text: string | undefined) {
  if (text === undefined) return {}
  const records = orderRecordKindSchema.safeParse(text)
  if (!records.success) throw new Exit(2, `--records is one of ${orderRecordKindSchema.options.join(', ')}.`)
  return { records: records.data }
}

/** `--map number=Ref --map email=Mail`; with any of them, only the named columns are read. */
function mappingOf(pairs: readonly string[] | undefined): { mapping?: ColumnMapping } {
  if (pairs === undefined) return {}
  const mapping: ColumnMapping = {}
  for (const pair of pairs) {
    const [, field, column] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    if (field === undefined || column === undefined) throw new Exit(2, 'Write --map FIELD=COLUMN.')
    mapping[field] = column === '' ? null : column
  }
  return { mapping }
}

/** Exit code 1 when nothing could be taken; rows that were skipped, or are not clear, are named. */
export async function importOrders(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, options)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Exit(2, 'Name one file of orders to import.')
  const how = { ...recordsOf(values.records), ...mappingOf(values.map) }
  const bytes = bytesOf(file)
  return withApp(values['data-dir'], async app => {
    const result = await app.orders.importFile(basename(file), bytes, how)
    const taken = result.added + result.updated + result.unchanged
    if (values.json) process.stdout.write(`${JSON.stringify({ ...result, skipped: result.leftOut })}\n`)
    else {
      const { name, records, added, updated, unchanged, leftOut, problems } = result
      process.stdout.write(
        `${name}: ${records}; ${added} new, ${updated} updated, ${unchanged} unchanged, ${leftOut} skipped\n`,
      )
      for (const { line, problem, detail } of problems) {
        process.stdout.write(
          `  ${line === null ? 'file' : `line ${line}`}: ${sentences[problem]}${detail ? ` (${detail})` : ''}\n`,
        )
      }
    }
    return taken === 0 ? 1 : 0
  })
}

const sentences = {
  'no-number': 'the number or code is missing',
  'bad-date': 'this is not a date',
  'bad-amount': 'this is not an amount',
  'duplicate-number': 'this number stands in the file twice',
  'shortened-number': 'a spreadsheet has shortened this number',
  'too-many-cells': 'this row has more cells than there are columns',
  'different-totals': 'the rows of this order name different totals; it stays without one',
  'same-row-twice': 'the same row stands there twice; it is counted once',
  'not-json': 'this is not JSON',
  'wrong-shape': 'this is no such record',
  'no-columns': 'the needed columns were not found; name them with --map FIELD=COLUMN',
  unreadable: 'this cannot be read',
  empty: 'there is nothing in the file',
  'too-big': 'the file is too big',
  'unknown-format': 'only CSV and JSON files can be imported',
} as const
