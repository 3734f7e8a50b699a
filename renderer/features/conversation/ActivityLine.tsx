import { useTranslation } from 'react-i18next'
import { handoffReasonSchema } from '#contract/assistant.ts'
import type { Message } from '#contract/message.ts'
import { answerWords } from '#renderer/i18n/answerWords.ts'
import { AttachmentList } from './AttachmentList.tsx'
import { clockTime, fullTime } from '#renderer/lib/time.ts'

export interface ActivityLineProps {
  message: Message
  onWhy: (answerId: string) => void
}

/** A recorded change between the messages. */
export function ActivityLine({ message, onWhy }: ActivityLineProps) {
  const { t, i18n } = useTranslation()
  const { answerId, attachments } = message
  const words = useActivityWords(message)
  return (
    <>
      <p className="mx-auto flex max-w-xl items-baseline justify-center gap-2 px-4 py-1.5 text-center text-sm text-balance text-ink-faint">
        <span className="wrap-anywhere">
          {words}{' '}
          <time className="ms-1 whitespace-nowrap tabular-nums">{clockTime(message.sentAt, i18n.language)}</time>
          {answerId !== null && (
            <button
              type="button"
              onClick={() => onWhy(answerId)}
              className="ms-2 min-h-6 rounded-sm font-medium text-accent-ink hover:underline"
            >
              {t('conversation.whyHandedOff')}
            </button>
          )}
          {message.text !== '' && (
            <span dir="auto" title={message.text} className="mt-0.5 line-clamp-2 text-ink-soft">
              {message.text}
            </span>
          )}
        </span>
      </p>
      {attachments.length > 0 && (
        <div className="mx-auto flex w-fit max-w-full px-4 pb-1">
          <AttachmentList attachments={attachments} />
        </div>
      )}
    </>
  )
}

function useActivityWords({ activity }: Message): string {
  const { t, i18n } = useTranslation()
  if (!activity) return ''
  const { code, detail } = activity
  if (detail === null || detail === '') return t(`conversation.activity.${code}`)
  switch (code) {
    case 'handed-off': {
      const reason = handoffReasonSchema.safeParse(detail)
      return reason.success
        ? t('conversation.activity.handed-off-reason', { reason: t(`handoffReason.${reason.data}`) })
        : t('conversation.activity.handed-off')
    }
    case 'snoozed':
      return t('conversation.activity.snoozed-until', { time: fullTime(new Date(detail), i18n.language) })
    case 'schedule-stopped':
      return t('conversation.activity.schedule-late', { time: fullTime(new Date(detail), i18n.language) })
    case 'unmerged':
      return t('conversation.activity.unmerged-name', { name: detail })
    case 'merged':
      return t('conversation.activity.merged-name', { name: detail })
    case 'split':
      return t('conversation.activity.split-name', { name: detail })
    case 'topic-auto':
    case 'topic-draft':
      return `${t(`conversation.activity.${code}`)}: ${answerWords.intent(detail)}`
    case 'taken-over':
    case 'handed-back':
    case 'resolved':
    case 'reopened':
    case 'woke-up':
    case 'suggestion-discarded':
    case 'send-undone':
    case 'note':
    default:
      return t(`conversation.activity.${code}`)
  }
}
