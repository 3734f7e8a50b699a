import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/message.ts'
import { fromBase64, saveBlob } from '#renderer/lib/files.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'

/** The bytes of an attachment, fetched when they are wanted. */
export function useAttachment({ id, name }: Attachment) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const [isLoading, setIsLoading] = useState(false)

  const load = useCallback(async (): Promise<Blob> => {
    const { mime, base64 } = await rpc.conversation.attachment({ id })
    return fromBase64(base64, mime)
  }, [rpc, id])

  const save = useCallback(async () => {
    setIsLoading(true)
    try {
      saveBlob(await load(), name)
    } catch {
      showToast({ tone: 'bad', text: t('conversation.attachment.failed') })
    } finally {
      setIsLoading(false)
    }
  }, [load, name, t])

  return { isLoading, load, save: () => void save() }
}
