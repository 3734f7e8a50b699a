import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPlaybook, type PlaybookReading } from '#domain/playbook/read.ts'
import type { PlaybookRecord, PlaybookStore } from '#main/ports/playbookStore.ts'

export interface ShelfEntry extends PlaybookReading {
  id: string
  yaml: string
  enabled: boolean
  edited: boolean
  shipped: boolean
  /** Changes with its text, so that a conversation never goes on in another procedure than it began in. */
  version: string
}

/** The shipped procedures with the owner's changes over them, read once and again after each change. */
export function createPlaybookShelf({ store, shippedFolder }: { store: PlaybookStore; shippedFolder: string }) {
  const shipped = new Map(
    readdirSync(shippedFolder)
      .filter(name => name.endsWith('.yaml'))
      .toSorted()
      .map(name => [name.slice(0, -'.yaml'.length), readFileSync(join(shippedFolder, name), 'utf8')]),
  )
  let entries: ReadonlyMap<string, ShelfEntry> | null = null

  function entryOf(id: string, record: PlaybookRecord | null): ShelfEntry {
    const yaml = record?.yaml ?? shipped.get(id) ?? ''
    return {
      id,
      yaml,
      enabled: record?.enabled ?? true,
      edited: record !== null && record.yaml !== null,
      shipped: shipped.has(id),
      version: versionOf(yaml),
      ...readPlaybook(yaml),
    }
  }

  function all(): ReadonlyMap<string, ShelfEntry> {
    if (entries !== null) return entries
    const records = new Map(store.list().map(record => [record.id, record]))
    // The owner's own come first: what they wrote themselves wins where two would start.
    const ids = [...new Set([...[...records.keys()].filter(id => !shipped.has(id)), ...shipped.keys()])]
    entries = new Map(ids.map(id => [id, entryOf(id, records.get(id) ?? null)]))
    return entries
  }

  return {
    all,
    get: (id: string) => all().get(id) ?? null,
    /** The owner's text over a shipped one, or one of their own. */
    put(record: PlaybookRecord) {
      store.put(record)
      entries = null
    },
    remove(id: string) {
      store.remove(id)
      entries = null
    },
  }
}

/** FNV-1a. */
export function versionOf(text: string): string {
  let code = 0x811c9dc5
  for (let index = 0; index < text.length; index++) code = Math.imul(code ^ text.charCodeAt(index), 0x01000193)
  return `${text.length.toString(36)}-${(code >>> 0).toString(36)}`
}
