import { ImageOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { usePicture } from './usePicture.ts'

/** Larger pictures are fetched only when the owner opens them. */
const AUTO_BYTES = 6_000_000

/** A small picture that opens large. */
export function PictureThumb({ attachment, onOpen }: { attachment: Attachment; onOpen: () => void }) {
  const { t } = useTranslation()
  const { url, isBroken, onBroken } = usePicture(attachment, attachment.bytes <= AUTO_BYTES)
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t('conversation.attachment.preview', { name: attachment.name })}
      className="flex h-32 w-44 max-w-full items-center justify-center overflow-hidden rounded-md border border-line bg-sunken"
    >
      {isBroken ? (
        <ImageOff aria-hidden className="m-auto size-6 text-ink-faint" />
      ) : url ? (
        <img src={url} alt="" className="size-full object-cover" onError={onBroken} />
      ) : (
        <Skeleton className="size-full" />
      )}
    </button>
  )
}
