import { CsvError, parse } from 'csv-parse/sync'
import type { BadRow } from '#contract/knowledge.ts'
import { findColumns, splitList, type Column } from './columns.ts'
import type { Reading } from './reading.ts'
import { createEntryCheck } from './entryCheck.ts'

const delimiters = [',', ';', '\t']
/** A quote that is never closed swallows no more than this. */
const longestRow = 300_000

export interface Row {
  line: number
  cells: string[]
}

/** Questions and answers in columns. The first row that is not empty names the columns. */
export function readCsv(text: string): Reading {
  const delimiter = delimiterOf(text)
  const check = createEntryCheck()
  let columns: Map<Column, number> | null = null
  for (const found of rowsOf(text, delimiter)) {
    if ('problem' in found) {
      check.badRows.push(found)
      continue
    }
    if (found.cells.every(cell => cell.trim() === '')) continue
    if (columns === null) {
      columns = findColumns(found.cells)
      if (columns === null)
        return {
          entries: [],
          badRows: [{ line: found.line, problem: 'no-columns', detail: found.cells.join(', ').slice(0, 200) }],
        }
      continue
    }
    const { line, cells } = found
    const known = columns
    const cell = (column: Column) => cells[known.get(column) ?? -1] ?? ''
    check.add({
      line,
      id: cell('id'),
      question: cell('question'),
      answer: cell('answer'),
      wordings: splitList(cell('wordings')),
      language: cell('language'),
      tags: splitList(cell('tags')),
    })
  }
  return { entries: check.entries, badRows: check.badRows }
}

/** After a row with broken quotes, reading goes on at the next line. */
export function rowsOf(text: string, delimiter: string): (Row | BadRow)[] {
  const bytes = Buffer.from(text)
  const rows: (Row | BadRow)[] = []
  let offset = 0
  let linesBefore = 0
  while (offset < bytes.length) {
    let done = 0
    let end = 0
    try {
      parse(bytes.subarray(offset), {
        delimiter,
        relax_column_count: true,
        max_record_size: longestRow,
        on_record: (cells: string[], info) => {
          rows.push({ line: linesBefore + done + 1, cells })
          done = info.lines
          end = info.bytes
          return null
        },
      })
      return rows
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      const lineEnd = bytes.indexOf('\n', offset + end)
      const content = bytes.subarray(offset + end, lineEnd < 0 ? undefined : lineEnd).toString()
      linesBefore += done + 1
      const cells = relaxed(content, delimiter)
      rows.push(
        cells
          ? { line: linesBefore, cells }
          : { line: linesBefore, problem: 'bad-quotes', detail: content.slice(0, 80) },
      )
      if (lineEnd < 0) return rows
      offset = lineEnd + 1
    }
  }
  return rows
}

/** Quotes inside a cell, as in `15" screen`, are kept; null when one is never closed. */
function relaxed(line: string, delimiter: string): string[] | null {
  try {
    const [cells] = parse(line, { delimiter, relax_column_count: true, relax_quotes: true })
    return cells ?? null
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

export function delimiterOf(text: string): string {
  const heading = text.trimStart().split('\n', 1)[0] ?? ''
  const counts = delimiters.map(delimiter => ({ delimiter, count: heading.split(delimiter).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ','
}
