import type { Citation } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import { entryName } from '#domain/reply/choose.ts'
import { sentences } from '#domain/text/sentences.ts'

/** Which sentences of these entries stand in a text, word for word. */
export function quotedIn(
  text: string,
  entries: readonly Entry[],
  sourceName: (sourceId: string) => string,
): Citation[] {
  return entries.flatMap(entry =>
    sentences(entry.answer)
      .filter(sentence => text.includes(sentence.text))
      .map(sentence => ({
        entryId: entry.id,
        entry: entryName(entry),
        sourceName: sourceName(entry.sourceId),
        question: entry.question,
        quote: sentence.text,
      })),
  )
}
