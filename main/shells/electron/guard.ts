import { externalLink, mayFrameNavigate, mayNavigate, mayRequest, mayUse, type ExternalLink } from './security.ts'

interface Preventable {
  preventDefault(): void
}

/** The part of Electron's Session that the rules are put on. */
export interface GuardedSession {
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      callback: (granted: boolean) => void,
      details: { isMainFrame?: boolean; requestingUrl?: string },
    ) => void,
  ): void
  setPermissionCheckHandler(
    handler: (contents: unknown, permission: string, origin: string, details: { isMainFrame: boolean }) => boolean,
  ): void
  setDevicePermissionHandler(handler: () => boolean): void
  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: null) => void) => void): void
  setSpellCheckerEnabled(enabled: boolean): void
  enableNetworkEmulation(options: { offline: boolean }): void
  webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void,
    ): void
  }
  on(event: 'will-download', listener: (event: Preventable, item: { getURL(): string }) => void): unknown
}

/** The part of Electron's WebContents that the rules are put on. */
export interface GuardedContents {
  on(event: 'will-navigate' | 'will-redirect', listener: (details: Preventable & { url: string }) => void): unknown
  on(
    event: 'will-frame-navigate',
    listener: (details: Preventable & { url: string; isMainFrame: boolean }) => void,
  ): unknown
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void
}

/** The page may load its own files and nothing else, and gets almost no permission. */
export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(mayUse(permission, details.requestingUrl ?? '', details.isMainFrame === true)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse(permission, origin, details.isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  // The spell checker would fetch its dictionaries from outside.
  session.setSpellCheckerEnabled(false)
  session.enableNetworkEmulation({ offline: true })
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayRequest(details.url) }))
  session.on('will-download', (event, item) => {
    if (!mayRequest(item.getURL())) event.preventDefault()
  })
}

/** The window stays where it is; a link to the outside goes to `openExternally`, which asks the owner first. */
export function guardContents(contents: GuardedContents, openExternally: (link: ExternalLink) => void): void {
  contents.on('will-navigate', details => {
    if (!mayNavigate(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', details => {
    if (!mayNavigate(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', details => {
    if (!mayFrameNavigate(details.url, details.isMainFrame)) details.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const link = externalLink(url)
    if (link !== null) openExternally(link)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
