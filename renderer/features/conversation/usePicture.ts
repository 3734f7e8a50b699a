import { useEffect, useState } from 'react'
import type { Attachment } from '#contract/message.ts'
import { useAttachment } from './useAttachment.ts'
import { useObjectUrl } from './useObjectUrl.ts'

/** A picture's address once its bytes are here; null before, and `broken` when they are none. */
export function usePicture(attachment: Attachment, isWanted: boolean) {
  const { load, save } = useAttachment(attachment)
  const [found, setFound] = useState<{ id: string; blob: Blob | 'broken' } | null>(null)
  const { id } = attachment
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    const put = (blob: Blob | 'broken') => {
      if (!isGone) setFound({ id, blob })
    }
    load().then(put, () => put('broken'))
    return () => {
      isGone = true
    }
  }, [load, id, isWanted])
  const blob = found?.id === id ? found.blob : null
  const url = useObjectUrl(blob instanceof Blob ? blob : null)
  return { url, isBroken: blob === 'broken', onBroken: () => setFound({ id, blob: 'broken' }), save }
}
