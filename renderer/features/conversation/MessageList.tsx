import { ArrowDown } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VList } from 'virtua'
import type { VListHandle } from 'virtua'
import type { Message } from '#contract/message.ts'
import { dayLabel } from '#renderer/lib/time.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { ActivityLine } from './ActivityLine.tsx'
import type { Verdict } from './DeliveryLine.tsx'
import { MessageBlock } from './MessageBlock.tsx'
import { incomingAfter, readFrom, threadItems } from './threadItems.ts'

const AT_END_PX = 60
const NEAR_START_PX = 500

export interface MessageListProps {
  messages: readonly Message[]
  contactName: string
  earlier: 'idle' | 'loading' | 'failed'
  busy: string | null
  onNearStart: () => void
  onWhy: (answerId: string) => void
  onSettle: (messageId: string, verdict: Verdict) => void
}

/** Opens where reading goes on, stays where the owner reads, and follows new messages only from the end. */
export function MessageList({ messages, contactName, earlier, busy, onNearStart, onWhy, onSettle }: MessageListProps) {
  const { t, i18n } = useTranslation()
  const now = useNow(60_000)
  const list = useRef<VListHandle>(null)
  const isAtEnd = useRef(true)
  const openedWith = useRef<string | null>(null)
  const isOpening = useRef(true)
  const [seenSeq, setSeenSeq] = useState(Infinity)
  const items = threadItems(messages)
  const firstId = messages[0]?.id
  const last = messages.at(-1)
  const newCount = incomingAfter(messages, seenSeq)

  // The list keeps its place from the end only while messages were added at the start.
  const [edges, setEdges] = useState({ firstId, lastId: last?.id, shift: false })
  if (edges.firstId !== firstId || edges.lastId !== last?.id) {
    setEdges({ firstId, lastId: last?.id, shift: edges.lastId === last?.id && edges.firstId !== firstId })
  }

  const toEnd = () => list.current?.scrollToIndex(messages.length - 1, { align: 'end' })
  const isOwn = last?.direction === 'outgoing' && last.author === 'owner' && last.delivery?.state === 'queued'
  // A letter longer than the window is read from its beginning; anything shorter ends up at the end.
  const toReading = () => list.current?.scrollToIndex(readFrom(messages), { align: 'start' })
  useLayoutEffect(() => {
    if (openedWith.current === null) {
      openedWith.current = last?.id ?? ''
      toReading()
    } else if (isAtEnd.current || isOwn) list.current?.scrollToIndex(messages.length - 1, { align: 'end' })
    // Once for each new last message.
    // eslint-disable-next-line react/exhaustive-deps
  }, [last?.id])

  const lookWhere = (offset: number) => {
    const handle = list.current
    if (!handle) return
    const wasAtEnd = isAtEnd.current
    isAtEnd.current = handle.scrollSize - handle.viewportSize - offset < AT_END_PX
    if (isAtEnd.current !== wasAtEnd) setSeenSeq(isAtEnd.current ? Infinity : (last?.seq ?? Infinity))
  }
  const onScroll = (offset: number) => {
    lookWhere(offset)
    if (offset < NEAR_START_PX) onNearStart()
  }
  // Sizes become known bit by bit: until something was scrolled, the place to read from is looked up again.
  const onResize = () => {
    if (isOpening.current && openedWith.current === (last?.id ?? '')) {
      toReading()
      lookWhere(list.current?.scrollOffset ?? 0)
    } else if (isAtEnd.current) toEnd()
  }

  return (
    <div role="log" aria-label={t('conversation.messages')} aria-live="polite" className="relative min-h-0 flex-1">
      <VList
        ref={list}
        data={items}
        shift={edges.shift}
        onScroll={onScroll}
        onScrollEnd={() => {
          isOpening.current = false
        }}
        onResize={onResize}
        tabIndex={0}
        className="h-full pb-3 outline-offset-[-2px]"
      >
        {({ message, startsDay, startsGroup }) => (
          <div key={message.id} className="mx-auto max-w-[60rem] px-5">
            {startsDay && (
              <h3 className="flex items-center gap-3 pt-5 pb-1 text-xs font-medium text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {dayLabel(message.sentAt, now, i18n.language)}
              </h3>
            )}
            {message.kind === 'activity' ? (
              <ActivityLine message={message} onWhy={onWhy} />
            ) : (
              <MessageBlock
                message={message}
                startsGroup={startsGroup}
                contactName={contactName}
                busy={busy}
                onWhy={onWhy}
                onSettle={onSettle}
              />
            )}
          </div>
        )}
      </VList>
      {earlier !== 'idle' && (
        <div className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
          <span className="pointer-events-auto flex items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-sm text-ink-soft shadow-soft">
            {earlier === 'loading' ? (
              <Spinner label={t('conversation.earlierLoading')} />
            ) : (
              t('conversation.earlierFailed')
            )}
            {earlier === 'failed' && (
              <button type="button" onClick={onNearStart} className="font-medium text-accent-ink hover:underline">
                {t('conversation.tryAgain')}
              </button>
            )}
          </span>
        </div>
      )}
      {newCount > 0 && (
        <button
          type="button"
          onClick={toEnd}
          className="absolute inset-x-0 bottom-3 mx-auto flex w-fit items-center gap-1.5 rounded-full bg-accent px-3.5 py-1.5 text-sm font-medium text-on-accent shadow-lifted hover:bg-accent-hover"
        >
          <ArrowDown aria-hidden className="size-4" />
          {t('conversation.newMessages', { count: newCount })}
        </button>
      )}
    </div>
  )
}
