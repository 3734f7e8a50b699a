import { memo, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VList } from 'virtua'
import type { VListHandle } from 'virtua'
import type { Message } from '#contract/message.ts'
import { classes } from '#renderer/lib/classes.ts'
import { dayLabel } from '#renderer/lib/time.ts'
import { useIsPainted } from '#renderer/lib/useIsPainted.ts'
import { useNow } from '#renderer/lib/useNow.ts'
import { ActivityLine } from './ActivityLine.tsx'
import type { Verdict } from './DeliveryLine.tsx'
import { LoadPill, NewestPill } from './ListPills.tsx'
import { MessageBlock } from './MessageBlock.tsx'
import { NoteBlock } from './NoteBlock.tsx'
import { TypingLine } from './TypingLine.tsx'
import { drawnFrom, incomingAfter, inReadingOrder, threadItems } from './threadItems.ts'
import { useListPlace } from './useListPlace.ts'
import type { PageLoad } from './usePages.ts'

/** The lowest that most messages are: more than what fits into the window is drawn. */
const LOW_MESSAGE_PX = 64

export interface MessageListProps {
  messages: readonly Message[]
  contactName: string
  isContactTyping: boolean
  /** The message to open at and to point out; null opens where reading goes on. */
  targetId: string | null
  hasLater: boolean
  /** Messages of the contact that came in below what is loaded. */
  unseenBelow: number
  earlier: PageLoad
  later: PageLoad
  busy: string | null
  onNearStart: () => void
  onNearEnd: () => void
  onNewest: () => void
  onWhy: (answerId: string) => void
  onSettle: (messageId: string, verdict: Verdict) => void
}

export function MessageList({ messages, contactName, targetId, hasLater, ...props }: MessageListProps) {
  const { t, i18n } = useTranslation()
  const now = useNow(60_000)
  const list = useRef<VListHandle>(null)
  const ordered = useMemo(() => inReadingOrder(messages), [messages])
  const items = useMemo(() => threadItems(ordered), [ordered])
  // What is above the window comes when the rest is painted.
  const [from] = useState(() => drawnFrom(ordered, targetId, Math.ceil(innerHeight / LOW_MESSAGE_PX)))
  const hidden = useIsPainted() ? 0 : from
  const drawn = useMemo(() => items.slice(hidden), [items, hidden])
  const place = useListPlace({
    list,
    messages: useMemo(() => ordered.slice(hidden), [ordered, hidden]),
    targetId,
    hasLater,
    onNearStart: hidden > 0 ? nothing : props.onNearStart,
    onNearEnd: props.onNearEnd,
  })
  const newCount = incomingAfter(messages, place.seenSeq) + props.unseenBelow

  return (
    <div role="log" aria-label={t('conversation.messages')} aria-live="polite" className="relative min-h-0 flex-1">
      <VList
        ref={list}
        data={drawn}
        shift={place.shift}
        onScroll={place.onScroll}
        onScrollEnd={place.onScrollEnd}
        onResize={place.onResize}
        onWheel={place.onMoved}
        onTouchMove={place.onMoved}
        onPointerDown={place.onMoved}
        onKeyDown={place.onMoved}
        tabIndex={0}
        className="h-full pb-7 outline-offset-[-2px]"
      >
        {({ message, startsDay, startsGroup }) => (
          <div
            key={message.id}
            className={classes('mx-auto max-w-[60rem] px-5', message.id === targetId && 'point-out rounded-lg pb-2')}
          >
            {startsDay && (
              <h3 className="flex items-center gap-3 pt-5 pb-1 text-xs font-medium text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {dayLabel(message.sentAt, now, i18n.language)}
              </h3>
            )}
            <Item
              message={message}
              startsGroup={startsGroup}
              contactName={contactName}
              busy={props.busy}
              onWhy={props.onWhy}
              onSettle={props.onSettle}
            />
          </div>
        )}
      </VList>
      <LoadPill edge="start" load={props.earlier} onRetry={props.onNearStart} />
      <LoadPill edge="end" load={props.later} onRetry={props.onNearEnd} />
      {(newCount > 0 || hasLater || place.isAway) && (
        <NewestPill
          count={newCount}
          onPress={() => {
            place.toNewest()
            if (hasLater) props.onNewest()
          }}
        />
      )}
      <TypingLine name={contactName} isTyping={props.isContactTyping} />
    </div>
  )
}

type ItemProps = Pick<MessageListProps, 'contactName' | 'busy' | 'onWhy' | 'onSettle'> & {
  message: Message
  startsGroup: boolean
}

/** The list draws itself again with every size that becomes known, its messages do not. */
const Item = memo(function Item({ message, startsGroup, contactName, busy, onWhy, onSettle }: ItemProps) {
  if (message.activity?.code === 'note') return <NoteBlock message={message} />
  if (message.kind === 'activity') return <ActivityLine message={message} onWhy={onWhy} />
  return (
    <MessageBlock
      message={message}
      startsGroup={startsGroup}
      contactName={contactName}
      busy={busy}
      onWhy={onWhy}
      onSettle={onSettle}
    />
  )
})

function nothing() {}
