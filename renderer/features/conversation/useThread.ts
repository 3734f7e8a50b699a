import { useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation } from '#contract/conversation.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import {
  failThread,
  putChannels,
  putEarlier,
  putKinds,
  putThread,
  retryThread,
  useConversations,
} from './conversationStore.ts'

/** Several changes in a row are read once. */
const SETTLE_MS = 250

/** Loads a conversation, reads it again after a reconnect, and marks it read while it is on screen. */
export function useThread(id: string) {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const thread = useConversations(state => state.threads.get(id))
  const failure = useConversations(state => state.failures.get(id))
  const [tries, setTries] = useState(0)

  useEffect(() => {
    const aborter = new AbortController()
    const load = async () => {
      try {
        const loaded = await rpc.conversation.get({ id }, { signal: aborter.signal })
        if (!aborter.signal.aborted) putThread(loaded)
      } catch (error) {
        if (!aborter.signal.aborted) failThread(id, errorCode(error) === 'NOT_FOUND' ? 'not-found' : 'failed')
      }
    }
    void load()
    return () => aborter.abort()
  }, [rpc, id, epoch, tries])

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

  const isUnread = thread?.conversation.unread ?? false
  useEffect(() => {
    if (!isUnread) return
    const read = () => {
      if (document.visibilityState === 'visible') rpc.conversation.markRead({ id }).catch(() => undefined)
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [rpc, id, isUnread])

  const retry = useCallback(() => {
    retryThread(id)
    setTries(count => count + 1)
  }, [id])

  return { thread, failure, retry }
}

function stampOf({ lastMessageAt, handler, handoffReason, promisedBy, waitingSince }: Conversation): string {
  return [lastMessageAt, waitingSince, promisedBy].map(date => date?.getTime()).join() + handler + (handoffReason ?? '')
}

/** Earlier messages, one page at a time. */
export function useEarlier(id: string) {
  const rpc = useRpc()
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const isLoading = useRef(false)
  const loadEarlier = useCallback(async () => {
    const thread = useConversations.getState().threads.get(id)
    const oldest = thread?.messages[0]
    if (!thread?.hasEarlier || !oldest || isLoading.current) return
    isLoading.current = true
    setState('loading')
    try {
      putEarlier(id, await rpc.conversation.earlier({ id, beforeSeq: oldest.seq, limit: 50 }))
      setState('idle')
    } catch {
      setState('failed')
    } finally {
      isLoading.current = false
    }
  }, [rpc, id])
  return { earlier: state, loadEarlier }
}
