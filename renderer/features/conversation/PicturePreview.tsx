import { Download, ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { useAttachment } from './useAttachment.ts'

/** Larger pictures are fetched only when the owner opens them. */
const AUTO_BYTES = 6_000_000

export function PicturePreview({ attachment }: { attachment: Attachment }) {
  const { t, i18n } = useTranslation()
  const { load, save } = useAttachment(attachment)
  const [isOpen, setIsOpen] = useState(false)
  const [url, setUrl] = useState<string | null>(null)
  const [isBroken, setIsBroken] = useState(false)
  const wanted = isOpen || attachment.bytes <= AUTO_BYTES

  useEffect(() => {
    if (!wanted) return
    let made: string | null = null
    let isGone = false
    load().then(
      blob => {
        if (isGone) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      },
      () => {
        if (!isGone) setIsBroken(true)
      },
    )
    return () => {
      isGone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [load, wanted])

  const picture = (className: string) => {
    if (isBroken) return <ImageOff aria-hidden className="m-auto size-6 text-ink-faint" />
    return url ? (
      <img src={url} alt={attachment.name} className={className} onError={() => setIsBroken(true)} />
    ) : (
      <Skeleton className="size-full" />
    )
  }

  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        aria-label={t('conversation.attachment.preview', { name: attachment.name })}
        className="flex h-32 w-44 max-w-full items-center justify-center overflow-hidden rounded-md border border-line bg-sunken"
      >
        {picture('size-full object-cover')}
      </button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={attachment.name}
        size="large"
        footer={
          <>
            <span className="me-auto text-sm text-ink-faint">{formatBytes(attachment.bytes, i18n.language)}</span>
            <Button icon={<Download aria-hidden />} onClick={save}>
              {t('conversation.attachment.download', { name: '' }).trim()}
            </Button>
          </>
        }
      >
        <div className="flex min-h-40 items-center justify-center">
          {picture('max-h-[60dvh] max-w-full rounded-md object-contain')}
        </div>
        {isBroken && <p className="mt-2 text-center text-sm text-ink-soft">{t('conversation.attachment.failed')}</p>}
      </Dialog>
    </>
  )
}
