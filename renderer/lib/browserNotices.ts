import { create } from 'zustand'

/** What the browser lets this page do; `unsupported` where it has no notices at all. */
export type NoticePermission = NotificationPermission | 'unsupported'

function present(): NoticePermission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission
}

export const useNoticePermission = create<{ readonly permission: NoticePermission }>(() => ({ permission: present() }))

/** The owner may change it in the browser's own settings at any time. */
export function lookAtPermission() {
  useNoticePermission.setState({ permission: present() })
}

/** Has the browser ask the owner; only right after a press of theirs. */
export async function askForNotices(): Promise<void> {
  if (typeof Notification === 'undefined') return
  await Notification.requestPermission()
  lookAtPermission()
}

/** Some browsers have notices for installed pages only and say so when one is made. */
export function noticesUnsupported() {
  useNoticePermission.setState({ permission: 'unsupported' })
}
