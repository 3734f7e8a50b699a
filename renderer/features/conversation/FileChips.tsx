import { File as FileIcon, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '#renderer/i18n/format.ts'
import { pictureTypes } from './mailProfile.ts'
import { useObjectUrl } from './useObjectUrl.ts'

/** Files that go out with the reply, pictures as pictures. */
export function FileChips({ files, onRemove }: { files: readonly File[]; onRemove: (file: File) => void }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul aria-label={t('composer.files')} title={t('composer.filesHelp')} className="flex flex-wrap gap-1.5 px-3 pt-1">
      {files.map((file, index) => (
        <Chip key={`${file.name}${index}`} file={file} onRemove={() => onRemove(file)} />
      ))}
    </ul>
  )
}

function Chip({ file, onRemove }: { file: File; onRemove: () => void }) {
  const { t, i18n } = useTranslation()
  const url = useObjectUrl(pictureTypes.includes(file.type) ? file : null)
  return (
    <li className="inline-flex h-10 max-w-64 items-center gap-1.5 rounded-md border border-line bg-surface ps-1 pe-1 text-sm">
      {url ? (
        <img src={url} alt={t('composer.previewOf', { name: file.name })} className="size-8 rounded-sm object-cover" />
      ) : (
        <FileIcon aria-hidden className="ms-1 size-4 shrink-0 text-ink-soft" />
      )}
      <span className="min-w-0">
        <bdi title={file.name} className="block truncate leading-tight">
          {file.name}
        </bdi>
        <span className="block text-xs text-ink-faint">{formatBytes(file.size, i18n.language)}</span>
      </span>
      <button
        type="button"
        onClick={onRemove}
        aria-label={t('conversation.composer.removeFile', { name: file.name })}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-faint hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </li>
  )
}
