import type { Entry } from '#contract/knowledge.ts'

/** An entry as a file gives it, its language already told. */
export type FileEntry = Pick<Entry, 'externalId' | 'question' | 'answer' | 'wordings' | 'language' | 'tags'>

export interface ImportPlan {
  added: FileEntry[]
  /** The entry as it is stored, with what the file says now. */
  updated: { stored: Entry; file: FileEntry }[]
  unchanged: number
  /** Stored entries that the file no longer holds. */
  removed: Entry[]
}

/**
 * Compares a file, entry by entry, with what was imported from it before. Entries are the same when their id is;
 * without one, when their question is (the second of two equal questions matches the second).
 */
export function createPlanner(stored: readonly Entry[]) {
  const waiting = new Map<string, Entry>()
  const keyOf = createKeys()
  for (const entry of stored) waiting.set(keyOf(entry), entry)
  const keyOfFile = createKeys()
  const plan: ImportPlan = { added: [], updated: [], unchanged: 0, removed: [] }
  return {
    take(file: FileEntry) {
      const key = keyOfFile(file)
      const match = waiting.get(key)
      waiting.delete(key)
      if (match === undefined) plan.added.push(file)
      else if (saysTheSame(match, file)) plan.unchanged++
      else plan.updated.push({ stored: match, file })
    },
    finish(): ImportPlan {
      return { ...plan, removed: [...waiting.values()] }
    },
  }
}

function createKeys() {
  const seen = new Map<string, number>()
  return ({ externalId, question }: Pick<Entry, 'externalId' | 'question'>): string => {
    if (externalId !== null) return `id ${externalId}`
    const count = (seen.get(question) ?? 0) + 1
    seen.set(question, count)
    return `question ${count} ${question}`
  }
}

function saysTheSame(stored: FileEntry, file: FileEntry): boolean {
  return (
    stored.question === file.question &&
    stored.answer === file.answer &&
    stored.language === file.language &&
    sameList(stored.wordings, file.wordings) &&
    sameList(stored.tags, file.tags)
  )
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
