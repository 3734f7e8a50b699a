import { useEffect, useState } from 'react'
import { lookAtPermission } from '#renderer/lib/browserNotices.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { becomeTeller } from './raiseNotice.ts'
import { showWaiting } from './waitingSigns.ts'

const SAY_AGAIN_MS = 30_000

/** Tells the main process what the owner looks at, and shows outside of the page how many wait. */
export function useNotices(openConversation: string | null, waiting: number) {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const [pageId] = useState(() => crypto.randomUUID())

  useEffect(() => {
    const stopping = new AbortController()
    becomeTeller(stopping.signal)
    return () => stopping.abort()
  }, [])

  useEffect(() => {
    if (epoch === 0) return
    const say = () => {
      lookAtPermission()
      const isLookedAt = document.visibilityState === 'visible' && document.hasFocus()
      // When the connection is lost nobody is told anything; it is said again right after.
      rpc.notice.watching({ pageId, conversationId: isLookedAt ? openConversation : null }).catch(() => undefined)
    }
    say()
    const timer = setInterval(say, SAY_AGAIN_MS)
    const events = ['focus', 'blur', 'pagehide'] as const
    for (const event of events) addEventListener(event, say)
    document.addEventListener('visibilitychange', say)
    return () => {
      clearInterval(timer)
      for (const event of events) removeEventListener(event, say)
      document.removeEventListener('visibilitychange', say)
    }
  }, [rpc, epoch, pageId, openConversation])

  useEffect(() => showWaiting(waiting), [waiting])
}
