import { useEffect, useRef, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConversations } from './conversationStore.ts'

const REPEAT_MS = 4000

/** Tells the channel that the owner is writing, every four seconds at most. */
export function useTellTyping(conversationId: string): () => void {
  const rpc = useRpc()
  const toldAt = useRef(0)
  return () => {
    const now = performance.now()
    if (toldAt.current > 0 && now - toldAt.current < REPEAT_MS) return
    toldAt.current = now
    // A nicety: nobody misses it where it does not get through.
    rpc.conversation.typing({ id: conversationId }).catch(() => undefined)
  }
}

/** Whether the contact is writing right now, as far as the channel tells. */
export function useIsContactTyping(conversationId: string): boolean {
  const until = useConversations(({ typing }) => typing.get(conversationId))
  const [over, setOver] = useState<Date | null>(null)
  useEffect(() => {
    if (until === undefined) return
    const timer = setTimeout(() => setOver(until), Math.max(0, until.getTime() - Date.now()))
    return () => clearTimeout(timer)
  }, [until])
  return until !== undefined && over !== until
}
