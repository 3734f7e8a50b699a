import { MessageSquareX, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '#contract/conversation.ts'
import { goTo } from '#renderer/lib/route.ts'
import { useMediaQuery } from '#renderer/lib/useMediaQuery.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { BriefCard } from './BriefCard.tsx'
import { Composer } from './Composer.tsx'
import { ContactPanel } from './ContactPanel.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { ConversationSkeleton } from './ConversationSkeleton.tsx'
import { MessageList } from './MessageList.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import { SummaryCard } from './SummaryCard.tsx'
import { contactLanguage } from './contactLanguage.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'
import { lastQueued } from './threadItems.ts'
import { UndoBar } from './UndoBar.tsx'
import { useAbilities } from './useAbilities.ts'
import { useConversationActions } from './useConversationActions.ts'
import { useSummary } from './useSummary.ts'
import { useEarlier, useThread } from './useThread.ts'
import { WhyDialog } from './WhyDialog.tsx'

/** One conversation: who writes, what was said, and the owner's next word. */
export function ConversationPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const { thread, failure, retry } = useThread(id)
  if (thread) return <OpenConversation key={id} thread={thread} />
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

function OpenConversation({ thread }: { thread: Thread }) {
  const { t } = useTranslation()
  const { conversation, messages, suggestions, brief } = thread
  const { busy, actions } = useConversationActions(conversation.id)
  const { earlier, loadEarlier } = useEarlier(conversation.id)
  const hasRoomForContact = useMediaQuery('(min-width: 1280px)')
  const queued = lastQueued(messages)
  const language = useMemo(() => contactLanguage(messages), [messages])
  const { summary, canSummarize, isOutdated, summarizeNow, closeSummary } = useSummary(thread)
  useAbilities()
  const [whyId, setWhyId] = useState<string | null>(null)
  const [showsContact, setShowsContact] = useState(false)
  const useSuggested = (text: string) => {
    // What the owner has begun to write stays below it.
    const { text: begun } = draftOf(useDrafts.getState(), conversation.id)
    changeDraft(conversation.id, { text: [text, begun].filter(part => part.trim() !== '').join('\n\n') })
    showToast({ tone: 'neutral', text: t('brief.used') })
  }

  return (
    <div className="flex h-full min-w-0">
      <div className="flex h-full min-w-0 flex-1 flex-col">
        <ConversationHeader
          conversation={conversation}
          actions={actions}
          busy={busy}
          onSummarize={canSummarize ? summarizeNow : null}
          onShowContact={hasRoomForContact ? null : () => setShowsContact(true)}
        />
        {summary && (
          <SummaryCard summary={summary} isOutdated={isOutdated} onAgain={summarizeNow} onClose={closeSummary} />
        )}
        <MessageList
          messages={messages}
          contactName={conversation.contactName || conversation.address}
          earlier={earlier}
          busy={busy}
          onNearStart={() => void loadEarlier()}
          onWhy={setWhyId}
          onSettle={(messageId, verdict) => void actions.settle(messageId, verdict)}
        />
        <div className="mx-auto flex max-h-[65%] w-full max-w-[60rem] flex-col gap-2 overflow-y-auto px-4 pt-1 pb-4">
          {brief && <BriefCard brief={brief} reason={conversation.handoffReason} onUse={useSuggested} />}
          {suggestions.map(suggestion => (
            <SuggestionCard key={suggestion.id} suggestion={suggestion} onWhy={setWhyId} />
          ))}
          {queued && (
            <UndoBar
              key={queued.id}
              message={queued}
              busy={busy === 'undoSend'}
              onUndo={() => void actions.undoSend(queued.id)}
            />
          )}
          <Composer
            conversation={conversation}
            language={language}
            isSuggested={suggestions.length > 0}
            compact={suggestions.length > 0 || brief !== null}
          />
        </div>
      </div>
      {hasRoomForContact && (
        <aside className="w-70 shrink-0 overflow-y-auto border-s border-line bg-surface p-4">
          <ContactPanel thread={thread} />
        </aside>
      )}
      <Dialog
        open={showsContact && !hasRoomForContact}
        onClose={() => setShowsContact(false)}
        title={t('conversation.contact.title')}
        place="side"
        size="small"
      >
        <ContactPanel thread={thread} />
      </Dialog>
      {whyId !== null && <WhyDialog answerId={whyId} onClose={() => setWhyId(null)} />}
    </div>
  )
}
