import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer } from 'virtua'
import type { VirtualizerHandle } from 'virtua'
import type { Conversation } from '#contract/conversation.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { listStep, nextIndex } from './listKeys.ts'

const NEAR_END_PX = 600

export interface ConversationListProps {
  conversations: readonly Conversation[]
  selectedId: string | null
  onNearEnd: () => void
}

/** Arrow keys and J/K move through it from anywhere on the page, except while typing. */
export function ConversationList({ conversations, selectedId, onNearEnd }: ConversationListProps) {
  const { t } = useTranslation()
  const now = useNow()
  const list = useRef<VirtualizerHandle>(null)
  const frame = useRef<HTMLElement>(null)
  const [focusedId, setFocusedId] = useState(selectedId)
  const [lastSelectedId, setLastSelectedId] = useState(selectedId)
  if (selectedId !== lastSelectedId) {
    setLastSelectedId(selectedId)
    setFocusedId(selectedId)
  }
  const tabIndex = Math.max(
    0,
    conversations.findIndex(({ id }) => id === focusedId),
  )

  const moveTo = useCallback(
    (index: number) => {
      const target = conversations[index]
      if (!target) return
      setFocusedId(target.id)
      list.current?.scrollToIndex(index, { align: 'nearest' })
      const focus = () =>
        frame.current?.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(target.id)}"]`)?.focus()
      focus()
      // A row outside the window is drawn only after the scroll.
      requestAnimationFrame(focus)
    },
    [conversations],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = listStep(event, frame.current)
      if (step === null) return
      event.preventDefault()
      const current = conversations.findIndex(({ id }) => id === focusedId)
      moveTo(nextIndex(current, step, conversations.length))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [conversations, focusedId, moveTo])

  const onScroll = (offset: number) => {
    const handle = list.current
    if (handle && handle.scrollSize - handle.viewportSize - offset < NEAR_END_PX) onNearEnd()
  }

  return (
    <nav ref={frame} aria-label={t('inbox.list')} className="min-h-0 flex-1 overflow-y-auto">
      <Virtualizer ref={list} as="ul" item="li" data={conversations} onScroll={onScroll} keepMounted={[tabIndex]}>
        {(conversation, index) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            selected={conversation.id === selectedId}
            inTabOrder={index === tabIndex}
            now={now}
            onFocus={setFocusedId}
          />
        )}
      </Virtualizer>
    </nav>
  )
}
