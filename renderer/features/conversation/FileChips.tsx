import { File as FileIcon, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '#renderer/i18n/format.ts'

/** Files that go out with the reply. */
export function FileChips({ files, onRemove }: { files: readonly File[]; onRemove: (file: File) => void }) {
  const { t, i18n } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5 px-3 pt-1">
      {files.map((file, index) => (
        <li
          key={`${file.name}${index}`}
          className="inline-flex h-7 max-w-64 items-center gap-1.5 rounded-md border border-line bg-surface ps-2 pe-1 text-sm"
        >
          <FileIcon aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
          <bdi className="truncate">{file.name}</bdi>
          <span className="shrink-0 text-xs text-ink-faint">{formatBytes(file.size, i18n.language)}</span>
          <button
            type="button"
            onClick={() => onRemove(file)}
            aria-label={t('conversation.composer.removeFile', { name: file.name })}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-faint hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  )
}
