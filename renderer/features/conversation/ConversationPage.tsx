import { MessageSquareX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ConversationSkeleton } from './ConversationSkeleton.tsx'
import { OpenConversation } from './OpenConversation.tsx'
import { useThread } from './useThread.ts'

export interface ConversationPageProps {
  id: string
  /** The message to open at. */
  messageId: string | null
  /** Offers to save the conversation as a file. */
  onExport?: () => void
}

/** One conversation: who writes, what was said, and the owner's next word. */
export function ConversationPage({ id, messageId, onExport }: ConversationPageProps) {
  const { t } = useTranslation()
  const { thread, failure, retry } = useThread(id, messageId)
  if (thread) return <OpenConversation key={id} thread={thread} messageId={messageId} onExport={onExport} />
  if (failure === 'not-found') {
    return (
      <div className="flex h-full">
        <EmptyState
          icon={<MessageSquareX />}
          title={t('conversation.notFound.title')}
          body={t('conversation.notFound.body')}
          action={<Button onClick={() => goTo('inbox')}>{t('conversation.back')}</Button>}
        />
      </div>
    )
  }
  if (failure === 'failed') {
    return (
      <div className="flex h-full">
        <EmptyState
          icon={<TriangleAlert />}
          title={t('conversation.loadFailed.title')}
          body={t('conversation.loadFailed.body')}
          action={<Button onClick={retry}>{t('conversation.tryAgain')}</Button>}
        />
      </div>
    )
  }
  return <ConversationSkeleton />
}
