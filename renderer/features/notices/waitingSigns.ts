import quietIcon from '../../../resources/icon.svg'
import waitingIcon from '../../../resources/icon.waiting.svg'

/** In the title, the icon of the tab, and on the button of an installed page: how many wait for the owner. */
export function showWaiting(waiting: number) {
  document.title = waiting > 0 ? `(${waiting}) Keepdesk` : 'Keepdesk'
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (icon) icon.href = waiting > 0 ? waitingIcon : quietIcon
  // Only installed pages have a button of their own; elsewhere it is refused.
  if ('setAppBadge' in navigator) navigator.setAppBadge(waiting).catch(() => undefined)
}
