import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Conversation, Upload } from '#contract/conversation.ts'
import { formatBytes, formatNumber } from '#renderer/i18n/format.ts'
import { toBase64 } from '#renderer/lib/files.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode, errorData, isConnectionLost } from '#renderer/rpc/errors.ts'
import { MAX_FILES, MAX_FILE_BYTES, addFiles } from './composerFiles.ts'
import { applyMessage, useConversations } from './conversationStore.ts'
import { changeDraft, draftOf, draftSent, noteSaved, useDrafts } from './draftStore.ts'
import { putNote } from './helpStore.ts'

class UnreadableFileError extends Error {
  readonly fileName: string
  constructor(fileName: string, cause: unknown) {
    super(`A chosen file could not be read`, { cause })
    this.fileName = fileName
  }
}

/** When a reply goes out: at a time, and then also when the contact wrote in between, or not. */
export interface SendLater {
  readonly sendAt: Date
  readonly unlessTheyWrite: boolean
}

/** Sends the draft of a conversation, or keeps it as a note; `problem` says in plain words why that did not work. */
export function useReply(conversation: Conversation) {
  const { t, i18n } = useTranslation()
  const rpc = useRpc()
  const words = useProblemWords()
  const sendable = useConversations(state => state.kinds.get(conversation.channelKind)?.maxAttachmentBytes)
  const maxBytes = Math.min(sendable ?? MAX_FILE_BYTES, MAX_FILE_BYTES)
  const canAttach = maxBytes > 0
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { id } = conversation

  const run = async (work: () => Promise<void>): Promise<boolean> => {
    if (isSending) return false
    setIsSending(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(words(error))
      return false
    } finally {
      setIsSending(false)
    }
  }

  const send = (later: SendLater | null = null) => {
    const { text, files, kind } = draftOf(useDrafts.getState(), id)
    // Whatever asks for it: a note never leaves.
    if (kind === 'note' || (text.trim() === '' && files.length === 0)) return Promise.resolve(false)
    return run(async () => {
      const uploads = await Promise.all(files.map(toUpload))
      const message = await rpc.conversation.reply({ id, text: text.trimEnd(), uploads, ...later })
      applyMessage(message)
      draftSent(id, message.id, files)
      putNote(id, null)
    })
  }

  const saveNote = () => {
    const { text } = draftOf(useDrafts.getState(), id)
    if (text.trim() === '') return Promise.resolve(false)
    return run(async () => {
      applyMessage(await rpc.conversation.addNote({ id, text: text.trim() }))
      noteSaved(id)
      putNote(id, null)
    })
  }

  const take = (chosen: readonly File[]) => {
    if (chosen.length === 0) return
    const draft = draftOf(useDrafts.getState(), id)
    if (draft.kind === 'note') return setProblem(t('composer.noteFiles'))
    if (!canAttach) return setProblem(t('conversation.composer.noAttachments'))
    const { files, refusal } = addFiles(draft.files, chosen, maxBytes)
    changeDraft(id, { files })
    if (refusal === null) return setProblem(null)
    setProblem(
      refusal.reason === 'too-many'
        ? t('conversation.composer.tooMany', { count: MAX_FILES })
        : t('conversation.composer.tooBig', { name: refusal.name, size: formatBytes(maxBytes, i18n.language) }),
    )
  }

  return { send, saveNote, take, canAttach, isSending, problem, setProblem }
}
export type Reply = ReturnType<typeof useReply>

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
        case 'BAD_TIME':
          return t('composer.later.badTime')
        case 'CHANNEL_REMOVED':
          return t('conversation.composer.channelRemoved')
        default:
          return t('conversation.actionFailed')
      }
    },
    [t, i18n.language],
  )
}
