import type { Notice } from '#main/ports/platform.ts'
import type { Desktop, DesktopNotification } from './desktop.ts'

const longestBody = 200

/** A click opens the conversation. Long text is cut: the notice may be seen by someone passing by. */
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
  const shown = new Set<DesktopNotification>()
  return ({ title, body, conversationId }) => {
    const notification = createNotification({ title, body: shorten(body), icon })
    shown.add(notification)
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
