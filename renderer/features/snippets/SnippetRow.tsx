import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '#contract/snippet.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'

export interface SnippetRowProps {
  snippet: Snippet
  onEdit: () => void
  onRemove: () => void
}

/** One saved text: how it is called, how it begins, how often it was used. */
export function SnippetRow({ snippet: { shortcut, title, text, uses }, onEdit, onRemove }: SnippetRowProps) {
  const { t } = useTranslation()
  return (
    <li className="flex items-start gap-3 border-b border-line px-5 py-3 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <bdi className="max-w-full font-mono text-base font-medium wrap-anywhere text-accent-ink">/{shortcut}</bdi>
          {title && <bdi className="min-w-0 font-medium wrap-anywhere text-ink">{title}</bdi>}
          <span className="text-xs text-ink-faint">
            {uses === 0 ? t('snippets.unused') : t('snippets.uses', { count: uses })}
          </span>
        </p>
        <p dir="auto" className="mt-0.5 line-clamp-2 text-base wrap-anywhere text-ink-soft">
          {text}
        </p>
      </div>
      <IconButton
        size="small"
        label={t('snippets.edit', { name: shortcut })}
        icon={<Pencil aria-hidden />}
        onClick={onEdit}
      />
      <IconButton
        size="small"
        label={t('snippets.remove', { name: shortcut })}
        icon={<Trash2 aria-hidden />}
        onClick={onRemove}
      />
    </li>
  )
}
