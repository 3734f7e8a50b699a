import type { Citation } from '#contract/assistant.ts'

/** The sentences taken from one entry of the knowledge. */
export interface CitedEntry {
  readonly entryId: string
  readonly question: string
  readonly sourceName: string
  readonly quotes: readonly string[]
}

/** One item for each entry, in the order in which the reply uses them. */
export function citedEntries(citations: readonly Citation[]): CitedEntry[] {
  return [...Map.groupBy(citations, ({ entryId }) => entryId)].flatMap(([entryId, [first, ...rest]]) =>
    first === undefined
      ? []
      : [
          {
            entryId,
            question: first.question,
            sourceName: first.sourceName,
            quotes: [...new Set([first, ...rest].map(({ quote }) => quote))],
          },
        ],
  )
}
