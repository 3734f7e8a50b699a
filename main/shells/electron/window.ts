import type { BrowserWindowConstructorOptions } from 'electron'
import type { Desktop, DesktopWindow } from './desktop.ts'
import { pageUrl } from './security.ts'

/** In memory only: nothing of a customer's message stays behind in a browser cache. */
export const partition = 'keepdesk'

/** Every line of `webPreferences` is a rule of SECURITY.md; none of them is a matter of taste. */
export function windowOptions(parts: {
  preload: string
  packaged: boolean
  icon: string
}): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 820,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Keepdesk',
    icon: parts.icon,
    autoHideMenuBar: true,
    webPreferences: {
      partition,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !parts.packaged,
    },
  }
}

export interface MainWindow {
  /** Opens it or brings it to the front; with a conversation, shows that one. */
  show(conversationId?: string | null): void
  /** Null while it is closed. */
  contentsId(): number | null
  setMark(icon: string | null, description: string): void
}

/** At most one window. Closing it only closes the picture: messages keep coming in. */
export function createMainWindow({
  createWindow,
  options,
  onClosed,
}: {
  createWindow: Desktop['createWindow']
  options: BrowserWindowConstructorOptions
  onClosed: () => void
}): MainWindow {
  let window: DesktopWindow | null = null
  let mark: { icon: string | null; description: string } = { icon: null, description: '' }

  function open(address: string): void {
    const opened = createWindow(options)
    window = opened
    if (mark.icon !== null) opened.setMark(mark.icon, mark.description)
    opened.on('ready-to-show', () => opened.show())
    opened.on('closed', () => {
      window = null
      onClosed()
    })
    // A failed load shows Chromium's own error page; there is nothing else to do about it here.
    void opened.loadURL(address).catch(() => opened.show())
  }

  return {
    show(conversationId) {
      const address = conversationId ? addressOf(conversationId) : pageUrl
      if (window === null) return open(address)
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      // Only the part after # differs: the page stays and is told by a hashchange.
      if (conversationId) void window.loadURL(address).catch(() => window?.focus())
    },
    contentsId: () => window?.webContents.id ?? null,
    setMark(icon, description) {
      mark = { icon, description }
      window?.setMark(icon, description)
    },
  }
}

export function addressOf(conversationId: string): string {
  return `${pageUrl}#/inbox/${encodeURIComponent(conversationId)}`
}
