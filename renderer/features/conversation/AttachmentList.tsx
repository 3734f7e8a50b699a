import { Download, File, FileArchive, FileImage, FileSpreadsheet, FileText, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { PicturePreview } from './PicturePreview.tsx'
import { pictureTypes } from './mailProfile.ts'
import { useAttachment } from './useAttachment.ts'

/** Files of a message: pictures as pictures, everything else by name, type and size. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation()
  if (attachments.length === 0) return null
  const picturesFirst = attachments.toSorted((a, b) => Number(isPicture(b)) - Number(isPicture(a)))
  return (
    <ul aria-label={t('conversation.attachment.list')} className="mt-2 flex flex-wrap items-start gap-2">
      {picturesFirst.map(attachment => (
        <li key={attachment.id} className="max-w-full">
          {isPicture(attachment) ? <PicturePreview attachment={attachment} /> : <FileTile attachment={attachment} />}
        </li>
      ))}
    </ul>
  )
}

function isPicture({ mime, missing, mismatch }: Attachment): boolean {
  return pictureTypes.includes(mime) && missing === null && !mismatch
}

function FileTile({ attachment }: { attachment: Attachment }) {
  const { t, i18n } = useTranslation()
  const { isLoading, save } = useAttachment(attachment)
  const { name, mime, bytes, missing, mismatch } = attachment
  return (
    <div className="flex w-72 max-w-full items-center gap-2.5 rounded-md border border-line bg-raised py-1.5 ps-2.5 pe-1.5">
      <span aria-hidden className="shrink-0 text-ink-soft [&_svg]:size-5">
        {iconFor(mime)}
      </span>
      <span className="min-w-0 flex-1">
        <bdi title={name} className="block truncate text-sm font-medium text-ink">
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
