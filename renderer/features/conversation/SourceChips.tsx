import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '#contract/assistant.ts'

/** The shop's own entries that a text rests on, each once; its words show on hover. */
export function SourceChips({ citations }: { citations: readonly Citation[] }) {
  const { t } = useTranslation()
  const entries = [...new Map(citations.map(citation => [citation.entryId, citation])).values()]
  if (entries.length === 0) return null
  return (
    <ul aria-label={t('conversation.suggestion.sources')} className="flex flex-wrap gap-1.5">
      {entries.map(citation => (
        <li key={citation.entryId} className="max-w-full">
          <span
            title={citation.quote}
            className="inline-flex max-w-full items-center gap-1.5 rounded-md bg-sunken px-2 py-0.5 text-xs text-ink-soft"
          >
            <Quote aria-hidden className="size-3 shrink-0" />
            <bdi className="truncate">
              {citation.sourceName} · {citation.question}
            </bdi>
          </span>
        </li>
      ))}
    </ul>
  )
}
