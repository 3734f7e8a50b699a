import { resolve } from 'node:path'
import { csvRowsSchema, exportFormatSchema, periodSchema, type ExportOptions } from '#contract/report.ts'
import { languageSchema, type Language } from '#contract/settings.ts'
import type { App } from '#main/app.ts'
import { NoPrinter, PrintFailed } from '#main/ports/printer.ts'
import { FolderFault, type FolderProblem, type GivenFile } from '#main/ports/reportFiles.ts'
import { writeWhole } from '#main/system/wholeFile.ts'
import { commandOptions } from './commandOptions.ts'
import { holdsShop } from './dataFolder.ts'
import { Exit } from './exit.ts'
import { withApp } from './openApp.ts'

const options = {
  'data-dir': { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  notes: { type: 'boolean', default: false },
  'no-personal-data': { type: 'boolean', default: false },
  language: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const reportOptions = {
  ...options,
  from: { type: 'string' },
  to: { type: 'string' },
  rows: { type: 'string' },
} as const

interface Asked {
  'data-dir'?: string | undefined
  format?: string | undefined
  notes: boolean
  'no-personal-data': boolean
  language?: string | undefined
  json: boolean
}

/** One conversation as a file. */
export async function exportConversation(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, options)
  const [id] = positionals
  const { out } = values
  if (id === undefined || out === undefined)
    throw new Exit(2, 'Give the conversation and the file to write: export conversation ID --format html --out FILE.')
  const request = { id, ...requestOf(values) }
  return give(values, out, app => {
    const file = app.files.conversation(request)
    if (file === null) throw new Exit(1, `There is no conversation ${id} in this data folder.`)
    return file
  })
}

/** What happened in a period, as a file. */
export async function exportReport(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandOptions(args, reportOptions)
  const { out } = values
  const [unknown] = positionals
  if (unknown !== undefined) throw new Exit(2, `"${unknown}" is not part of report.`)
  const period = periodSchema.safeParse({ from: values.from, to: values.to })
  if (out === undefined || values.from === undefined || values.to === undefined)
    throw new Exit(2, 'Give the days and the file: report --from 2026-03-01 --to 2026-03-31 --format pdf --out FILE.')
  if (!period.success) throw new Exit(2, 'The days are two dates like 2026-03-01, the first not after the last.')
  const rows = csvRowsSchema.default('conversations').safeParse(values.rows)
  if (!rows.success) throw new Exit(2, 'The rows are conversations or messages.')
  const request = { period: period.data, compare: true, rows: rows.data, ...requestOf(values) }
  if (values.rows !== undefined && request.format !== 'csv') throw new Exit(2, '--rows belongs to --format csv.')
  return give(values, out, app => app.files.period(request))
}

function requestOf(values: Asked) {
  const format = exportFormatSchema.safeParse(values.format)
  if (!format.success) throw new Exit(2, 'The format is html, pdf, json or csv.')
  const given: ExportOptions = { notes: values.notes, personalData: !values['no-personal-data'] }
  return { format: format.data, options: given, ...languageOf(values.language) }
}

function languageOf(asked: string | undefined): { language?: Language } {
  if (asked === undefined) return {}
  const language = languageSchema.safeParse(asked === 'zh' ? 'zh-CN' : asked)
  if (!language.success) throw new Exit(2, 'The language is en or zh-CN.')
  return { language: language.data }
}

async function give(values: Asked, out: string, fileOf: (app: App) => GivenFile): Promise<number> {
  if (!holdsShop(values['data-dir']))
    throw new Exit(1, 'There is no Keepdesk data in this folder. Name the right one with --data-dir.')
  return withApp(values['data-dir'], async app => {
    const { pieces } = fileOf(app)
    const bytes = await writeWhole(resolve(out), pieces).catch((cause: unknown) => {
      throw inWords(cause, out)
    })
    process.stdout.write(
      values.json ? `${JSON.stringify({ out, format: values.format, bytes })}\n` : `Written: ${out} (${bytes} bytes)\n`,
    )
    return 0
  })
}

const folderWords: Record<FolderProblem, (out: string) => string> = {
  'folder-gone': out => `Keepdesk cannot write ${out}: its folder is not there.`,
  'not-writable': out => `Keepdesk cannot write ${out}: its folder does not let it.`,
  'disk-full': out => `Keepdesk cannot write ${out}: the disk is full. Nothing was left half-written.`,
  failed: out => `Keepdesk cannot write ${out}.`,
}

function inWords(cause: unknown, out: string): unknown {
  if (cause instanceof FolderFault) return new Exit(1, folderWords[cause.problem](out), { cause })
  if (cause instanceof NoPrinter)
    return new Exit(
      1,
      'Keepdesk makes PDF files with Chromium, Google Chrome or Microsoft Edge, and finds none here. Install one of them, name one with KEEPDESK_BROWSER, or use --format html and print that.',
      { cause },
    )
  if (cause instanceof PrintFailed) return new Exit(1, `The PDF was not made: ${cause.message}.`, { cause })
  return cause
}
