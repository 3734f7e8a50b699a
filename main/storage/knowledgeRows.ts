import { z } from 'zod'
import { sourceFormatSchema, type Entry, type Source } from '#contract/knowledge.ts'

export interface SourceRow {
  id: string
  name: string
  format: string
  imported_at: number
  entry_count: number
}

export interface EntryRow {
  id: string
  source_id: string
  external_id: string | null
  question: string
  wordings: string
  answer: string
  language: string
  tags: string
  updated_at: number
}

export const entryColumns = 'id, source_id, external_id, question, wordings, answer, language, tags, updated_at'

/** Entries of sources that are complete. */
export const shown = 'source_id in (select id from knowledge_sources where shown is not null)'

const textsSchema = z.array(z.string())

/** Dozens are read for each question, so what is as it should be is not copied once more. */
function texts(json: string): string[] {
  if (json === '[]') return []
  const read: unknown = JSON.parse(json)
  return isTexts(read) ? read : textsSchema.parse(read)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}

export function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    name: row.name,
    format: sourceFormatSchema.parse(row.format),
    entryCount: row.entry_count,
    importedAt: new Date(row.imported_at),
  }
}

export function toEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    sourceId: row.source_id,
    externalId: row.external_id,
    question: row.question,
    wordings: texts(row.wordings),
    answer: row.answer,
    language: row.language,
    tags: texts(row.tags),
    updatedAt: new Date(row.updated_at),
  }
}
