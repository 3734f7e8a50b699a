import { ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer } from 'virtua'
import type { VirtualizerHandle } from 'virtua'
import type { Conversation } from '#contract/conversation.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { moveCursor, newsCount, showHeld, useInbox } from './inboxStore.ts'
import { listStep } from './listKeys.ts'
import { selectRange, toggleSelected } from './selection.ts'
import { useLikelyRow } from './useLikelyRow.ts'
import { useReadersPlace } from './useReadersPlace.ts'
import { useRowCursor } from './useRowCursor.ts'

/** So early that the next page is there before the reader is. */
const NEAR_END_PX = 4000
const USUAL_ROW_PX = 96

export interface ConversationListProps {
  conversations: readonly Conversation[]
  openId: string | null
  onNearEnd: () => void
  /** This one will probably be opened next. */
  onLikely: (id: string) => void
}

/** Rows stay where they are while somebody is at them; what came meanwhile is one press away. */
export function ConversationList({ conversations, openId, onNearEnd, onLikely }: ConversationListProps) {
  const { t } = useTranslation()
  const now = useNow()
  const list = useRef<VirtualizerHandle>(null)
  const frame = useRef<HTMLElement>(null)
  const selected = useInbox(state => state.selected)
  const { index: tabIndex, moveBy, noteFocus } = useRowCursor({ conversations, list, frame })
  const { handlers, onScrolled } = useReadersPlace(noteFocus)
  const likelyHandlers = useLikelyRow(onLikely)

  const onScroll = (offset: number) => {
    onScrolled(offset)
    const handle = list.current
    if (handle && handle.scrollSize - handle.viewportSize - offset < NEAR_END_PX) onNearEnd()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = listStep(event)
    if (step === null) return
    event.preventDefault()
    moveBy(step)
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col" {...handlers}>
      <NewsPill onShow={() => list.current?.scrollTo(0)} />
      <nav
        ref={frame}
        aria-label={t('inbox.list')}
        onKeyDown={onKeyDown}
        {...likelyHandlers}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <Virtualizer
          ref={list}
          as="ul"
          item="li"
          data={conversations}
          itemSize={USUAL_ROW_PX}
          onScroll={onScroll}
          keepMounted={[tabIndex]}
        >
          {(conversation, index) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              isOpen={conversation.id === openId}
              isSelected={selected.has(conversation.id)}
              isSelecting={selected.size > 0}
              inTabOrder={index === tabIndex}
              now={now}
              onFocus={moveCursor}
              onSelect={select}
            />
          )}
        </Virtualizer>
      </nav>
    </div>
  )
}

function select(id: string, isRange: boolean) {
  if (isRange) selectRange(id)
  else toggleSelected(id)
}

/** How much came while the reader was somewhere in the list. */
function NewsPill({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation()
  const count = useInbox(newsCount)
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
      {count > 0 && (
        <button
          type="button"
          onClick={() => {
            showHeld()
            onShow()
          }}
          className="pointer-events-auto inline-flex h-7 items-center gap-1.5 rounded-full bg-accent px-3 text-sm font-medium text-on-accent shadow-lifted hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden className="size-3.5" />
          {t('inbox.news', { count })}
        </button>
      )}
    </div>
  )
}
