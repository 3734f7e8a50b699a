import type { Notice } from '#contract/notice.ts'
import { noticesUnsupported, useNoticePermission } from '#renderer/lib/browserNotices.ts'
import { goTo } from '#renderer/lib/route.ts'
import { playChime } from './sound.ts'

const LOCK = 'keepdesk-notices'

let isTeller = false

/** Of several open tabs one tells; when it is closed, another one takes over. */
export function becomeTeller(signal: AbortSignal) {
  void navigator.locks
    .request(LOCK, { signal }, async () => {
      isTeller = true
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
      isTeller = false
    })
    .catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
}

/** Shows it through the browser, where the owner allowed that. A click comes back here and opens the conversation. */
export function raiseNotice({ title, body, conversationId, sound }: Notice) {
  if (!isTeller) return
  if (sound) void playChime()
  if (useNoticePermission.getState().permission !== 'granted') return
  try {
    // The same tag takes the place of the older notice of a conversation.
    const shown = new Notification(title, { body, tag: conversationId ?? 'keepdesk', dir: 'auto', silent: true })
    shown.addEventListener('click', () => {
      window.focus()
      goTo('inbox', conversationId)
      shown.close()
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    noticesUnsupported()
  }
}
