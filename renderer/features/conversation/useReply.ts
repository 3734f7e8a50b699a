import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Conversation, Upload } from '#contract/conversation.ts'
import { formatBytes, formatNumber } from '#renderer/i18n/format.ts'
import { toBase64 } from '#renderer/lib/files.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode, errorData, isConnectionLost } from '#renderer/rpc/errors.ts'
import { applyMessage } from './conversationStore.ts'
import { draftOf, draftSent, useDrafts } from './draftStore.ts'
import { putNote } from './helpStore.ts'

class UnreadableFileError extends Error {
  readonly fileName: string
  constructor(fileName: string, cause: unknown) {
    super(`A chosen file could not be read`, { cause })
    this.fileName = fileName
  }
}

/** Sends the draft of a conversation; `problem` says in plain words why it did not go. */
export function useReply(conversation: Conversation) {
  const rpc = useRpc()
  const words = useProblemWords()
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const send = useCallback(async () => {
    const { text, files } = draftOf(useDrafts.getState(), conversation.id)
    if (isSending || (text.trim() === '' && files.length === 0)) return
    setIsSending(true)
    setProblem(null)
    try {
      const uploads = await Promise.all(files.map(toUpload))
      const message = await rpc.conversation.reply({ id: conversation.id, text: text.trimEnd(), uploads })
      applyMessage(message)
      draftSent(conversation.id, message.id, files)
      putNote(conversation.id, null)
    } catch (error) {
      setProblem(words(error))
    } finally {
      setIsSending(false)
    }
  }, [rpc, conversation.id, isSending, words])

  return { send, isSending, problem, setProblem }
}

async function toUpload(file: File): Promise<Upload> {
  try {
    return { name: file.name, mime: file.type || 'application/octet-stream', base64: await toBase64(file) }
  } catch (cause) {
    throw new UnreadableFileError(file.name, cause)
  }
}

const tooLongSchema = z.object({ max: z.number() })
const tooBigSchema = z.object({ name: z.string(), maxBytes: z.number() })

function useProblemWords() {
  const { t, i18n } = useTranslation()
  return useCallback(
    (error: unknown): string => {
      if (error instanceof UnreadableFileError) return t('conversation.composer.unreadable', { name: error.fileName })
      if (isConnectionLost(error)) return t('conversation.offline')
      switch (errorCode(error) ?? '') {
        case 'EMPTY':
          return t('conversation.composer.empty')
        case 'TOO_LONG':
          return t('conversation.composer.tooLong', {
            max: formatNumber(tooLongSchema.parse(errorData(error)).max, i18n.language),
          })
        case 'TOO_BIG': {
          const { name, maxBytes } = tooBigSchema.parse(errorData(error))
          return t('conversation.composer.tooBig', { name, size: formatBytes(maxBytes, i18n.language) })
        }
        case 'NO_ATTACHMENTS':
          return t('conversation.composer.noAttachments')
        case 'CHANNEL_REMOVED':
          return t('conversation.composer.channelRemoved')
        default:
          return t('conversation.actionFailed')
      }
    },
    [t, i18n.language],
  )
}
