import { CirclePlay } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { FileTile } from './FileTile.tsx'
import { useAttachment } from './useAttachment.ts'
import { useObjectUrl } from './useObjectUrl.ts'

/** Fetched when somebody wants to see it; below it, its name and a way to save it. */
export function VideoClip({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation()
  const { load } = useAttachment(attachment)
  const [state, setState] = useState<Blob | 'closed' | 'loading' | 'failed'>('closed')
  const url = useObjectUrl(state instanceof Blob ? state : null)
  const open = () => {
    setState('loading')
    load().then(setState, () => setState('failed'))
  }
  return (
    <div className="flex max-w-full flex-col gap-1.5">
      {url !== null && (
        // A customer's film comes without words to read along.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <video
          src={url}
          controls
          autoPlay
          aria-label={attachment.name}
          onError={() => setState('failed')}
          className="max-h-80 w-96 max-w-full rounded-md border border-line bg-ink"
        />
      )}
      {url === null && state !== 'failed' && (
        <button
          type="button"
          onClick={open}
          disabled={state === 'loading'}
          aria-label={t('thread.playVideo', { name: attachment.name })}
          className="flex h-32 w-56 max-w-full items-center justify-center rounded-md border border-line bg-sunken text-ink-soft hover:text-ink [&_svg]:size-8"
        >
          {state === 'loading' ? <Spinner /> : <CirclePlay aria-hidden />}
        </button>
      )}
      {state === 'failed' && <p className="text-sm text-ink-soft">{t('thread.videoFailed')}</p>}
      <FileTile attachment={attachment} plain />
    </div>
  )
}
