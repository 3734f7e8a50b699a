import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { FileTile } from './FileTile.tsx'
import { PictureGallery } from './PictureGallery.tsx'
import { PictureThumb } from './PictureThumb.tsx'
import { VideoClip } from './VideoClip.tsx'
import { VoiceNote } from './VoiceNote.tsx'
import { pictureTypes } from './mailProfile.ts'

/** Files of a message: pictures as pictures, sound and film to be played, everything else by name, type and size. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation()
  const [openId, setOpenId] = useState<string | null>(null)
  if (attachments.length === 0) return null
  const pictures = attachments.filter(isPicture)
  const others = attachments.filter(attachment => !isPicture(attachment))
  return (
    <>
      <ul aria-label={t('conversation.attachment.list')} className="mt-2 flex flex-wrap items-start gap-2">
        {pictures.map(attachment => (
          <li key={attachment.id} className="max-w-full">
            <PictureThumb attachment={attachment} onOpen={() => setOpenId(attachment.id)} />
          </li>
        ))}
        {others.map(attachment => (
          <li key={attachment.id} className="max-w-full min-w-0">
            <Playable attachment={attachment} />
          </li>
        ))}
      </ul>
      {openId !== null && <PictureGallery pictures={pictures} openId={openId} onClose={() => setOpenId(null)} />}
    </>
  )
}

function Playable({ attachment }: { attachment: Attachment }) {
  if (attachment.missing !== null || attachment.mismatch) return <FileTile attachment={attachment} />
  if (attachment.mime.startsWith('audio/')) return <VoiceNote attachment={attachment} />
  if (attachment.mime.startsWith('video/')) return <VideoClip attachment={attachment} />
  return <FileTile attachment={attachment} />
}

function isPicture({ mime, missing, mismatch }: Attachment): boolean {
  return pictureTypes.includes(mime) && missing === null && !mismatch
}
