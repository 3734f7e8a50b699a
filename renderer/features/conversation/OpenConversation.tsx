import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '#contract/conversation.ts'
import { replaceRoute } from '#renderer/lib/route.ts'
import { useIsPainted } from '#renderer/lib/useIsPainted.ts'
import { useMediaQuery } from '#renderer/lib/useMediaQuery.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { BriefCard } from './BriefCard.tsx'
import { Composer } from './Composer.tsx'
import { ContactPanel } from './ContactPanel.tsx'
import { ConversationHeader, type HeaderPart } from './ConversationHeader.tsx'
import { MessageList } from './MessageList.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import { SummaryCard } from './SummaryCard.tsx'
import { UndoBar } from './UndoBar.tsx'
import { useConversations } from './conversationStore.ts'
import { changeDraft, draftOf, useDrafts } from './draftStore.ts'
import { lastQueued } from './threadItems.ts'
import { useAbilities } from './useAbilities.ts'
import { useConversationActions } from './useConversationActions.ts'
import { useConversationCommands } from './useConversationCommands.ts'
import { useFileDrop } from './useFileDrop.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import { usePages } from './usePages.ts'
import { useReply } from './useReply.ts'
import { useSummary } from './useSummary.ts'
import { useIsContactTyping } from './useTyping.ts'

const WhyDialog = lazy(() => import('./WhyDialog.tsx').then(({ WhyDialog: dialog }) => ({ default: dialog })))

export interface OpenConversationProps {
  thread: Thread
  messageId: string | null
  onExport?: () => void
}

/** A conversation that was read: its head, its messages, what waits above the box, the box, and the contact. */
export function OpenConversation({ thread, messageId, onExport }: OpenConversationProps) {
  const { t } = useTranslation()
  const { conversation, contact, messages, suggestions, brief } = thread
  const { id } = conversation
  const { busy, actions } = useConversationActions(id)
  const { earlier, later, loadEarlier, loadLater, loadNewest } = usePages(id)
  const reply = useReply(conversation)
  const { isOver, dropHandlers } = useFileDrop(reply.take)
  const hasRoomForContact = useMediaQuery('(min-width: 1280px)')
  // The messages are what it was opened for: the contact beside them comes a moment later.
  const isPainted = useIsPainted()
  const queued = lastQueued(messages)
  const language = contact.language ?? conversation.language ?? 'und'
  const { summary, canSummarize, isOutdated, summarizeNow, closeSummary } = useSummary(thread)
  const unseenBelow = useConversations(({ unseen }) => unseen.get(id)?.size ?? 0)
  const box = useRef<HTMLTextAreaElement>(null)
  const onWrite = useCallback(() => box.current?.focus(), [])
  useAbilities()
  useKeptDraft(thread)
  const isContactTyping = useIsContactTyping(id)
  const [whyId, setWhyId] = useState<string | null>(null)
  const [showsContact, setShowsContact] = useState(false)
  const [opened, setOpened] = useState<HeaderPart | null>(null)
  useConversationCommands({ conversation, actions, onWrite, hasSuggestion: suggestions.length > 0, onOpen: setOpened })
  const useSuggested = (text: string) => {
    // What the owner has begun to write stays below it.
    const { text: begun } = draftOf(useDrafts.getState(), id)
    changeDraft(id, { kind: 'reply', text: [text, begun].filter(part => part.trim() !== '').join('\n\n') })
    showToast({ tone: 'neutral', text: t('brief.used') })
  }
  const toNewest = async () => {
    // From here on a fresh read goes to the end, not back to that message.
    if (await loadNewest()) replaceRoute('inbox', id)
  }

  return (
    <div className="flex h-full min-w-0">
      <div {...dropHandlers} className="relative flex h-full min-w-0 flex-1 flex-col">
        <ConversationHeader
          conversation={conversation}
          actions={actions}
          busy={busy}
          onSummarize={canSummarize ? summarizeNow : null}
          onExport={onExport ?? null}
          onShowContact={hasRoomForContact ? null : () => setShowsContact(true)}
          opened={opened}
          onOpen={setOpened}
        />
        {summary && (
          <SummaryCard summary={summary} isOutdated={isOutdated} onAgain={summarizeNow} onClose={closeSummary} />
        )}
        <MessageList
          messages={messages}
          contactName={conversation.contactName || conversation.address}
          isContactTyping={isContactTyping}
          targetId={messageId}
          hasLater={thread.hasLater}
          unseenBelow={unseenBelow}
          earlier={earlier}
          later={later}
          busy={busy}
          onNearStart={() => void loadEarlier()}
          onNearEnd={() => void loadLater()}
          onNewest={() => void toNewest()}
          onWhy={setWhyId}
          onSettle={(settledId, verdict) => void actions.settle(settledId, verdict)}
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
            reply={reply}
            language={language}
            isSuggested={suggestions.length > 0}
            compact={suggestions.length > 0 || brief !== null}
            box={box}
          />
        </div>
        {isOver && (
          <div className="pointer-events-none absolute inset-2 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/95 text-lg font-medium text-accent-ink">
            {t('conversation.composer.dropHere')}
          </div>
        )}
      </div>
      {hasRoomForContact && (
        <aside className="w-70 shrink-0 overflow-y-auto border-s border-line bg-surface p-4">
          {isPainted && <ContactPanel thread={thread} />}
        </aside>
      )}
      <Dialog
        open={showsContact && !hasRoomForContact}
        onClose={() => setShowsContact(false)}
        title={t('contacts.title')}
        place="side"
        size="small"
      >
        <ContactPanel thread={thread} onFollow={() => setShowsContact(false)} />
      </Dialog>
      <Suspense fallback={null}>
        {whyId !== null && <WhyDialog answerId={whyId} onClose={() => setWhyId(null)} />}
      </Suspense>
    </div>
  )
}
