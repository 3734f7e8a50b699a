import type { Notice } from '#contract/notice.ts'
import type { Desktop, DesktopNotification } from './desktop.ts'

const longestBody = 200

/**
 * A click opens the conversation. Long text is cut: the notice may be seen by someone passing by. A newer notice of a
 * conversation takes the place of the one before.
 */
export function createNotifier({
  createNotification,
  icon,
  open,
}: {
  createNotification: Desktop['createNotification']
  icon: string
  open: (conversationId: string | null) => void
}): (notice: Notice) => void {
  // Without a reference the click handler would be collected together with the notice.
  const shown = new Map<DesktopNotification, string | null>()
  return ({ title, body, conversationId, sound }) => {
    for (const [older, about] of shown) if (about !== null && about === conversationId) older.close()
    const notification = createNotification({ title, body: shorten(body), icon, silent: !sound })
    shown.set(notification, conversationId)
    notification.on('click', () => {
      shown.delete(notification)
      open(conversationId)
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }
}

function shorten(text: string): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(part => part.segment)
  return letters.length <= longestBody ? text : `${letters.slice(0, longestBody - 1).join('')}…`
}
