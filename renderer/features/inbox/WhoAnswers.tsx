import { Sparkles, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'

/** Whose turn it is, as a sign beside the time. */
export function WhoAnswers({ conversation: { handler, handoffReason } }: { conversation: Conversation }) {
  const { t } = useTranslation()
  // What was passed on waits for the owner, also where the assistant goes on preparing replies.
  const who = handler === 'owner' || handoffReason !== null ? 'owner' : 'assistant'
  return (
    <span title={t(`inbox.handlerLong.${who}`)} className="inline-flex shrink-0 self-center text-ink-soft">
      {who === 'owner' ? (
        <UserRound aria-hidden className="size-3.5" />
      ) : (
        <Sparkles aria-hidden className="size-3.5 text-accent-ink" />
      )}
      <span className="sr-only">{t(`inbox.handler.${who}`)}</span>
    </span>
  )
}
