import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ContactRecord } from '#contract/contact.ts'
import { formatDate } from '#renderer/i18n/format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'

export interface ContactMergesProps {
  merges: ContactRecord['merges']
  busy: boolean
  onUndo: (mergeId: string) => void
}

/** What was merged into this contact and can be told apart again. */
export function ContactMerges({ merges, busy, onUndo }: ContactMergesProps) {
  const { t, i18n } = useTranslation()
  if (merges.length === 0) return null
  return (
    <ul className="flex w-full flex-col gap-1">
      {merges.map(({ id, name, at }) => (
        <li key={id} className="flex min-w-0 items-center gap-2 text-sm text-ink-soft">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {t('contacts.mergedWith', { name, date: formatDate(at, i18n.language) })}
          </span>
          <IconButton
            size="small"
            disabled={busy}
            label={t('contacts.undoMerge', { name })}
            icon={<Undo2 aria-hidden />}
            onClick={() => onUndo(id)}
          />
        </li>
      ))}
    </ul>
  )
}
