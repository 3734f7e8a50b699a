import { ChevronLeft, ChevronRight, Download, ImageOff, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { formatBytes } from '#renderer/i18n/format.ts'
import { classes } from '#renderer/lib/classes.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { useKeyDown } from './useKeyDown.ts'
import { usePicture } from './usePicture.ts'
import { useAttachment } from './useAttachment.ts'

/** Times the size that fits the window. */
const zooms = [1, 1.5, 2, 3, 4]

export interface PictureGalleryProps {
  pictures: readonly Attachment[]
  openId: string
  onClose: () => void
}

/** The pictures of a message, one at a time: arrow keys go on, plus and minus zoom, Escape closes. */
export function PictureGallery({ pictures, openId, onClose }: PictureGalleryProps) {
  const { t, i18n } = useTranslation()
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      pictures.findIndex(({ id }) => id === openId),
    ),
  )
  const [zoom, setZoom] = useState(0)
  const picture = pictures[index]
  const step = (by: number) => {
    setZoom(0)
    setIndex((index + by + pictures.length) % pictures.length)
  }
  const zoomBy = (by: number) => setZoom(Math.min(zooms.length - 1, Math.max(0, zoom + by)))
  useKeyDown(event => {
    const isRtl = document.documentElement.dir === 'rtl'
    const next = isRtl ? 'ArrowLeft' : 'ArrowRight'
    const isMoving = zoom > 0
    if (pictures.length > 1 && !isMoving && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      step(event.key === next ? 1 : -1)
    } else if (event.key === '+' || event.key === '=') zoomBy(1)
    else if (event.key === '-') zoomBy(-1)
    else if (event.key === '0') setZoom(0)
    else return
    event.preventDefault()
  })
  if (!picture) return null
  return (
    <Dialog
      open
      onClose={onClose}
      title={picture.name}
      size="large"
      footer={
        <div className="flex w-full flex-wrap items-center gap-2">
          <span className="me-auto text-sm text-ink-faint tabular-nums">
            {pictures.length > 1 && `${t('thread.pictureOf', { number: index + 1, count: pictures.length })} · `}
            {formatBytes(picture.bytes, i18n.language)}
          </span>
          {pictures.length > 1 && (
            <>
              <IconButton
                label={t('thread.previousPicture')}
                icon={<ChevronLeft aria-hidden className="rtl:-scale-x-100" />}
                onClick={() => step(-1)}
              />
              <IconButton
                label={t('thread.nextPicture')}
                icon={<ChevronRight aria-hidden className="rtl:-scale-x-100" />}
                onClick={() => step(1)}
              />
            </>
          )}
          <IconButton
            label={t('thread.zoomOut')}
            icon={<ZoomOut aria-hidden />}
            disabled={zoom === 0}
            onClick={() => zoomBy(-1)}
          />
          <IconButton
            label={t('thread.zoomIn')}
            icon={<ZoomIn aria-hidden />}
            disabled={zoom === zooms.length - 1}
            onClick={() => zoomBy(1)}
          />
          <LargeSave key={picture.id} picture={picture} />
        </div>
      }
    >
      <div
        role="group"
        aria-label={t('thread.pictures')}
        tabIndex={0}
        data-pans
        className="flex h-[60dvh] min-h-40 overflow-auto rounded-md bg-sunken"
      >
        <LargePicture key={picture.id} picture={picture} zoom={zooms[zoom] ?? 1} />
      </div>
    </Dialog>
  )
}

function LargePicture({ picture, zoom }: { picture: Attachment; zoom: number }) {
  const { t } = useTranslation()
  const { url, isBroken, onBroken } = usePicture(picture, true)
  if (isBroken) {
    return (
      <p className="m-auto flex flex-col items-center gap-2 text-sm text-ink-soft">
        <ImageOff aria-hidden className="size-6" />
        {t('conversation.attachment.failed')}
      </p>
    )
  }
  if (url === null) return <Skeleton className="size-full" />
  return (
    <img
      src={url}
      alt={picture.name}
      onError={onBroken}
      style={zoom === 1 ? undefined : { width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
      className={classes('m-auto shrink-0 object-contain', zoom === 1 && 'size-full')}
    />
  )
}

function LargeSave({ picture }: { picture: Attachment }) {
  const { t } = useTranslation()
  const { save } = useAttachment(picture)
  return (
    <Button icon={<Download aria-hidden />} onClick={save}>
      {t('conversation.attachment.download', { name: '' }).trim()}
    </Button>
  )
}
