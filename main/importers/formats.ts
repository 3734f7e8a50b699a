import type { SourceFormat } from '#contract/knowledge.ts'

export const largestFile = 100 * 1024 * 1024

const formats: Readonly<Record<string, SourceFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  docx: 'docx',
}

/** By the ending of the name; null when it is none of ours. */
export function formatOf(name: string): SourceFormat | null {
  const ending = /\.([a-z0-9]+)(?: \(\d+\))?$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return formats[ending] ?? null
}
