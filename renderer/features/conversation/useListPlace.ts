import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { VListHandle } from 'virtua'
import type { Message } from '#contract/message.ts'
import { isScheduled, readFrom } from './threadItems.ts'

const AT_END_PX = 60
const NEAR_EDGE_PX = 500

export interface ListPlaceProps {
  list: RefObject<VListHandle | null>
  /** As they are read. */
  messages: readonly Message[]
  /** The message to open at; null opens where reading goes on. */
  targetId: string | null
  /** The end of the conversation is not loaded. */
  hasLater: boolean
  onNearStart: () => void
  onNearEnd: () => void
}

/** Opens at a message or where reading goes on, stays where the owner reads, and follows new messages only from the end. */
export function useListPlace({ list, messages, targetId, hasLater, onNearStart, onNearEnd }: ListPlaceProps) {
  const isAtEnd = useRef(true)
  const opened = useRef<{ targetId: string | null; lastId: string } | null>(null)
  const isOpening = useRef(true)
  /** It was brought to the end, and nobody has scrolled since. */
  const keepsEnd = useRef(false)
  const [seenSeq, setSeenSeq] = useState(Infinity)
  const [isAway, setIsAway] = useState(false)
  const firstId = messages[0]?.id
  const last = messages.at(-1)
  const spoken = messages.findLast(message => !isScheduled(message))

  // The list keeps its place from the end only while messages were added at the start.
  const [edges, setEdges] = useState({ firstId, lastId: last?.id, shift: false })
  if (edges.firstId !== firstId || edges.lastId !== last?.id) {
    setEdges({ firstId, lastId: last?.id, shift: edges.lastId === last?.id && edges.firstId !== firstId })
  }

  const toEnd = () => {
    keepsEnd.current = true
    list.current?.scrollToIndex(messages.length - 1, { align: 'end' })
  }
  const toOpening = () => {
    const index = targetId === null ? -1 : messages.findIndex(({ id }) => id === targetId)
    if (index >= 0) list.current?.scrollToIndex(index, { align: 'center' })
    // A letter longer than the window is read from its beginning; anything shorter ends up at the end.
    else list.current?.scrollToIndex(readFrom(messages), { align: 'start' })
  }
  const isOwn = last?.direction === 'outgoing' && last.author === 'owner' && last.delivery?.state === 'queued'
  const isTargetHere = targetId === null || messages.some(({ id }) => id === targetId)
  useLayoutEffect(() => {
    const isNewTarget = targetId !== null && opened.current?.targetId !== targetId && isTargetHere
    if (opened.current === null || isNewTarget) {
      opened.current = { targetId: isTargetHere ? targetId : null, lastId: last?.id ?? '' }
      isOpening.current = true
      keepsEnd.current = false
      toOpening()
    } else if ((isAtEnd.current && !hasLater) || isOwn) toEnd()
    // Once for each new last message, and for each message to open at.
    // eslint-disable-next-line react/exhaustive-deps
  }, [last?.id, targetId, isTargetHere])

  const lookWhere = (offset: number) => {
    const handle = list.current
    if (!handle) return
    const below = handle.scrollSize - handle.viewportSize - offset
    const wasAtEnd = isAtEnd.current
    isAtEnd.current = below < AT_END_PX
    setIsAway(below > handle.viewportSize)
    if (isAtEnd.current !== wasAtEnd) setSeenSeq(isAtEnd.current ? Infinity : (spoken?.seq ?? Infinity))
  }
  const onScroll = (offset: number) => {
    lookWhere(offset)
    const handle = list.current
    if (offset < NEAR_EDGE_PX) onNearStart()
    if (handle && handle.scrollSize - handle.viewportSize - offset < NEAR_EDGE_PX) onNearEnd()
  }
  // Sizes become known bit by bit: until something was scrolled, the place to open at is looked up again.
  const onResize = () => {
    if (isOpening.current && opened.current?.lastId === (last?.id ?? '')) {
      toOpening()
      lookWhere(list.current?.scrollOffset ?? 0)
    } else if ((isAtEnd.current || keepsEnd.current) && !hasLater) toEnd()
  }
  // What was asked to be shown at the end is there once it is loaded.
  const wantsEnd = useRef(false)
  useEffect(() => {
    if (!wantsEnd.current || hasLater) return
    wantsEnd.current = false
    isOpening.current = false
    keepsEnd.current = true
    list.current?.scrollToIndex(messages.length - 1, { align: 'end' })
  }, [list, hasLater, messages.length])

  return {
    shift: edges.shift,
    seenSeq,
    isAway,
    onScroll,
    onScrollEnd: () => {
      isOpening.current = false
    },
    onResize,
    /** The owner moves it: it stays where they leave it. */
    onMoved() {
      keepsEnd.current = false
      isOpening.current = false
    },
    /** Now, or as soon as the end is loaded. */
    toNewest() {
      isAtEnd.current = true
      setSeenSeq(Infinity)
      if (hasLater) wantsEnd.current = true
      else toEnd()
    },
  }
}
