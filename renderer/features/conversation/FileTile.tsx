import {
  Download,
  File,
  FileArchive,
  FileImage,
  FileMusic,
  FileSpreadsheet,
  FileText,
  FileVideo,
  TriangleAlert,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { useAttachment } from './useAttachment.ts'

export interface FileTileProps {
  attachment: Attachment
  /** One quiet line below what already shows the file. */
  plain?: boolean
}

/** A file by its name, kind and size, to be saved. */
export function FileTile({ attachment, plain = false }: FileTileProps) {
  const { t, i18n } = useTranslation()
  const { isLoading, save } = useAttachment(attachment)
  const { name, mime, bytes, missing, mismatch } = attachment
  return (
    <div
      className={classes(
        'flex max-w-full items-center gap-2.5',
        plain ? 'w-full' : 'w-72 rounded-md border border-line bg-raised py-1.5 ps-2.5 pe-1.5',
      )}
    >
      {!plain && (
        <span aria-hidden className="shrink-0 text-ink-soft [&_svg]:size-5">
          {iconFor(mime)}
        </span>
      )}
      <span className="min-w-0 flex-1">
        <bdi
          title={name}
          className={classes('block truncate', plain ? 'text-xs text-ink-soft' : 'text-sm font-medium text-ink')}
        >
          {name}
        </bdi>
        <span className="block truncate text-xs text-ink-faint">
          {missing
            ? t(`conversation.attachment.missing.${missing}`)
            : `${kindOf(name, mime)} · ${formatBytes(bytes, i18n.language)}`}
        </span>
        {mismatch && (
          <span className="flex items-start gap-1 text-xs text-warning-ink">
            <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
            {t('conversation.attachment.mismatch')}
          </span>
        )}
      </span>
      {missing === null && (
        <button
          type="button"
          disabled={isLoading}
          onClick={save}
          aria-label={t('conversation.attachment.download', { name })}
          title={t('conversation.attachment.download', { name })}
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink [&_svg]:size-4"
        >
          {isLoading ? <Spinner /> : <Download aria-hidden />}
        </button>
      )}
    </div>
  )
}

function iconFor(mime: string) {
  if (mime.startsWith('image/')) return <FileImage />
  if (mime.startsWith('audio/')) return <FileMusic />
  if (mime.startsWith('video/')) return <FileVideo />
  if (mime.includes('spreadsheet') || mime.includes('excel') || mime === 'text/csv') return <FileSpreadsheet />
  if (mime === 'application/pdf' || mime.startsWith('text/') || mime.includes('word')) return <FileText />
  if (/zip|compressed|tar/.test(mime)) return <FileArchive />
  return <File />
}

/** `PDF`, `XLSX`: the ending people know, else the media type. */
function kindOf(name: string, mime: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]
  return ending ? ending.toUpperCase() : mime
}
