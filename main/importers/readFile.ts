import type { SourceFormat } from '#contract/knowledge.ts'
import { passagesOf, type Block } from '#domain/knowledge/sections.ts'
import type { ReadFile } from '#main/ports/importer.ts'
import { readCsv } from './csv.ts'
import { decodeText, NotText } from './decode.ts'
import { createEntryCheck } from './entryCheck.ts'
import { formatOf, largestFile } from './formats.ts'
import { htmlPage } from './html.ts'
import { readJsonl } from './jsonl.ts'
import { markdownBlocks } from './markdown.ts'
import { plainTextBlocks } from './plainText.ts'
import { refused, type Reading } from './reading.ts'

/** Reads a whole file. What is wrong with it is in `badRows`; only errors of our own are thrown. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const format = formatOf(name)
  if (format === null) return { name, format, ...refused('unknown-format', name) }
  if (bytes.length > largestFile) return { name, format, ...refused('too-big') }
  if (bytes.length === 0) return { name, format, ...refused('empty') }
  const reading = await readAs(format, titleFor(name), bytes)
  const isEmpty = reading.entries.length === 0 && reading.badRows.length === 0
  return { name, format, ...(isEmpty ? refused('empty') : reading) }
}

async function readAs(format: SourceFormat, title: string, bytes: Uint8Array): Promise<Reading> {
  switch (format) {
    case 'pdf':
      return readPdf(title, bytes)
    case 'docx':
      return readDocx(title, bytes)
    case 'csv':
    case 'jsonl':
    case 'markdown':
    case 'text':
    case 'html':
    case 'manual':
      return readText(format, title, bytes)
  }
}

function readText(format: Exclude<SourceFormat, 'pdf' | 'docx'>, title: string, bytes: Uint8Array): Reading {
  const text = textOf(bytes)
  if (text === null) return refused('unreadable')
  switch (format) {
    case 'csv':
      return readCsv(text)
    case 'jsonl':
      return readJsonl(text)
    case 'markdown':
      return fromBlocks(markdownBlocks(text), title)
    case 'html': {
      const page = htmlPage(text)
      return fromBlocks(page.blocks, page.title ?? title)
    }
    case 'text':
    case 'manual':
      return fromBlocks(plainTextBlocks(text), title)
  }
}

async function readPdf(title: string, bytes: Uint8Array): Promise<Reading> {
  const { isPasswordError, pdfText } = await import('./pdf.ts')
  try {
    return fromBlocks(plainTextBlocks(await pdfText(bytes)), title)
  } catch (error) {
    return refused(isPasswordError(error) ? 'encrypted' : 'unreadable', error instanceof Error ? error.name : '')
  }
}

async function readDocx(title: string, bytes: Uint8Array): Promise<Reading> {
  // Word keeps a document with a password in its old container.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused('encrypted')
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    return fromBlocks(htmlPage(value).blocks, title)
  } catch (error) {
    return refused('unreadable', error instanceof Error ? error.name : '')
  }
}

function fromBlocks(blocks: readonly Block[], title: string): Reading {
  const check = createEntryCheck()
  for (const { line, question, answer } of passagesOf(blocks, title)) {
    check.add({ line, id: '', question, answer, wordings: [], language: '', tags: [] })
  }
  return check
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decodeText(bytes)
  } catch (error) {
    if (error instanceof NotText) return null
    throw error
  }
}

function titleFor(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
