import type { Citation } from '#contract/assistant.ts'
import { citedEntries } from '#renderer/lib/citations.ts'

/** The shop's own sentences, word for word, by the entry they stand in. */
export function CitationList({ citations }: { citations: readonly Citation[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {citedEntries(citations).map(({ entryId, quotes, question, sourceName }) => (
        <li key={entryId} className="border-s-2 border-accent ps-3">
          {quotes.map(quote => (
            <p key={quote} dir="auto" className="text-ink wrap-anywhere">
              {quote}
            </p>
          ))}
          <p className="mt-0.5 text-sm text-ink-faint wrap-anywhere">
            <bdi>{sourceName}</bdi> · <bdi>{question}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}
