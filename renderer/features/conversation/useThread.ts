import { useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation, Thread } from '#contract/conversation.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { failThread, putChannels, putKinds, putThread, retryThread, useConversations } from './conversationStore.ts'
import { takeExpected } from './threadReads.ts'

/** Several changes in a row are read once. */
const SETTLE_MS = 250

/**
 * Loads a conversation, at one of its messages when that is said, reads it again after a reconnect, and marks it read
 * while it is on screen.
 */
export function useThread(id: string, messageId: string | null) {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const thread = useConversations(state => state.threads.get(id))
  const failure = useConversations(state => state.failures.get(id))
  const [tries, setTries] = useState(0)

  useEffect(() => {
    const aborter = new AbortController()
    const load = async () => {
      try {
        const askedAt = Date.now()
        const aroundMessageId = placeToRead(useConversations.getState().threads.get(id), messageId)
        if (aroundMessageId === null && tries === 0 && (await takeExpected(id))) return
        const loaded = await rpc.conversation.get({ id, aroundMessageId }, { signal: aborter.signal })
        if (!aborter.signal.aborted) putThread(loaded, askedAt)
      } catch (error) {
        if (!aborter.signal.aborted) failThread(id, errorCode(error) === 'NOT_FOUND' ? 'not-found' : 'failed')
      }
    }
    void load()
    return () => aborter.abort()
  }, [rpc, id, messageId, epoch, tries])

  // What is known, promised and tagged changes with the conversation, and no event carries it.
  const stamp = thread && stampOf(thread.conversation)
  const [readStamp, setReadStamp] = useState(stamp)
  if (readStamp === undefined && stamp !== undefined) setReadStamp(stamp)
  useEffect(() => {
    if (stamp === undefined || stamp === readStamp) return
    const timer = setTimeout(() => {
      setReadStamp(stamp)
      setTries(count => count + 1)
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [stamp, readStamp])

  useEffect(() => {
    // What a channel can carry only sharpens hints; without it the main process still refuses.
    rpc.channel.kinds().then(putKinds, () => undefined)
    rpc.channel.list().then(putChannels, () => undefined)
  }, [rpc, epoch])

  useReading(thread?.conversation)

  const retry = useCallback(() => {
    retryThread(id)
    setTries(count => count + 1)
  }, [id])

  return { thread, failure, retry }
}

/** Marks a conversation read when it is opened and whenever something new comes while it is on screen. */
function useReading(conversation: Conversation | undefined) {
  const rpc = useRpc()
  const id = conversation?.id
  const isUnread = conversation?.unread ?? false
  const lastMessageAt = conversation?.lastMessageAt.getTime()
  // The owner may mark it unread while it is open: only a newer message makes it read again.
  const readUpTo = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (id === undefined || !isUnread || readUpTo.current === lastMessageAt) return
    const read = () => {
      if (document.visibilityState !== 'visible' || readUpTo.current === lastMessageAt) return
      readUpTo.current = lastMessageAt
      rpc.conversation.markRead({ id }).catch(() => undefined)
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [rpc, id, isUnread, lastMessageAt])
}

/** The message to read around; null for the end of the conversation. What is on screen stays there on a second read. */
function placeToRead(known: Thread | undefined, messageId: string | null): string | null {
  const isKnown = known?.messages.some(({ id }) => id === messageId) ?? false
  if (messageId !== null && !isKnown) return messageId
  if (known === undefined || !known.hasLater) return null
  return messageId ?? known.messages[Math.floor(known.messages.length / 2)]?.id ?? null
}

function stampOf({ lastMessageAt, handler, handoffReason, promisedBy, waitingSince, hasDraft }: Conversation): string {
  const times = [lastMessageAt, waitingSince, promisedBy].map(date => date?.getTime()).join()
  return times + handler + (handoffReason ?? '') + String(hasDraft)
}
