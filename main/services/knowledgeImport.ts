import type { BadRow, Entry, FilePreview, Source } from '#contract/knowledge.ts'
import { createPlanner, type FileEntry, type ImportPlan } from '#domain/knowledge/plan.ts'
import { languageOf } from '#domain/text/language.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Importer, ImportedEntry, ReadFile } from '#main/ports/importer.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createSlices } from './knowledgeSlices.ts'

const sampleSize = 5
const sampleLength = 400
const shownBadRows = 200
const writeBatch = 200

export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

export interface ImportCounts {
  added: number
  updated: number
  unchanged: number
  removed: number
}

export interface ImportResult extends ImportCounts {
  files: FilePreview[]
}

interface PlannedFile {
  read: ReadFile
  source: Source | null
  plan: ImportPlan
}

export interface ImportDeps {
  stores: Pick<Stores, 'transaction' | 'knowledge'>
  importer: Importer
  clock: Clock
  ids: Ids
}

/** Reads files, compares them with what is stored, and takes them over: all files or none, seen at once. */
export function createKnowledgeImport({ stores, importer, clock, ids }: ImportDeps) {
  const store = stores.knowledge

  async function read(files: readonly UploadedFile[]): Promise<ReadFile[]> {
    const taken = new Set<string>()
    const found: ReadFile[] = []
    for (const { name, bytes } of files) {
      const own = freeName(name.trim() || 'file', taken)
      taken.add(own)
      found.push({ ...(await importer.read(own, bytes)), name: own })
    }
    return found
  }

  async function plan(file: ReadFile): Promise<PlannedFile> {
    const breathe = createSlices()
    const source = store.sourceByName(file.name)
    // A file that could not be read at all must not empty what was imported from it before.
    const planner = createPlanner(source === null || file.entries.length === 0 ? [] : store.allOfSource(source.id))
    for (const entry of file.entries) {
      planner.take(toFileEntry(entry))
      await breathe()
    }
    return { read: file, source, plan: planner.finish() }
  }

  async function planAll(files: readonly ReadFile[]): Promise<PlannedFile[]> {
    const planned: PlannedFile[] = []
    for (const file of files) planned.push(await plan(file))
    return planned
  }

  /** A new source is written unseen and in pieces, so that 50,000 entries do not hold up the inbox. */
  async function writeUnseen({ read: file, plan: { added } }: PlannedFile): Promise<string> {
    const id = ids.next()
    const now = clock.now()
    store.putSource({ id, name: `${id} ${file.name}`, format: file.format ?? 'text', importedAt: now }, true)
    const breathe = createSlices()
    for (let start = 0; start < added.length; start += writeBatch) {
      store.putEntries(added.slice(start, start + writeBatch).map(entry => newEntry(entry, id, now)))
      await breathe()
    }
    return id
  }

  function newEntry(file: FileEntry, sourceId: string, updatedAt: Date): Entry {
    return { ...copy(file), id: ids.next(), sourceId, updatedAt }
  }

  function writeChanges(source: Source, { read: file, plan: changes }: PlannedFile) {
    const now = clock.now()
    store.putSource({ ...source, format: file.format ?? source.format, importedAt: now })
    if (changes.removed.length > 0) store.removeEntries(changes.removed.map(entry => entry.id))
    store.putEntries([
      ...changes.updated.map(({ stored, file: entry }) => ({
        ...stored,
        ...copy(entry),
        updatedAt: laterThan(stored.updatedAt, now),
      })),
      ...changes.added.map(entry => newEntry(entry, source.id, now)),
    ])
  }

  return {
    read,

    async preview(files: readonly ReadFile[]): Promise<FilePreview[]> {
      return (await planAll(files)).map(toPreview)
    },

    async take(files: readonly ReadFile[]): Promise<ImportResult> {
      const planned = (await planAll(files)).map(file => ({ ...file, newId: null as string | null }))
      const useful = planned.filter(({ read: file }) => file.entries.length > 0)
      for (const file of useful) if (file.source === null) file.newId = await writeUnseen(file)
      stores.transaction(() => {
        for (const file of useful) {
          if (file.newId !== null) {
            store.putSource({
              id: file.newId,
              name: file.read.name,
              format: file.read.format ?? 'text',
              importedAt: clock.now(),
            })
            store.showSource(file.newId)
          } else if (file.source !== null) writeChanges(file.source, file)
        }
      })
      return { files: planned.map(toPreview), ...sumOf(useful) }
    },
  }
}

/** Later than before even when the clock stands still or was put back. */
export function laterThan(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1))
}

function copy({ externalId, question, answer, wordings, language, tags }: FileEntry) {
  return { externalId, question, answer, wordings, language, tags }
}

function toFileEntry(entry: ImportedEntry): FileEntry {
  return {
    externalId: entry.externalId,
    question: entry.question,
    answer: entry.answer,
    wordings: [...entry.wordings],
    language: entry.language ?? languageOf(`${entry.question}\n${entry.answer}`),
    tags: [...entry.tags],
  }
}

function toPreview({ read: file, plan: changes }: PlannedFile): FilePreview {
  const badRows: readonly BadRow[] = file.badRows
  return {
    name: file.name,
    format: file.format,
    entryCount: file.entries.length,
    ...countsOf(changes),
    sample: file.entries.slice(0, sampleSize).map(entry => {
      const { externalId, question, answer, language } = toFileEntry(entry)
      return { externalId, question, answer: answer.slice(0, sampleLength), language }
    }),
    badRows: badRows.slice(0, shownBadRows),
    badRowCount: badRows.length,
  }
}

function countsOf({ added, updated, unchanged, removed }: ImportPlan): ImportCounts {
  return { added: added.length, updated: updated.length, unchanged, removed: removed.length }
}

function sumOf(files: readonly PlannedFile[]): ImportCounts {
  const sum = { added: 0, updated: 0, unchanged: 0, removed: 0 }
  for (const { plan: changes } of files) {
    const counts = countsOf(changes)
    sum.added += counts.added
    sum.updated += counts.updated
    sum.unchanged += counts.unchanged
    sum.removed += counts.removed
  }
  return sum
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let number = 2; ; number++) {
    const next = `${name} (${number})`
    if (!taken.has(next)) return next
  }
}
